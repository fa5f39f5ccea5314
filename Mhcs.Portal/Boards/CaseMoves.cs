using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Boards;

/// <summary>A case that was moved: enough to take it back.</summary>
public sealed record Moved(CaseReference Reference, PersonId? From, PersonId? To);

/// <summary>A case that was not moved, and why.</summary>
public sealed record Stayed(CaseReference Reference, string Why);

/// <summary>What came of moving cases, as the banner says it.</summary>
/// <param name="Headline">"2 of 3 cases moved to D. Wetherlam, now 64%".</param>
public sealed record MoveReport(string Headline, IReadOnlyList<Moved> Moved, IReadOnlyList<Stayed> Stayed, bool IsUndo = false)
{
    public bool CanUndo => Moved.Count > 0 && !IsUndo;
}

/// <summary>Moves cases between people through the desk: one or many, in one commit, each answered by itself.</summary>
public sealed class CaseMoves(CaseDesk desk, BoardQuery boards, Staff staff)
{
    /// <param name="to">Where each case goes; to null, back among the unassigned.</param>
    /// <param name="versions">Each case as the person saw it; one changed since stays where it is.</param>
    public async Task<MoveReport> Move(PersonId me, IReadOnlyDictionary<CaseReference, PersonId?> to, IReadOnlyDictionary<CaseReference, int>? versions = null, CancellationToken ct = default)
    {
        var people = await staff.Everyone(ct);
        var done = await desk.HandAll([.. to.Keys], me, (file, on) => to[file.Reference] switch
        {
            null => file.Unassign(on),
            { } id when people.TryGetValue(id, out var person) => file.AssignTo(person, on),
            _ => throw new RuleBroken(new Refusal("invalid", "There is nobody with this number", "assignee")),
        }, versions, ct);
        return await Report(me, done, to, people, undo: false, ct);
    }

    public Task<MoveReport> Move(PersonId me, IEnumerable<CaseReference> cases, PersonId? to, IReadOnlyDictionary<CaseReference, int>? versions = null, CancellationToken ct = default) =>
        Move(me, cases.Distinct().ToDictionary(c => c, _ => to), versions, ct);

    /// <summary>Takes the moves of a report back, where the cases still are where they put them. On the record as what it is.</summary>
    public async Task<MoveReport> Undo(PersonId me, MoveReport earlier, CancellationToken ct = default)
    {
        var back = earlier.Moved.ToDictionary(m => m.Reference);
        var done = await desk.HandAll([.. back.Keys], me, (file, on) => file.UndoAssignment(back[file.Reference].To, back[file.Reference].From, on), ct: ct);
        return await Report(me, done, back.ToDictionary(b => b.Key, b => b.Value.From), await staff.Everyone(ct), undo: true, ct);
    }

    async Task<MoveReport> Report(PersonId me, IReadOnlyDictionary<CaseReference, Outcome> done, IReadOnlyDictionary<CaseReference, PersonId?> to, IReadOnlyDictionary<PersonId, Person> people, bool undo, CancellationToken ct)
    {
        List<Moved> moved = [];
        List<Stayed> stayed = [];
        string? team = null;
        foreach (var (reference, outcome) in done)
            if (outcome is Outcome.Done { Events: [CaseAssigned assigned, ..] }) moved.Add(new(reference, assigned.From, assigned.To));
            else stayed.Add(new(reference, Why(outcome, Name(to[reference], people))));
        if (moved.Count > 0) team = moved.Select(m => (m.To ?? m.From) is { } id ? people.GetValueOrDefault(id)?.Team : null).OfType<string>().FirstOrDefault();
        return new(await Headline(me, team, moved, done.Count, people, undo, ct), moved, stayed, undo);
    }

    async Task<string> Headline(PersonId me, string? team, List<Moved> moved, int asked, IReadOnlyDictionary<PersonId, Person> people, bool undo, CancellationToken ct)
    {
        if (moved.Count == 0) return asked == 1 ? "The case was not moved" : "No case was moved";
        var cases = asked == 1 ? moved[0].Reference.Value : moved.Count == asked ? $"{asked} cases" : $"{moved.Count} of {asked} cases";
        var verb = undo ? "put back" : "moved";
        var targets = moved.Select(m => m.To).Distinct().ToList();
        if (targets is not [var to]) return $"{cases} {verb}, to {targets.Count} people";
        var from = asked == 1 && !undo ? $" from {Name(moved[0].From, people)}" : "";
        return $"{cases} {verb}{from} to {Name(to, people)}{await Now(me, team, to, people, ct)}";
    }

    /// <summary>", now 86%": the load after the act, counted as this person sees it.</summary>
    async Task<string> Now(PersonId me, string? team, PersonId? to, IReadOnlyDictionary<PersonId, Person> people, CancellationToken ct) =>
        to is { } id && team is not null && people.TryGetValue(id, out var person) && await boards.Seen(me, team, ct) is (_, var cases)
            ? $", now {new Load(cases.Where(c => c.Holder == id).Sum(c => c.Weight), person.Capacity).Percent}%"
            : "";

    static string Why(Outcome outcome, string target) => outcome switch
    {
        Outcome.Done => $"it is with {target} already",
        Outcome.SomeoneWasFaster f => $"{Lower(f.Who)} changed it at {London.WallClock(f.At).ToString("HH:mm", CultureInfo.InvariantCulture)}. Look at it again before you move it",
        Outcome.NotFound => "there is no such case, or it isn’t one you can see",
        _ => string.Join("; ", outcome.Sentences),
    };

    static string Lower(string who) => who is "The passing of a date" or "Somebody" ? char.ToLowerInvariant(who[0]) + who[1..] : who;

    static string Name(PersonId? id, IReadOnlyDictionary<PersonId, Person> people) => id is { } known ? people.GetValueOrDefault(known)?.Name ?? "somebody else" : "Unassigned";
}
