using Mhcs.Domain.Briefings;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Briefings;

/// <summary>A briefing with its case, read at one moment for one person.</summary>
/// <param name="Stale">What in it is no longer so, each with its mend.</param>
public sealed record BriefingView(CaseView View, Briefing Briefing, IReadOnlyList<string> Stale);

/// <summary>Briefings of a case: begun from it, edited, cleared by another, issued as a document. Every act goes through the one door, so each is on the record of its case.</summary>
public sealed class BriefingDesk(CaseDesk desk, CaseQuery cases, DocumentDesk documents, IDbContextFactory<PortalDb> dbs)
{
    public async Task<(CaseView View, IReadOnlyList<Briefing> Briefings)?> Of(string reference, PersonId me, CancellationToken ct = default)
    {
        if (await cases.Find(reference, me, 1, ct) is not { } view) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return (view, await db.Briefings.AsNoTracking().Where(b => b.CaseId == view.File.Id).OrderByDescending(b => b.Id).ToListAsync(ct));
    }

    public async Task<BriefingView?> Find(string reference, int id, PersonId me, CancellationToken ct = default) =>
        await Of(reference, me, ct) is var (view, all) && all.FirstOrDefault(b => b.Id == id) is { } briefing
            ? new(view, briefing, briefing.Standing == BriefingStanding.Issued ? [] : [.. briefing.Stale(view.File, view.On.Today)]) : null;

    /// <summary>Begins one, filled from the case as it stands. Answers its number too.</summary>
    public async Task<(Outcome Outcome, int? Id)> Begin(string reference, BriefingKind kind, PersonId me, CancellationToken ct = default)
    {
        if (await cases.Find(reference, me, 1, ct) is not { } view) return (new Outcome.NotFound(), null);
        Briefing? begun = null;
        var outcome = await desk.Work(view.File.Reference, me, (file, on, writing) =>
        {
            begun = Briefing.Begin(file, kind, BriefingFill.Of(view, kind), on);
            writing.Db.Briefings.Add(begun);
            return file.BriefingKept(begun, on);
        }, view.File.Version, ct);
        return (outcome, outcome is Outcome.Done ? begun!.Id : null);
    }

    /// <param name="seen">The version the person had before them.</param>
    public Task<Outcome> Write(BriefingView on, IReadOnlyList<BriefingSection> sections, int seen, PersonId me, CancellationToken ct = default) =>
        Act(on, me, (briefing, file, now) => { briefing.Write(file, sections, seen, filled: false, now); return file.BriefingKept(briefing, now); }, ct: ct);

    /// <summary>Takes the facts from the case anew; what somebody wrote stays.</summary>
    public Task<Outcome> Fill(BriefingView on, PersonId me, CancellationToken ct = default) =>
        Act(on, me, (briefing, file, now) => { briefing.Write(file, BriefingFill.Afresh(briefing, on.View), on.Briefing.Version, filled: true, now); return file.BriefingKept(briefing, now); }, on.View.File.Version, ct);

    public Task<Outcome> Clear(BriefingView on, PersonId me, CancellationToken ct = default) =>
        Act(on, me, (briefing, file, now) => { briefing.Clear(file, now); return file.BriefingPassed(briefing, now); }, on.View.File.Version, ct);

    public Task<Outcome> Issue(BriefingView on, PersonId me, CancellationToken ct = default)
    {
        var (view, briefing) = (on.View, on.Briefing);
        var name = $"{view.File.Reference} {Briefing.LabelOf(briefing.Kind).ToLowerInvariant()} {briefing.Id}.docx";
        var bytes = BriefingDocx.Write(briefing, view);
        return documents.Keep(view.File.Reference, me, name, bytes, (file, now, writing, id) =>
        {
            var kept = Kept(writing, file, briefing.Id);
            // The text that was cleared is the text that goes out.
            if (kept.Version != briefing.Version) throw new RuleBroken(new Refusal("stale", "Somebody else changed this briefing meanwhile. Load the page again"));
            kept.Issue(file, id, now);
            return file.BriefingSent(kept, id, name, bytes.Length, now);
        }, view.File.Version, ct);
    }

    Task<Outcome> Act(BriefingView on, PersonId me, Func<Briefing, CaseFile, Occasion, IReadOnlyList<CaseEvent>> act, int? version = null, CancellationToken ct = default) =>
        desk.Work(on.View.File.Reference, me, (file, now, writing) => act(Kept(writing, file, on.Briefing.Id), file, now), version, ct);

    static Briefing Kept(Writing writing, CaseFile file, int id) => writing.Db.Briefings.FirstOrDefault(b => b.Id == id && b.CaseId == file.Id)
        ?? throw new RuleBroken(new Refusal("not-found", "There is no such briefing on this case"));
}
