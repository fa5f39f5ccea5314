using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Guidance;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Guidance;

/// <summary>A page as a file of seed-data/guidance: lines of "name: value", an empty line, then Markdown.</summary>
/// <param name="Governs">Keys of case types; every type where the file says "all".</param>
public sealed record ShippedPage(string Key, string Title, string Area, IReadOnlyList<string> Governs, DateOnly ReviewOn, string Text)
{
    public static IEnumerable<ShippedPage> All() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seed-data", "guidance"), "*.md").Order(StringComparer.Ordinal).Select(Read);

    static ShippedPage Read(string file)
    {
        var (key, parts) = (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file).ReplaceLineEndings("\n").Split("\n\n", 2));
        var head = parts[0].Split('\n').Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (parts.Length < 2 || new[] { "title", "area", "governs", "review" }.Any(name => !head.ContainsKey(name)))
            throw new InvalidDataException($"guidance/{key}.md must begin with title, area, governs and review, and an empty line");
        string[] types = [.. AllCaseTypes.All.Select(t => t.Key)], named = head["governs"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (named.Except(types).FirstOrDefault(n => n != "all") is { } unknown) throw new InvalidDataException($"guidance/{key}.md governs {unknown}, which is no case type");
        return new(key, head["title"], head["area"], named.Contains("all") ? types : named, DateOnly.ParseExact(head["review"], "yyyy-MM-dd", CultureInfo.InvariantCulture), parts[1]);
    }
}

/// <summary>Puts the pages that ship with the program on the shelf, each once: what was changed here since is never taken back.</summary>
public sealed class GuidanceFill(WriteLane lane, IDbContextFactory<PortalDb> dbs, Storage storage, Occasions occasions)
{
    public async Task Run(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var known = await db.PolicyPages.Select(p => p.Key).ToListAsync(ct);
        if (ShippedPage.All().All(p => known.Contains(p.Key))) return;
        await lane.Write(async writing =>
        {
            await storage.LockChain(writing.Db, ct);
            // Another node may have been first.
            var there = await writing.Db.PolicyPages.Select(p => p.Key).ToListAsync(ct);
            foreach (var shipped in ShippedPage.All().Where(p => !there.Contains(p.Key)))
            {
                var page = PolicyPage.Shipped(shipped.Key, shipped.Title, shipped.Area, shipped.Governs, shipped.ReviewOn);
                writing.Db.PolicyPages.Add(page);
                await writing.Db.SaveChangesAsync(ct);
                writing.Db.PageVersions.Add(PageVersion.Shipped(page.Id, shipped.Title, shipped.Area, shipped.Governs, shipped.Text, shipped.ReviewOn, occasions.Now));
            }
        }, ct);
    }
}
