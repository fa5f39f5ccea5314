using System.Collections.Concurrent;
using System.Text.Json;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Library;
using Mhcs.Portal.Documents.Packs;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Folders;

/// <summary>Hands out the daily folder, as a page, a Word document or a ZIP; who looked at it and who took it is on the trail first.</summary>
public sealed class FolderDesk(DailyFolderQuery query, CaseQuery cases, CasePack packs, TemplateLibrary library, Staff staff, WriteLane lane, TimeProvider clock)
{
    public const string Read = "DailyFolderRead", Taken = "DailyFolderTaken";

    /// <summary>Cases for decision whose packs go into the ZIP: a folder, not an archive. The cover names the rest.</summary>
    public const int MostPacks = 20;

    // An open page reads again at every change: that is one look at it.
    static readonly TimeSpan OneLook = TimeSpan.FromMinutes(15);
    readonly ConcurrentDictionary<PersonId, long> _lately = [];

    public async Task<DailyFolder?> Look(PersonId me, CancellationToken ct = default)
    {
        if (await query.For(me, ct) is not { } folder) return null;
        if (_lately.TryGetValue(me, out var at) && clock.GetElapsedTime(at) < OneLook) return folder;
        await Record(Read, folder, "page", me, ct);
        _lately[me] = clock.GetTimestamp();
        return folder;
    }

    public async Task<(string Name, byte[] Bytes)?> Word(PersonId me, CancellationToken ct = default)
    {
        if (await query.For(me, ct) is not { } folder) return null;
        await Record(Taken, folder, "docx", me, ct);
        return (Name(folder, "docx"), await Write(folder, me, ct));
    }

    /// <summary>The Word document, the pack of each case for decision, and each warrant to sign as it will read.</summary>
    public async Task<ZipAnswer?> Zip(PersonId me, CancellationToken ct = default)
    {
        if (await query.For(me, ct) is not { } folder) return null;
        await Record(Taken, folder, "zip", me, ct);
        List<ZipPart> parts = [];
        var without = folder.Decisions.Skip(MostPacks).Select(d => d.File.Reference).ToList();
        foreach (var decision in folder.Decisions.Take(MostPacks))
            if (await packs.Word(decision.File.Reference.Value, me, ct) is var (name, bytes)) parts.Add(ZipPart.Of($"For decision, {name}", bytes));
            else without.Add(decision.File.Reference);
        foreach (var row in folder.ToSign)
            if (await cases.Find(row.File.Reference.Value, me, 1, ct) is { } view && view.File.Papers.FirstOrDefault(p => p.Number == row.Raised.Number) is { } raised)
            {
                var (paper, text) = (Papers.Get(raised.Paper), library.Of(Papers.Get(raised.Paper)));
                parts.Add(ZipPart.Of($"To sign, {view.File.Reference} {paper.Key}.docx", PaperDocx.Write(MergeFields.Filled(text.Template, paper, view.File, view.On.Today), DocumentDesk.Head(view, raised, 1), text.Version, draft: true)));
            }
        var beside = without.Count == 0 ? "The packs of all cases for decision, and each warrant to sign as it will read." : $"The packs of {folder.Decisions.Count - without.Count} of {folder.Decisions.Count} cases for decision, and each warrant to sign as it will read. Without a pack here, to be taken from their own pages: {string.Join(", ", without)}.";
        return new(Name(folder, "zip"), [ZipPart.Of(Name(folder, "docx"), await Write(folder, me, ct, beside)), .. parts]);
    }

    async Task<byte[]> Write(DailyFolder folder, PersonId me, CancellationToken ct, string? beside = null) => DailyFolderDocx.Write(folder, (await staff.Everyone(ct)).GetValueOrDefault(me)?.Name ?? "", beside);

    static string Name(DailyFolder folder, string ending) => $"Daily folder {folder.On.Today:yyyy-MM-dd} OFFICIAL-SENSITIVE.{ending}";

    Task Record(string kind, DailyFolder folder, string form, PersonId me, CancellationToken ct) => lane.Write(writing =>
    {
        writing.Record(new TrailEntry
        {
            Kind = kind, By = me, At = folder.On.At,
            Data = JsonSerializer.Serialize(new { day = folder.On.Today, form, decisions = folder.Decisions.Select(d => d.File.Reference.Value), toSign = folder.ToSign.Select(t => t.File.Reference.Value), overnight = folder.Overnight.Select(o => o.File.Reference.Value).Distinct(), overnightInAll = folder.OvernightInAll, missedInAll = folder.MissedInAll, urgent = folder.Urgent.Select(c => c.Reference.Value), urgentInAll = folder.UrgentInAll }, EventJson.Options),
        });
        return Task.CompletedTask;
    }, ct);
}
