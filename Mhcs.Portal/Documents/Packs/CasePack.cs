using System.Text.Json;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents.Library;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Documents.Packs;

/// <summary>What the pack of a case would hold for one person.</summary>
/// <param name="Documents">Every version that is kept, by name.</param>
public sealed record PackContents(CaseView View, IReadOnlyList<Note> Notes, IReadOnlyList<StoredDocument> Documents)
{
    public long Size => Documents.Sum(d => d.Size);

    /// <summary>Why the documents can't go into one ZIP; null: they can.</summary>
    public string? TooLarge => Size <= CasePack.Largest ? null
        : $"The documents of this case come to {Size / 1024 / 1024:N0} MB, more than the {CasePack.Largest / 1024 / 1024:N0} MB of one pack. Take the Word document, and the documents one by one from the case";
}

/// <summary>Everything about one case in one hand: a Word document with its contents, and a ZIP that has the documents beside it. Taking one is on the record; whoever may not see the case finds none.</summary>
public sealed class CasePack(CaseQuery cases, IDbContextFactory<PortalDb> dbs, Storage storage, TemplateLibrary library, WriteLane lane)
{
    /// <summary>Most bytes of documents in one ZIP (design figure).</summary>
    public const long Largest = 250L * 1024 * 1024;
    public const string Taken = "CasePackTaken";

    public async Task<PackContents?> Contents(string reference, PersonId me, CancellationToken ct = default)
    {
        if (await cases.Find(reference, me, 1, ct) is not { } view) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return new(view, await db.Notes.AsNoTracking().Where(n => n.CaseId == view.File.Id).OrderBy(n => n.Id).ToListAsync(ct), view.Documents);
    }

    /// <summary>The Word document, on the record as taken.</summary>
    public async Task<(string Name, byte[] Bytes)?> Word(string reference, PersonId me, CancellationToken ct = default)
    {
        if (await Contents(reference, me, ct) is not { } contents) return null;
        await Record(contents, "docx", [], me, ct);
        return (Name(contents, "docx"), Write(contents, me));
    }

    /// <summary>The Word document and every document of the case, on the record as taken. Null also where they are too large; <see cref="PackContents.TooLarge"/> says so before.</summary>
    public async Task<ZipAnswer?> Zip(string reference, PersonId me, CancellationToken ct = default)
    {
        if (await Contents(reference, me, ct) is not { TooLarge: null } contents) return null;
        var kept = contents.Documents.Where(d => File.Exists(PathOf(d))).ToList();
        await Record(contents, "zip", kept, me, ct);
        return new(Name(contents, "zip"), [ZipPart.Of(Name(contents, "docx"), Write(contents, me)),
            .. kept.Select(d => ZipPart.Of(d.Version == 1 ? d.Name : $"{Path.GetFileNameWithoutExtension(d.Name)}, version {d.Version}{Path.GetExtension(d.Name)}", PathOf(d)))]);
    }

    byte[] Write(PackContents contents, PersonId me) => CasePackDocx.Write(contents, contents.View.Who(me), library, d => File.Exists(PathOf(d)) ? PathOf(d) : null);

    string PathOf(StoredDocument document) => Path.Combine(storage.Documents, document.Id);

    static string Name(PackContents contents, string ending) => $"{contents.View.File.Reference} case pack OFFICIAL-SENSITIVE.{ending}";

    // Named in the data and not linked to the case: reading is no event of the case, and moves no screen.
    Task Record(PackContents contents, string form, IReadOnlyList<StoredDocument> documents, PersonId me, CancellationToken ct) => lane.Write(writing =>
    {
        var (file, on) = (contents.View.File, contents.View.On);
        writing.Record(new TrailEntry
        {
            Kind = Taken, By = me, At = on.At, Team = file.Team, PatientNumber = file.PatientNumber,
            Data = JsonSerializer.Serialize(new { reference = file.Reference.Value, form, version = file.Version, notes = contents.Notes.Count, documents = documents.Select(d => d.Id) }, EventJson.Options),
        });
        return Task.CompletedTask;
    }, ct);
}
