using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Boards;

/// <summary>A team's board at one moment, narrowed to a sight before anything is counted, and to a filter: drawn once for everybody who has them in common.</summary>
public sealed class BoardPicture
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    readonly IReadOnlyDictionary<PersonId, Person> _staff;
    readonly IReadOnlyDictionary<int, Touch> _touched;
    readonly DueBands _bands;
    readonly List<Person> _holders;
    readonly DateOnly _today;
    Compared? _compared;

    sealed record Compared(WeakReference<BoardPicture> With, int Changes);

    /// <param name="before">The picture it follows: what looks the same stays the same object, so that screens know at a glance.</param>
    public BoardPicture(Occasion on, Team team, IReadOnlyList<OpenCase> open, IReadOnlyDictionary<int, Touch> touched, CaseFilter filter, IReadOnlyDictionary<PersonId, Person> staff, BoardPicture? before)
    {
        (At, _today, Team, Open, _touched, _staff) = (on.At, on.Today, team, open, touched, staff);
        _bands = new DueBands(At);
        _holders = [.. BoardQuery.Holders(staff, open, team.Code)];
        var byHolder = open.ToLookup(c => c.Holder);
        var shown = open.Where(c => BoardFilters.Lets(filter, c, _bands)).ToHashSet();
        var load = _holders.Select(p => new Load(byHolder[p.Id].Sum(c => c.Weight), p.Capacity)).Aggregate(Load.None, Load.Add);
        var pool = Column(null, byHolder, shown);
        pool = pool with { Line = $"Weight {pool.Load.Points}: {new Load(pool.Load.Points, load.Capacity).Percent}% of team capacity" };
        Pool = Kept(pool, before?.Pool);
        People = [.. _holders.Where(p => filter.OwnerId is not { } owner || p.Id == owner).Select(p => Kept(Column(p, byHolder, shown), before?.People.FirstOrDefault(c => c.Holder == p.Id)))];
        Columns = [Pool, .. People];
        Holders = Same(_holders.ToDictionary(p => p.Id, p => p.Name), before?.Holders);
        Sums = new(open.Count, pool.Held, open.Count(c => Band(c) == DueBand.Overdue), open.Count(c => Band(c) == DueBand.Today), load);
        Shown = shown.Count;
        OldestUnassigned = Oldest(byHolder[null]);
        Views = Same([.. BoardViews.BuiltIn(team.Code, _holders.Where(h => byHolder.Contains(h.Id)), _today).Select(v => new BoardView(v.Name, v.Filter, Count(v.Filter)))], before?.Views);
        Cases = open.ToDictionary(c => c.Reference, c => new Whereabouts(c.Version, c.Holder, Band(c), touched.GetValueOrDefault(c.Id)));
    }

    public DateTimeOffset At { get; }
    public Team Team { get; }

    /// <summary>Every open case of the sight, whatever the filter.</summary>
    public IReadOnlyList<OpenCase> Open { get; }
    public Caseload Pool { get; }
    public IReadOnlyList<Caseload> People { get; }
    public IReadOnlyList<Caseload> Columns { get; }
    public IReadOnlyDictionary<PersonId, string> Holders { get; }
    public BoardSums Sums { get; }
    public int Shown { get; }
    public string? OldestUnassigned { get; }
    public IReadOnlyList<BoardView> Views { get; }
    public IReadOnlyDictionary<CaseReference, Whereabouts> Cases { get; }

    public int Count(CaseFilter filter) => Open.Count(c => BoardFilters.Lets(filter, c, _bands) && (filter.OwnerId is not { } owner || c.Holder == owner));

    /// <summary>How many cases came, left, changed hands or version, or are due otherwise than in an earlier picture.</summary>
    public int ChangesSince(BoardPicture before)
    {
        // Most screens come from the same picture. Held weakly, or each picture would keep all before it.
        if (_compared is { } known && known.With.TryGetTarget(out var with) && with == before) return known.Changes;
        var changes = Cases.Count(now => before.Cases.GetValueOrDefault(now.Key) is not { } then || (then.Version, then.Holder, then.Band) != (now.Value.Version, now.Value.Holder, now.Value.Band))
            + before.Cases.Keys.Count(reference => !Cases.ContainsKey(reference));
        _compared = new(new(before), changes);
        return changes;
    }

    Caseload Column(Person? person, ILookup<PersonId?, OpenCase> byHolder, HashSet<OpenCase> shown)
    {
        var held = byHolder[person?.Id].ToList();
        var (line, away) = person is null ? ("", false) : BoardQuery.LineOf(person, _today);
        var let = held.Where(shown.Contains).OrderBy(c => c.Urgency).ToList();
        // What has just come here is shown, however late its date, and above the rest: there it is looked for. The newest of it, or a busy hour would fill the column.
        var came = let.Skip(BoardQuery.Most).Where(CameHere).OrderByDescending(c => Last(c)!.At).Take(BoardQuery.MostNew).OrderBy(c => c.Urgency);
        var cards = came.Concat(let.Take(BoardQuery.Most)).Select(Card).ToList();
        return new(person?.Id, person?.Name ?? "Unassigned", line, away, person?.UnsuitedFor(Team.Code, _today).FirstOrDefault()?.Brief,
            new Load(held.Sum(c => c.Weight), person?.Capacity ?? 0), held.Count, held.Count(c => Band(c) == DueBand.Overdue), held.Count(c => Band(c) is DueBand.Today or DueBand.Week),
            cards, let.Count - cards.Count);
    }

    static IReadOnlyList<BoardView> Same(IReadOnlyList<BoardView> now, IReadOnlyList<BoardView>? before) => before is not null && now.SequenceEqual(before) ? before : now;

    static IReadOnlyDictionary<PersonId, string> Same(IReadOnlyDictionary<PersonId, string> now, IReadOnlyDictionary<PersonId, string>? before) => before is not null && now.SequenceEqual(before) ? before : now;

    static Caseload Kept(Caseload now, Caseload? before)
    {
        if (before is null) return now;
        if (now.Equals(before)) return before;
        var cards = before.Cards.ToDictionary(c => c.Reference);
        return now with { Cards = [.. now.Cards.Select(card => cards.GetValueOrDefault(card.Reference) is { } same && same == card ? same : card)] };
    }

    BoardCard Card(OpenCase file)
    {
        var barred = _holders.Where(p => p.HasConflictWith(file.PatientNumber)).Select(p => p.Id).ToList();
        return new(file.Reference, file.Version, file.Holder, file.Patient, $"{file.Type} · {file.State}{(file.ParkedUntil is null ? "" : " · brought forward")}", file.DueName, Band(file), Due.Next(file.DueOn, file.OverdueAt, At), file.Weight, file.HighProfile, file.Victims,
            file.Restricted, Last(file) is { } last ? News(last) : null, barred.Count == 0 ? null : string.Join(' ', barred), file.Restricted ? string.Join(' ', file.Named) : null);
    }

    DueBand Band(OpenCase file) => _bands.Of(file.DueOn, file.OverdueAt);

    bool CameHere(OpenCase file) => Last(file)?.Kind == nameof(CaseAssigned);

    Touch? Last(OpenCase file) => _touched.TryGetValue(file.Id, out var touch) && At - touch.At < Fresh ? touch : null;

    CardNews News(Touch touch)
    {
        var at = London.WallClock(touch.At).ToString("HH:mm", CultureInfo.InvariantCulture);
        return touch.Kind switch
        {
            nameof(CaseAssigned) => By($"Moved here {at} by "),
            nameof(CaseOpened) => new($"New {at}"),
            nameof(DeadlineMissed) => new($"Became overdue {at}"),
            nameof(NoteAdded) => By($"Note {at}, "),
            nameof(StepTaken) => touch.By == PersonId.Clock ? new($"Moved on by itself {at}") : By($"Moved on {at}, "),
            _ => By($"Changed {at}, "),
        };

        CardNews By(string what) => new(what, touch.By, _staff.GetValueOrDefault(touch.By)?.Name ?? "somebody");
    }

    string? Oldest(IEnumerable<OpenCase> unassigned) => unassigned.Select(c => (DateOnly?)c.ReceivedOn).Min() switch
    {
        null => null,
        { } day when day >= _today => "Oldest: today",
        { } day when day == _today.AddDays(-1) => "Oldest: 1 day",
        { } day => $"Oldest: {_today.DayNumber - day.DayNumber} days",
    };
}
