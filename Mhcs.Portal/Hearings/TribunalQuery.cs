using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Hearings;

/// <summary>What the page of the tribunal is narrowed to.</summary>
/// <param name="Weeks">How far ahead hearings are shown.</param>
/// <param name="Mine">Only cases that the reader holds.</param>
public sealed record TribunalFilter(string? Team = null, int Weeks = TribunalFilter.Usual, bool Mine = false)
{
    public const int Usual = 8;
    public static IReadOnlyList<int> Choices { get; } = [2, 4, Usual, 16];

    public string Href => QueryHelpers.AddQueryString("/tribunal", new Dictionary<string, string?> { ["team"] = Team, ["weeks"] = Weeks == Usual ? null : $"{Weeks}", ["whose"] = Mine ? "mine" : null });
}

/// <summary>A case before the tribunal and the one thing about it that a list is of.</summary>
/// <param name="What">The hearing, the direction, the next step.</param>
public sealed record TribunalRow(CaseFile File, string? Owner, string What, string? Day, Due? Chip, DateTimeOffset Order);

public sealed record TribunalView(IReadOnlyList<TribunalRow> Hearings, IReadOnlyList<TribunalRow> ForUs, IReadOnlyList<TribunalRow> Directions, IReadOnlyList<TribunalRow> Reviews, IReadOnlyList<TribunalRow> Deferred, IReadOnlyList<Team> Teams, DateTimeOffset At);

/// <summary>Open cases before the tribunal, those of recalls among the hearings, and the discharges that it has deferred.</summary>
public sealed class TribunalQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, TimeProvider clock)
{
    public async Task<TribunalView?> For(PersonId me, TribunalFilter filter, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || (actor.Teams().Length == 0 && !actor.SeesAllTeams())) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var files = await db.Cases.AsNoTracking().SeenBy(actor)
            .Where(c => c.ClosedAt == null && (c.TypeKey == Tribunal.Type.Key || c.TypeKey == Recall.Type.Key || (c.TypeKey == ConditionalDischarge.Type.Key && c.StateCode == ConditionalDischarge.DeferredCode)) && (filter.Team == null || c.Team == filter.Team) && (!filter.Mine || c.AssigneeId == me))
            .Include(c => c.Patient).Include(c => c.Deadlines).AsSplitQuery().ToListAsync(ct);
        var (people, now) = (await staff.Everyone(ct), clock.GetUtcNow());
        var today = London.Day(now);
        var ours = files.Where(f => f.TypeKey == Tribunal.Type.Key).ToList();

        return new(
            [.. files.Where(f => f.TypeKey == Recall.Type.Key || Tribunal.AwaitsHearing(f.StateCode)).Select(f => (File: f, On: f.Facts.Date(Facts.HearingOn))).Where(h => h.On >= today && h.On <= today.AddDays(filter.Weeks * 7))
                .Select(h => Row(h.File, h.File.State.Label, London.Words(h.On!.Value), null, London.At(h.On.Value, TimeOnly.MinValue))).OrderBy(r => r.Order)],
            [.. ours.Where(f => f.StateKind is StateKind.Working or StateKind.Deciding).Select(f => Row(f, f.State.Label, f.NextName, Due.Next(f.NextDueOn, f.NextOverdueAt, now), f.NextOverdueAt ?? DateTimeOffset.MaxValue)).OrderBy(r => r.Order)],
            Dates(Terms.Direction, (_, date) => date.Name),
            Dates(Terms.ReviewDirections, (file, _) => file.State.Label),
            [.. files.Where(f => f.TypeKey == ConditionalDischarge.Type.Key).Select(f => Row(f, Arrangements(f), f.NextName, Due.Next(f.NextDueOn, f.NextOverdueAt, now), f.NextOverdueAt ?? DateTimeOffset.MaxValue)).OrderBy(r => r.Order)],
            [.. reference.Book.Teams.All.Where(t => actor.SeesTeam(t.Code))], now);

        TribunalRow Row(CaseFile file, string what, string? day, Due? chip, DateTimeOffset order) => new(file, file.AssigneeId is { } id ? people.GetValueOrDefault(id)?.Name : null, what, day, chip, order);

        // Section 73(7): a later application or reference overtakes the discharge.
        string Arrangements(CaseFile file) => ours.Find(f => f.PatientNumber == file.PatientNumber && Tribunal.AwaitsDecision(f.StateCode)) is { } later
            ? $"Before the tribunal again: {later.Reference}. Record the later application or reference" : file.Facts.Text(Facts.ArrangementsOutstanding) ?? file.State.Label;

        IReadOnlyList<TribunalRow> Dates(Term term, Func<CaseFile, Deadline, string> what) =>
            [.. from file in ours from date in file.Deadlines where date.IsRunning && date.Rule == term.Rule orderby date.OverdueAt
                select Row(file, what(file, date), null, Due.Of(date.InternalDue, date.OverdueAt, now), date.OverdueAt)];
    }
}
