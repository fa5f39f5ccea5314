using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Patients;

/// <summary>What the list of patients is narrowed to. Words (name, number, PPUD, hospital) never stand in an address.</summary>
public sealed record PatientFilter
{
    public string? Team { get; init; }
    /// <summary>Those whose restrictions have ended, instead of those on our books.</summary>
    public bool Former { get; init; }
    public IReadOnlyList<LegalCategory> Categories { get; init; } = [];
    public IReadOnlyList<CaseFlag> Flags { get; init; } = [];
    public string? Hospital { get; init; }
    public string? Words { get; init; }

    public static PatientFilter From(Func<string, string?> value) => new()
    {
        Team = value("team") is { Length: > 0 } team ? team.ToUpperInvariant() : null,
        Former = value("books") == "former",
        Categories = Each<LegalCategory>(value("category")),
        Flags = Each<CaseFlag>(value("flag")),
        Hospital = value("hospital") is { Length: > 0 } hospital ? hospital : null,
    };

    public string Href => QueryHelpers.AddQueryString("/patients", new Dictionary<string, string?>
    {
        ["team"] = Team, ["books"] = Former ? "former" : null, ["category"] = Joined(Categories), ["flag"] = Joined(Flags), ["hospital"] = Hospital, ["words"] = Words is null ? null : "yes",
    });

    static string? Joined<T>(IReadOnlyList<T> values) where T : struct, Enum => values.Count == 0 ? null : string.Join(',', values).ToLowerInvariant();

    static IReadOnlyList<T> Each<T>(string? list) where T : struct, Enum =>
        [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(word => !char.IsAsciiDigit(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : (T?)null).OfType<T>().Distinct()];
}

/// <param name="OpenCases">Open cases that this person may see.</param>
public sealed record PatientRow(string Number, string Surname, string Forenames, DateOnly BornOn, string? PpudReference, LegalCategory Category, string? Hospital, string? Residence, string Team, bool HighProfile, bool VictimScheme, int OpenCases)
{
    public string Name => $"{Surname}, {Forenames}";
}

public sealed record PatientCell(string Team, LegalCategory Category, bool HighProfile, bool VictimScheme, int Count);

/// <param name="Others">How many match on the other side: former patients, or those on our books.</param>
public sealed record PatientPageOf(IReadOnlyList<PatientRow> Rows, int Total, int Others, int Page, int Size, IReadOnlyList<PatientCell> Cells, IReadOnlyList<(string Hospital, int Count)> Hospitals, IReadOnlyList<Team> Teams, DateTimeOffset At)
{
    public int With(PatientFilter filter, LegalCategory category) => Sum(filter with { Categories = [] }, c => c.Category == category);
    public int With(PatientFilter filter, CaseFlag flag) => Sum(filter with { Flags = [] }, c => Has(c, flag));
    public int WithTeam(PatientFilter filter, string team) => Sum(filter with { Team = null }, c => c.Team == team);
    public int Sum(PatientFilter filter) => Sum(filter, _ => true);

    int Sum(PatientFilter filter, Func<PatientCell, bool> where) => Cells.Where(c => where(c)
        && (filter.Team is null || filter.Team == c.Team)
        && (filter.Categories.Count == 0 || filter.Categories.Contains(c.Category))
        && (filter.Flags.Count == 0 || filter.Flags.Any(f => Has(c, f)))).Sum(c => c.Count);

    static bool Has(PatientCell cell, CaseFlag flag) => flag switch { CaseFlag.HighProfile => cell.HighProfile, CaseFlag.VictimLiaison => cell.VictimScheme, _ => false };
}

/// <summary>The list of patients, by name; counted and paged in SQL.</summary>
public sealed class PatientListQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, TimeProvider clock)
{
    static readonly LegalCategory[] Restricted = [.. Enum.GetValues<LegalCategory>().Where(c => c.IsRestricted)];

    public async Task<PatientPageOf?> For(PersonId me, PatientFilter filter, int page = 1, int size = 25, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || (actor.Teams().Length == 0 && !actor.SeesAllTeams())) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var seen = db.Patients.AsNoTracking().SeenBy(actor);
        if (filter.Words is { } words) seen = seen.Matching(words);
        var open = db.Cases.SeenBy(actor).Where(c => c.ClosedAt == null);
        // Restricted, or about to be: a prisoner whose transfer is open is on our books.
        var busy = open.Select(c => c.PatientNumber);
        var (books, former) = (seen.Where(p => Restricted.Contains(p.Category) || busy.Contains(p.Number)), seen.Where(p => !Restricted.Contains(p.Category) && !busy.Contains(p.Number)));
        var others = await Narrowed(filter.Former ? books : former, filter).CountAsync(p => filter.Hospital == null || p.Hospital == filter.Hospital, ct);
        seen = filter.Former ? former : books;
        var narrowed = Narrowed(seen, filter);
        var hospitals = await narrowed.Where(p => p.Hospital != null).GroupBy(p => p.Hospital!).Select(g => new { Hospital = g.Key, Count = g.Count() }).OrderBy(g => g.Hospital).ToListAsync(ct);
        if (filter.Hospital is { } hospital) (seen, narrowed) = (seen.Where(p => p.Hospital == hospital), narrowed.Where(p => p.Hospital == hospital));
        var cells = await seen.GroupBy(p => new { p.Team, p.Category, p.HighProfile, p.VictimScheme })
            .Select(g => new PatientCell(g.Key.Team, g.Key.Category, g.Key.HighProfile, g.Key.VictimScheme, g.Count())).ToListAsync(ct);
        var found = new PatientPageOf([], 0, others, 1, Math.Clamp(size, 1, CaseListQuery.MostOnAPage), cells, [.. hospitals.Select(h => (h.Hospital, h.Count))], [.. reference.Book.Teams.All.Where(t => actor.SeesTeam(t.Code))], clock.GetUtcNow());
        var total = found.Sum(filter);
        page = Math.Clamp(page, 1, Math.Max(1, (total + found.Size - 1) / found.Size));
        var rows = await narrowed.OrderBy(p => p.Surname).ThenBy(p => p.Forenames).ThenBy(p => p.Id).Skip((page - 1) * found.Size).Take(found.Size)
            .Select(p => new PatientRow(p.Number, p.Surname, p.Forenames, p.BornOn, p.PpudReference, p.Category, p.Hospital, p.Residence, p.Team, p.HighProfile, p.VictimScheme, open.Count(c => c.PatientNumber == p.Number))).ToListAsync(ct);
        return found with { Rows = rows, Total = total, Page = page };
    }

    static IQueryable<Patient> Narrowed(IQueryable<Patient> seen, PatientFilter filter)
    {
        if (filter.Team is { } team) seen = seen.Where(p => p.Team == team);
        if (filter.Categories is { Count: > 0 } categories) seen = seen.Where(p => categories.Contains(p.Category));
        if (filter.Flags is { Count: > 0 } flags)
        {
            var (high, victim) = (flags.Contains(CaseFlag.HighProfile), flags.Contains(CaseFlag.VictimLiaison));
            seen = seen.Where(p => (high && p.HighProfile) || (victim && p.VictimScheme));
        }
        return seen;
    }
}
