using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Library;

namespace Mhcs.Portal.Chasing;

/// <summary>A letter that was written: the papers it asks for, and the document on the case.</summary>
public sealed record ChaseLetterWritten(CaseReference Reference, string Source, IReadOnlyList<string> Papers, string DocumentId);

/// <summary>A paper that was not asked for, and why.</summary>
public sealed record NotChased(OwedPaper Paper, string Why);

/// <summary>What came of asking for papers, as the banner says it.</summary>
/// <param name="Beyond">Those over the most that are asked for at a time: nothing was done about them.</param>
public sealed record ChaseReport(IReadOnlyList<ChaseLetterWritten> Letters, IReadOnlyList<NotChased> Left, IReadOnlyList<OwedPaper> Beyond)
{
    /// <summary>What can be tried again.</summary>
    public IEnumerable<OwedPaper> NotAsked => Left.Select(l => l.Paper).Concat(Beyond);

    public int Papers => Letters.Sum(l => l.Papers.Count);

    public string Headline => (Papers, Papers + Left.Count + Beyond.Count) switch
    {
        (0, 1) => "The paper was not asked for",
        (0, _) => "No paper was asked for",
        var (done, all) => $"{(done == all ? Count(done, "paper") : $"{done} of {Count(all, "paper")}")} asked for in {Count(Letters.Count, "letter")}",
    };

    static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n:N0} {what}s";
}

/// <summary>
/// Asks for many papers at once: one letter a case and source, kept on its case with the request or chase of each paper in the same commit.
/// A letter names one patient, to a body that deals with that patient; nobody gets a list of ours.
/// </summary>
public sealed class ChaseDesk(DocumentDesk documents, CaseQuery cases, TemplateLibrary library)
{
    /// <summary>Most papers at a time.</summary>
    public const int Most = 100;

    public async Task<ChaseReport> Chase(PersonId me, IEnumerable<OwedPaper> papers, CancellationToken ct = default)
    {
        List<ChaseLetterWritten> letters = [];
        List<NotChased> left = [];
        var all = papers.Distinct().ToList();
        foreach (var file in all.Take(Most).GroupBy(p => p.Reference))
        {
            if (await cases.Find(file.Key.Value, me, 1, ct) is not { } view)
            {
                left.AddRange(file.Select(p => new NotChased(p, string.Join(". ", new Outcome.NotFound().Sentences))));
                continue;
            }
            var (known, unknown) = (view.File.WantedPapers.Where(w => file.Any(p => p.Paper == w.Paper)).ToList(), file.Where(p => view.File.WantedPapers.All(w => w.Paper != p.Paper)));
            left.AddRange(unknown.Select(p => new NotChased(p, "the case does not want this paper")));
            left.AddRange(known.Where(w => !w.IsOutstanding).Select(w => new NotChased(new(file.Key, w.Paper), w.Standing == PaperStanding.Received ? "it has come meanwhile" : "it is recorded as not available")));
            var lately = known.Where(w => w.IsOutstanding && AskedLately(w, view)).ToList();
            left.AddRange(lately.Select(w => new NotChased(new(file.Key, w.Paper), $"it was asked for on {FactWords.Day(LastAsked(w)!.Value)}, and its next chase is not due yet")));
            foreach (var source in known.Where(w => w.IsOutstanding).Except(lately).GroupBy(w => w.Source))
                await Write(me, file.Key, Sources.Get(source.Key), [.. source], letters, left, ct);
        }
        return new(letters, left, [.. all.Skip(Most)]);
    }

    // The guard of every other letter: not twice within days. A chase that is due has had its days.
    static bool AskedLately(WantedPaper paper, CaseView view) => LastAsked(paper) is { } on && on.AddDays(Paper.SameLetterDays) > view.On.Today
        && !view.File.Deadlines.Any(d => d.Number == paper.ChaseDate && d.IsRunning && d.InternalDue <= view.On.Today);

    static DateOnly? LastAsked(WantedPaper paper) => (paper.ChasedAt ?? paper.RequestedAt) is { } at ? London.Day(at) : null;

    async Task Write(PersonId me, CaseReference reference, Source source, IReadOnlyList<WantedPaper> papers, List<ChaseLetterWritten> letters, List<NotChased> left, CancellationToken ct)
    {
        // Read again for each letter: the one before it was an act on the same case.
        if (await cases.Find(reference.Value, me, 1, ct) is not { } view) return;
        var name = $"{reference} {source.Key} papers.docx";
        var outcome = await documents.Write(reference, me, name, ChaseLetter.Write(view, source, papers, library.Of(Papers.PapersWanted)),
            (file, _, on) => [.. papers.SelectMany(p => p.RequestedAt is null ? file.RequestPaper(p.Paper, $"By letter: {name}", on) : file.ChasePaper(p.Paper, $"By letter: {name}", on))], view.File.Version, ct);
        if (outcome is Outcome.Done done) letters.Add(new(reference, source.Label, [.. papers.Select(p => p.Label)], done.Events.OfType<DocumentAdded>().First().DocumentId));
        else left.AddRange(papers.Select(p => new NotChased(new(reference, p.Paper), string.Join(". ", outcome.Sentences))));
    }
}
