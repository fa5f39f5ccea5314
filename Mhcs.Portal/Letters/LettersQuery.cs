using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Letters;

/// <summary>What the list of letters is narrowed to.</summary>
/// <param name="Paper">Key of one paper: a stock letter is issued with its like.</param>
public sealed record LettersFilter(string? Team = null, string? Paper = null)
{
    public string Href(int page = 1, int size = LettersQuery.Usual) => QueryHelpers.AddQueryString("/letters", new Dictionary<string, string?>
    {
        ["team"] = Team, ["paper"] = Paper, ["page"] = page == 1 ? null : $"{page}", ["pageSize"] = size == LettersQuery.Usual ? null : $"{size}",
    });
}

/// <summary>A paper that a step has raised and nobody has issued.</summary>
/// <param name="Missing">Why it can't be issued yet, each a sentence; none: it is ready.</param>
public sealed record LetterRow(CaseFile File, CasePaper Raised, string? Owner, IReadOnlyList<string> Missing)
{
    public string Id => $"{File.Reference}:{Raised.Number}";
    public bool Ready => Missing.Count == 0;
}

public sealed record LettersPage(IReadOnlyList<LetterRow> Rows, int Total, int Page, int Size, IReadOnlyList<(Paper Paper, int Count)> Kinds, IReadOnlyList<Team> Teams, DateTimeOffset At);

/// <summary>Papers waiting to be issued, the longest waiting first; counted and paged in SQL, the pre-flight read for the page alone.</summary>
public sealed class LettersQuery(IDbContextFactory<PortalDb> dbs, Occasions occasions, Staff staff, ReferenceData reference)
{
    public const int Usual = 25, Most = 100;

    public async Task<LettersPage?> For(PersonId me, LettersFilter filter, int page = 1, int size = Usual, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on || (on.By.Teams().Length == 0 && !on.By.SeesAllTeams())) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var seen = db.Cases.AsNoTracking().SeenBy(on.By).NotStoppedByDeath().Where(c => filter.Team == null || c.Team == filter.Team);
        var waiting = from p in db.CasePapers.AsNoTracking()
                      where p.IssuedAt == null
                      join c in seen on EF.Property<int>(p, "CaseId") equals c.Id
                      select new { p.Paper, p.Number, p.RaisedAt, c.Id };
        var counts = await waiting.GroupBy(w => w.Paper).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var total = counts.Where(c => filter.Paper is null || c.Key == filter.Paper).Sum(c => c.Count);
        size = Math.Clamp(size, 1, Most);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var shown = await waiting.Where(w => filter.Paper == null || w.Paper == filter.Paper).OrderBy(w => w.RaisedAt).ThenBy(w => w.Id).ThenBy(w => w.Number).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var ids = shown.Select(w => w.Id).Distinct().ToList();
        var files = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Include(c => c.Patient).Include(c => c.Papers).AsSplitQuery().ToDictionaryAsync(c => c.Id, ct);
        var people = await staff.Everyone(ct);
        return new([.. shown.Select(w => Row(files[w.Id], w.Number))], total, page, size,
            [.. counts.Where(c => Papers.All.Any(p => p.Key == c.Key)).Select(c => (Papers.Get(c.Key), c.Count)).OrderBy(k => k.Item1.Label, StringComparer.Ordinal)], [.. reference.Book.Teams.All.Where(t => on.By.SeesTeam(t.Code))], on.At);

        LetterRow Row(CaseFile file, int number)
        {
            var raised = file.Papers.First(p => p.Number == number);
            return new(file, raised, file.AssigneeId is { } id ? people.GetValueOrDefault(id)?.Name : null, [.. Missing(file, raised, on)]);
        }
    }

    static IEnumerable<string> Missing(CaseFile file, CasePaper raised, Occasion on)
    {
        foreach (var line in Papers.Get(raised.Paper).PreFlight(file, on))
            if (line.Problem is { } problem) yield return problem;
        if (file.HoldsLetters) yield return "The patient has died: open it and say why it goes out all the same";
        if (!file.IsSigned(raised, on)) yield return $"To be signed by a {on.By.Matrix.LevelFor(Papers.Get(raised.Paper).SignedBy!, file).Label.ToLowerInvariant()} or above";
        if (file.SameLately(raised, on.Today) is not null) yield return "The same letter went out lately: open it and say why it goes out again";
        if (on.By.May(Authorities.Administration, file) is { Granted: false } no) yield return no.Reason;
    }
}
