using System.Security.Cryptography;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents.Library;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Documents;

/// <summary>Puts documents on cases and issues papers: the bytes under an id of our own, the record in the same commit as its event.</summary>
public sealed class DocumentDesk(IDbContextFactory<PortalDb> dbs, CaseDesk desk, CaseQuery cases, Occasions occasions, Storage storage, SensitiveReads reads, TemplateLibrary library, ILogger<DocumentDesk> log)
{
    /// <summary>Keeps a file that came from outside. The same name again is the next version.</summary>
    public Task<Outcome> Add(CaseReference reference, PersonId me, string name, byte[] bytes, int? version = null, CancellationToken ct = default) =>
        Add(reference, me, name, bytes, null, (_, _, _) => [], version, ct);

    /// <summary>Keeps a paper that others sent, and records in the same commit that it has come.</summary>
    public Task<Outcome> Receive(CaseReference reference, PersonId me, Want want, DateOnly receivedOn, string name, byte[] bytes, int? version = null, CancellationToken ct = default) =>
        Add(reference, me, name, bytes, want.From.Category, (file, id, on) => file.ReceivePaper(want.Key, receivedOn, id, on), version, ct);

    /// <summary>Records that a paper has come: as a document that lies on the case already, or kept on paper.</summary>
    public Task<Outcome> Receive(CaseReference reference, PersonId me, string paper, DateOnly receivedOn, string? documentId, int? version = null, CancellationToken ct = default) =>
        desk.Work(reference, me, (file, on, writing) => documentId is null || writing.Db.Documents.Any(d => d.Id == documentId && d.CaseId == file.Id)
            ? file.ReceivePaper(paper, receivedOn, documentId, on) : throw new RuleBroken(new Refusal("invalid", "There is no such document on this case", "documentId")), version, ct);

    /// <summary>Records what a document is, as somebody who has read it says.</summary>
    public Task<Outcome> Describe(CaseReference reference, PersonId me, string id, string? category, DateOnly? datedOn, string? disturbing, int? version = null, CancellationToken ct = default) =>
        desk.Work(reference, me, (file, on, writing) =>
        {
            var document = writing.Db.Documents.FirstOrDefault(d => d.Id == id && d.CaseId == file.Id) ?? throw new RuleBroken(new Refusal("invalid", "There is no such document on this case", "document"));
            var events = file.DescribeDocument(id, document.Name, category, datedOn, disturbing, on);
            (document.Category, document.DatedOn, document.Disturbing) = (category, datedOn, disturbing?.Trim());
            return events;
        }, version, ct);

    /// <summary>Keeps letters of ours that no table asks for, with what they were written for, in one commit.</summary>
    public Task<Outcome> Write(CaseReference reference, PersonId me, string name, byte[] bytes, Func<CaseFile, string, Occasion, IReadOnlyList<CaseEvent>> also, int? version = null, CancellationToken ct = default) =>
        Add(reference, me, name, bytes, "Our own letter", also, version, ct);

    async Task<Outcome> Add(CaseReference reference, PersonId me, string name, byte[] bytes, string? category, Func<CaseFile, string, Occasion, IReadOnlyList<CaseEvent>> also, int? version, CancellationToken ct)
    {
        var shown = Path.GetFileName(name.Replace('\\', '/'));
        if (shown.Length is 0 or > 200) return Refuse("The file’s name must have 1 to 200 characters");
        if (bytes.Length == 0) return Refuse($"“{shown}” is empty. Choose the file again");
        if (bytes.Length > FileKinds.Largest) return Refuse($"“{shown}” is larger than 20 MB. Split it, or send a smaller scan");
        if (FileKinds.Of(shown, bytes) is not { } kind) return Refuse($"“{shown}” is not a {FileKinds.Names} file, or its content is something else. Save it as one of these and choose it again");
        return await Keep(bytes, id => desk.Work(reference, me, (file, on, writing) =>
        {
            IReadOnlyList<CaseEvent> events = [.. also(file, id, on), .. file.AddDocument(id, shown, bytes.Length, on)];
            var last = writing.Db.Documents.Where(d => d.CaseId == file.Id && d.Name == shown && d.Paper == null).OrderByDescending(d => d.Version).FirstOrDefault();
            var next = Stored(id, file, shown, kind.ContentType, bytes, on, null, (last?.Version ?? 0) + 1, category ?? last?.Category);
            // What somebody said of the version before counts for this one until somebody says otherwise.
            (next.DatedOn, next.Disturbing) = (last?.DatedOn, last?.Disturbing);
            writing.Db.Documents.Add(next);
            return events;
        }, version, ct));
    }

    /// <summary>Issues a paper after its pre-flight, from the file as it stands: the text and the record can't differ.</summary>
    /// <param name="again">Why the same letter goes out again within days.</param>
    /// <param name="despiteDeath">Why it goes out though the patient has died.</param>
    public async Task<Outcome> Issue(CaseReference reference, int number, PersonId me, int? version = null, string? again = null, string? despiteDeath = null, CancellationToken ct = default)
    {
        if (await cases.Find(reference.Value, me, 1, ct) is not { } view) return new Outcome.NotFound();
        if (view.File.Papers.FirstOrDefault(p => p.Number == number) is not { } raised) return Refuse("There is no such paper on this case");
        if (version is { } seen && seen != view.File.Version) return await desk.Work(reference, me, (file, _) => [], seen, ct);
        var paper = Papers.Get(raised.Paper);
        var issue = raised.Version + 1;
        var template = library.Of(paper);
        var bytes = PaperDocx.Write(MergeFields.Filled(template.Template, paper, view.File, view.On.Today), Head(view, raised, issue), template.Version);
        var written = library.Of(paper, view.File, view.File.Facts).Mark;
        return await Keep(bytes, id => desk.Work(reference, me, (file, on, writing) =>
        {
            // The patient and the texts have no part in the version of the case.
            if (library.Of(paper, file, file.Facts).Mark != written) throw new RuleBroken(new Refusal("stale", "What the paper says has changed at this moment. Read it again, then issue it", "document"));
            var events = file.IssuePaper(number, id, on, again, template.Version, despiteDeath);
            writing.Db.Documents.Add(Stored(id, file, $"{reference} {paper.Key} {issue}.docx", PaperDocx.ContentType, bytes, on, paper.Key, issue, template: template.Version));
            return events;
        }, view.File.Version, ct));
    }

    /// <summary>Keeps a Word document that we made, in the same commit as the events of what it was made for.</summary>
    public Task<Outcome> Keep(CaseReference reference, PersonId me, string name, byte[] bytes, Func<CaseFile, Occasion, Writing, string, IReadOnlyList<CaseEvent>> work, int? version = null, CancellationToken ct = default) =>
        Keep(bytes, id => desk.Work(reference, me, (file, on, writing) =>
        {
            var events = work(file, on, writing, id);
            writing.Db.Documents.Add(Stored(id, file, name, PaperDocx.ContentType, bytes, on, null, 1));
            return events;
        }, version, ct));

    /// <summary>What stands around the text of a paper of this case.</summary>
    public static Letterhead Head(CaseView view, CasePaper raised, int issue) =>
        new(view.File.Reference.Value, FactWords.Day(view.On.Today), Papers.Get(raised.Paper).To, Papers.Get(raised.Paper).NamesPatient && view.File.Patient is { } p ? $"{p.Forenames} {p.Surname}, born {FactWords.Day(p.BornOn)}" : null, issue)
        {
            Signature = raised is { SignedAt: { } at, SignedBy: { } by } && view.File.IsSigned(raised, view.On) ? new(view.Who(by), FactWords.Moment(at)) : null,
        };

    /// <summary>A stored document for somebody to take away, if its case exists for them: on the record.</summary>
    public async Task<(StoredDocument Document, string Path)?> Find(string id, PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Documents.AsNoTracking().Join(db.Cases.AsNoTracking().OpenTo(on.By), d => d.CaseId, c => c.Id, (Document, File) => new { Document, File }).FirstOrDefaultAsync(f => f.Document.Id == id, ct) is not { } found) return null;
        await reads.Of(found.Document, found.File, me, ct);
        return (found.Document, PathOf(id));
    }

    /// <summary>An issued paper as it went out, read from the document that is kept of it: on the record. Null where that is not in the store.</summary>
    public async Task<(PaperTemplate Paper, Letterhead Head)?> AsIssued(string id, PersonId me, CancellationToken ct = default) =>
        await Find(id, me, ct) is var (_, path) && File.Exists(path) ? PaperDocx.Read(path) : null;

    // The bytes come first: a record without its file would be a lie, a file without its record is only swept up.
    async Task<Outcome> Keep(byte[] bytes, Func<string, Task<Outcome>> record)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        try
        {
            await File.WriteAllBytesAsync(PathOf(id), bytes);
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            log.LogError(trouble, "A document could not be kept");
            File.Delete(PathOf(id));
            return new Outcome.StorageTrouble(StorageTrouble.Words);
        }
        var outcome = await record(id);
        if (outcome is not Outcome.Done) File.Delete(PathOf(id));
        return outcome;
    }

    string PathOf(string id) => Path.Combine(storage.Documents, id);

    static StoredDocument Stored(string id, CaseFile file, string name, string type, byte[] bytes, Occasion on, string? paper, int version, string? category = null, int? template = null) => new()
    {
        Id = id, CaseId = file.Id, Name = name, ContentType = type, Size = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        At = on.At, By = on.By.Id, Paper = paper, Version = version, Category = category, Template = template,
    };

    static Outcome.Refused Refuse(string why) => new([new Refusal("invalid", why, "document")]);
}
