using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Dashboards;

/// <summary>Signs of a change of plan that no next date shows: time that is used up, bank holidays, moves, and incidents that come together.</summary>
sealed class SignsQuery(PortalDb db, IQueryable<CaseFile> files, DueBands bands, WorkCalendar days, string code)
{
    /// <summary>How far ahead is looked, and how many running dates are weighed at most (design figures).</summary>
    const int DaysAhead = 28, MostDates = 2000;

    /// <summary>So many incidents at one hospital within so many days (design figures; no source gives one).</summary>
    const int Cluster = 3, ClusterDays = 14;

    /// <summary>Moves since the last working day that are looked at.</summary>
    const int MostMoves = 200;

    static readonly string[] Incidents = [UnauthorisedAbsence.Type.Key, Death.Type.Key], Recorded = [nameof(StepTaken), nameof(FactsRecorded)];
    static readonly string Hearing = $"\"{Facts.HearingOn.Key}\"";

    readonly IQueryable<CaseFile> _open = files.Where(c => c.ClosedAt == null);

    sealed record Running(CaseReference Reference, string Name, DateOnly From, DateTimeOffset? FromInstant, DateOnly LastDay, DateOnly InternalDue, DateTimeOffset OverdueAt, IReadOnlyList<ClockStop> Stops)
    {
        /// <summary>The share of its time that is gone.</summary>
        public double Used(DateTimeOffset now) => FromInstant is { } at ? (now - at) / (OverdueAt - at) : (now - London.At(From, TimeOnly.MinValue)) / (OverdueAt - London.At(From, TimeOnly.MinValue));
    }

    /// <param name="since">The beginning of the last working day.</param>
    public async Task<IEnumerable<Warning>> Read(DateTimeOffset since) => [.. await UsedUp(), .. await Squeezed(), .. await Moved(since), .. await HearingsMoved(since), .. await Clusters()];

    /// <summary>Dates with three quarters or nine tenths of their time gone, though not yet due.</summary>
    async Task<IEnumerable<Warning>> UsedUp()
    {
        var (now, today, horizon) = (bands.Now, bands.Today, London.At(bands.Today.AddDays(DaysAhead), TimeOnly.MinValue));
        var running = await Rows(Dates().Where(d => d.Date.OverdueAt > now && d.Date.OverdueAt <= horizon && d.Date.InternalDue > today && d.Date.From < today).OrderBy(d => d.Date.OverdueAt).Take(MostDates));
        var used = running.Where(d => d.Stops is not [.., { To: null }] && d.Used(now) >= 0.75).OrderByDescending(d => d.Used(now)).ToLookup(d => d.Used(now) >= 0.9);
        return [.. await Part(used[true], 90), .. await Part(used[false], 75)];

        async Task<IEnumerable<Warning>> Part(IEnumerable<Running> part, int percent) => await Cut([.. part], part.Count(), d => $"“{d.Name}” has used {percent}% of its time and is due {d.InternalDue:dddd d MMMM}.", $"with {percent}% of their time used");
    }

    /// <summary>Dates whose last working day a bank holiday brings forward.</summary>
    async Task<IEnumerable<Warning>> Squeezed()
    {
        var today = bands.Today;
        var squeezed = Enumerable.Range(1, DaysAhead).Select(today.AddDays).Where(day => days.CoversYear(day.Year) && Holiday(day) is not null).ToList();
        if (squeezed.Count == 0) return [];
        var dates = Dates().Where(d => squeezed.Contains(d.Date.LastDay) && d.Date.InternalDue >= today);
        var rows = await Rows(dates.OrderBy(d => d.Date.InternalDue).Take(Warning.Most));
        return await Cut(rows, rows.Count < Warning.Most ? rows.Count : await dates.CountAsync(), d => $"“{d.Name}” ends on {d.LastDay:dddd d MMMM}, over {Holiday(d.LastDay)}: the last working day is {d.InternalDue:dddd d MMMM}.", "brought forward by a bank holiday");
    }

    /// <summary>The bank holiday for which a date that ends on this day has to be done earlier than a weekend alone would ask.</summary>
    string? Holiday(DateOnly last)
    {
        var weekday = last;
        while (WorkCalendar.IsWeekend(weekday)) weekday = weekday.AddDays(-1);
        return days.CoversYear(weekday.Year) ? days.HolidayName(weekday) : null;
    }

    /// <summary>Patients who came to another hospital.</summary>
    async Task<IEnumerable<Warning>> Moved(DateTimeOffset since)
    {
        var entries = await db.Trail.AsNoTracking().Where(e => e.Kind == nameof(PatientChanged) && e.At >= since && e.Data.Contains("\"admitted\"") && files.Any(c => c.Id == e.CaseId)).OrderByDescending(e => e.At).Take(MostMoves).ToListAsync();
        var numbers = entries.Where(e => e.Event is PatientChanged { Change: Admitted }).Select(e => e.PatientNumber).Distinct().ToList();
        var patients = await db.Patients.AsNoTracking().Where(p => numbers.Contains(p.Number)).ToListAsync();
        var moved = patients.Where(p => p.Admissions is [.., { } before, { } now] && before.Hospital != now.Hospital).OrderBy(p => numbers.IndexOf(p.Number)).ToList();
        return Warning.Cut(moved.Select(p => new Warning($"{p.Surname}, {p.Forenames}", $"Moved from {p.Admissions[^2].Hospital} to {p.Admissions[^1].Hospital} on {p.Admissions[^1].From:d MMMM}. Dates, letters and leave may name the old place.", $"/patients/{p.Number}")),
            moved.Count, "who moved to another hospital", "/morning#changed");
    }

    /// <summary>Hearings whose date was recorded before, and again since.</summary>
    async Task<IEnumerable<Warning>> HearingsMoved(DateTimeOffset since)
    {
        var again = db.Trail.AsNoTracking().Where(e => Recorded.Contains(e.Kind) && e.At >= since && e.Data.Contains(Hearing)
            && db.Trail.Any(before => before.CaseId == e.CaseId && before.Seq < e.Seq && Recorded.Contains(before.Kind) && before.Data.Contains(Hearing)));
        var moved = _open.Where(c => again.Any(e => e.CaseId == c.Id));
        var rows = await moved.OrderBy(c => c.Id).Take(Warning.Most).Select(c => new { c.Reference, c.Facts, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).ToListAsync();
        return Warning.Cut(rows.Select(r => new Warning($"{r.Reference} {r.Patient}", $"The hearing is now on {r.Facts.Date(Facts.HearingOn):dddd d MMMM}: its date was recorded afresh.", $"/cases/{r.Reference}", Case: r.Reference)),
            rows.Count < Warning.Most ? rows.Count : await moved.CountAsync(), "whose hearing moved", "/tribunal");
    }

    /// <summary>Hospitals at which absences and deaths come together.</summary>
    async Task<IEnumerable<Warning>> Clusters()
    {
        var first = bands.Today.AddDays(-ClusterDays);
        var found = await files.Where(c => Incidents.Contains(c.TypeKey) && c.ReceivedOn >= first && c.Patient!.Hospital != null).GroupBy(c => c.Patient!.Hospital).Select(g => new { Hospital = g.Key, Count = g.Count() })
            .Where(g => g.Count >= Cluster).OrderByDescending(g => g.Count).ToListAsync();
        return found.Select(f => new Warning(f.Hospital!, $"{f.Count} absences and deaths of patients there since {first:d MMMM}.", new CaseFilter { Team = code, Types = Incidents, Shown = CasesShown.All }.Href()));
    }

    sealed class DateOf
    {
        public required CaseFile File { get; init; }
        public required Deadline Date { get; init; }
    }

    /// <summary>Running dates of ours that a rule counts; what somebody chose is their own to watch.</summary>
    IQueryable<DateOf> Dates() => from c in _open from d in c.Deadlines where d.MetAt == null && d.EndedAt == null && !d.Watch && d.Rule != Terms.Task.Rule && d.Rule != Terms.BroughtForward.Rule select new DateOf { File = c, Date = d };

    static async Task<List<Running>> Rows(IQueryable<DateOf> dates) =>
        await dates.Select(d => new Running(d.File.Reference, d.Date.Name, d.Date.From, d.Date.FromInstant, d.Date.LastDay, d.Date.InternalDue, d.Date.OverdueAt, d.Date.Stops)).ToListAsync();

    async Task<IEnumerable<Warning>> Cut(IReadOnlyList<Running> rows, int inAll, Func<Running, string> words, string kind)
    {
        var first = rows.Take(Warning.Most).ToList();
        List<CaseReference> named = [.. first.Select(d => d.Reference)];
        var patients = named.Count == 0 ? [] : await files.Where(c => named.Contains(c.Reference)).Select(c => new { c.Reference, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).ToDictionaryAsync(c => c.Reference, c => c.Patient);
        return Warning.Cut(first.Select(d => new Warning($"{d.Reference} {patients[d.Reference]}", words(d), $"/cases/{d.Reference}", Case: d.Reference)), inAll, kind, new CaseFilter { Team = code, Due = [DueBand.Week, DueBand.Month] }.Href());
    }
}
