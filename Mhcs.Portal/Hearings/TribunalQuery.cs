using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Hearings;

/// <summary>A case before the tribunal and the one thing about it that a list is of.</summary>
/// <param name="What">The hearing, the direction, the next step.</param>
public sealed record TribunalRow(CaseFile File, string? Owner, string What, string? Day, Due? Chip, DateTimeOffset Order);

public sealed record TribunalView(IReadOnlyList<TribunalRow> Hearings, IReadOnlyList<TribunalRow> ForUs, IReadOnlyList<TribunalRow> ForOthers, IReadOnlyList<TribunalRow> Directions, IReadOnlyList<TribunalRow> Reviews, IReadOnlyList<TribunalRow> Deferred, IReadOnlyList<Team> Teams, DateTimeOffset At)
{
    /// <summary>Cases before any narrowing but team and holder: how many each choice of a filter has, by its word.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }
}

/// <summary>Open cases before the tribunal, those of recalls among the hearings, and the discharges that it has deferred.</summary>
public sealed class TribunalQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, TimeProvider clock)
{
    public async Task<TribunalView?> For(PersonId me, TribunalFilter filter, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || (actor.Teams().Length == 0 && !actor.SeesAllTeams())) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var files = await db.Cases.AsNoTracking().SeenBy(actor)
            .Where(c => c.ClosedAt == null && (c.TypeKey == Tribunal.Type.Key || c.TypeKey == Recall.Type.Key || (c.TypeKey == ConditionalDischarge.Type.Key && c.StateCode == ConditionalDischarge.DeferredCode)) && (filter.Team == null || c.Team == filter.Team) && (!filter.Mine || c.AssigneeId == me))
            .Include(c => c.Patient).Include(c => c.Deadlines.Where(d => d.MetAt == null && d.EndedAt == null)).AsSplitQuery().ToListAsync(ct);
        var regions = await Regions(db, files, ct);
        var (people, now) = (await staff.Everyone(ct), clock.GetUtcNow());
        var today = London.Day(now);
        // A recall is in these lists for a hearing that lies ahead, and for nothing else.
        files = [.. files.Where(f => f.TypeKey != Recall.Type.Key || f.Facts.Date(Facts.HearingOn) >= today)];
        var counts = files.SelectMany(f => Traits(f, regions)).CountBy(t => t).ToDictionary();
        var undecided = files.Where(f => f.TypeKey == Tribunal.Type.Key && Tribunal.AwaitsDecision(f.StateCode)).ToList();
        files = [.. files.Where(f => Fits(f, filter, regions))];
        var ours = files.Where(f => f.TypeKey == Tribunal.Type.Key).ToList();

        return new(
            [.. files.Where(f => f.TypeKey == Recall.Type.Key || Tribunal.AwaitsHearing(f.StateCode)).Select(f => (File: f, On: f.Facts.Date(Facts.HearingOn))).Where(h => h.On >= today && h.On <= today.AddDays(filter.Weeks * 7))
                .Select(h => Row(h.File, h.File.State.Label, London.Words(h.On!.Value), null, London.At(h.On.Value, TimeOnly.MinValue))).OrderBy(r => r.Order)],
            [.. ours.Where(f => f.StateKind is StateKind.Working or StateKind.Deciding).Select(f => Row(f, f.State.Label, f.NextName, Due.Next(f.NextDueOn, f.NextOverdueAt, now), f.NextOverdueAt ?? DateTimeOffset.MaxValue)).OrderBy(r => r.Order)],
            // A whole stage is asked for only by a filter: without one it would be most of the cases there are.
            [.. ours.Where(f => filter.IsNarrow && f.StateKind == StateKind.Waiting).Select(f => Row(f, f.State.Label, f.NextName, Due.Next(f.NextDueOn, f.NextOverdueAt, now), f.NextOverdueAt ?? DateTimeOffset.MaxValue)).OrderBy(r => r.Order)],
            Dates(Terms.Direction, (_, date) => date.Name),
            Dates(Terms.ReviewDirections, (file, _) => file.State.Label),
            [.. files.Where(f => f.TypeKey == ConditionalDischarge.Type.Key).Select(f => Row(f, Arrangements(f), f.NextName, Due.Next(f.NextDueOn, f.NextOverdueAt, now), f.NextOverdueAt ?? DateTimeOffset.MaxValue)).OrderBy(r => r.Order)],
            [.. reference.Book.Teams.All.Where(t => actor.SeesTeam(t.Code))], now) { Counts = counts };

        TribunalRow Row(CaseFile file, string what, string? day, Due? chip, DateTimeOffset order) => new(file, file.AssigneeId is { } id ? people.GetValueOrDefault(id)?.Name : null, what, day, chip, order);

        // Section 73(7): a later application or reference overtakes the discharge.
        string Arrangements(CaseFile file) => undecided.Find(f => f.PatientNumber == file.PatientNumber) is { } later
            ? $"Before the tribunal again: {later.Reference}. Record the later application or reference" : file.Facts.Text(Facts.ArrangementsOutstanding) ?? file.State.Label;

        IReadOnlyList<TribunalRow> Dates(Term term, Func<CaseFile, Deadline, string> what) =>
            [.. from file in ours from date in file.Deadlines where date.IsRunning && date.Rule == term.Rule orderby date.OverdueAt
                select Row(file, what(file, date), null, Due.Of(date.InternalDue, date.OverdueAt, now), date.OverdueAt)];
    }

    /// <summary>Hospitals of the cases' patients with their regions, by whatever name the directory knows them.</summary>
    static async Task<IReadOnlyDictionary<string, string>> Regions(PortalDb db, IReadOnlyList<CaseFile> files, CancellationToken ct)
    {
        var names = files.Select(f => f.Patient?.Hospital).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> regions = new(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in await db.Directory.AsNoTracking().Where(e => e.Kind == EntryKind.Hospital && e.Region != null).OrderBy(e => e.MergedInto == null).ThenBy(e => e.Id).Select(e => new { e.Name, e.FormerNames, e.Region }).ToListAsync(ct))
            foreach (var name in entry.FormerNames.Append(entry.Name).Where(names.Contains)) regions[name] = entry.Region!;
        return regions;
    }

    /// <summary>A recall is before the tribunal by our reference, and stands here for its hearing.</summary>
    static (string? Route, TribunalStage Stage, string? Region, string? Body, bool Directed) Of(CaseFile file, IReadOnlyDictionary<string, string> regions) => (
        file.TypeKey == Recall.Type.Key ? Facts.ReferenceAfterRecall : file.Facts.Text(Facts.TribunalRoute), file.TypeKey == Recall.Type.Key ? TribunalStage.Listed : Tribunal.StageOf(file.StateCode),
        file.Patient?.Hospital is { } hospital ? regions.GetValueOrDefault(hospital) : null, file.Facts.Text(Facts.TribunalBody), file.Deadlines.Any(d => d.IsRunning && d.Rule == Terms.Direction.Rule));

    static IEnumerable<string> Traits(CaseFile file, IReadOnlyDictionary<string, string> regions)
    {
        var of = Of(file, regions);
        return new[] { of.Route, of.Stage.ToString(), of.Region, of.Body, of.Directed ? nameof(TribunalFilter.DirectionsDue) : null }.OfType<string>();
    }

    static bool Fits(CaseFile file, TribunalFilter filter, IReadOnlyDictionary<string, string> regions)
    {
        if (!filter.IsNarrow) return true;
        var of = Of(file, regions);
        return (filter.Routes.Count == 0 || filter.Routes.Contains(of.Route ?? "")) && (filter.Stages.Count == 0 || filter.Stages.Contains(of.Stage)) && (filter.Regions.Count == 0 || filter.Regions.Contains(of.Region ?? ""))
            && (filter.Bodies.Count == 0 || filter.Bodies.Contains(of.Body ?? "")) && (!filter.DirectionsDue || of.Directed);
    }
}
