using System.Text.RegularExpressions;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Visits the pages and asks the database how it goes about every query behind them: none may walk through all cases, events or notes.</summary>
sealed partial class Plans : IStep
{
    static readonly string[] Pages =
    [
        "/", "/my-work", "/decisions", Hand.Board, $"/dashboard/{Bench.Team}", "/cases", QueueFirstHtml.Queue, "/cases?shown=closed", "/cases?shown=all&page=20", "/cases?sort=patient", "/cases?due=overdue", "/patients", "/quality",
        "/morning", "/diary", "/tribunal", "/papers", "/letters", "/correspondence", "/victims", "/folder", "/directory", "/engagement", "/retention",
        $"/api/v1/cases?team={Bench.Team}", $"/api/v1/teams/{Bench.Team}/workload", $"/api/v1/teams/{Bench.Team}/dashboard",
    ];

    public string Name => "Plans of the queries";
    public IReadOnlyList<int> Goals => [14];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        var (few, many) = CaseHistory.Cases(Bench.Store(bench.Grown));
        List<string> walks = [];
        await using var desk = await Desk.Over(bench.Grown, ct);
        await using var portal = await bench.StartPortal(bench.Grown, ct, plans: true);
        await using var people = await People.At(portal, 2, ct);
        foreach (var page in Pages.Concat([CaseHistory.Page(few.Reference), CaseHistory.Page(many.Reference)]))
            using (await people[0].Http.GetAsync(page, ct)) { }
        await using (var hand = await Hand.At(people[0], desk, ct))
            for (var i = 0; i < 3; i++) await hand.Drop();
        await Task.Delay(500, ct);

        var plans = portal.Plans;
        walks.AddRange(plans.Where(p => Walks(p.Sql, p.Plan)).Select(p => $"{p.Plan}: {p.Sql}"));
        foreach (var walk in walks) Console.WriteLine($"    {walk}");
        return [Figure.Holds(14, $"plans of {plans.Count} queries without a walk through all cases, events or notes", walks.Count == 0, walks.Count == 0 ? "none" : $"{walks.Count} walk", "none")];
    }

    // A walk along an index that holds only the open cases is no walk through all of them.
    static bool Walks(string sql, string plan)
    {
        var names = Big().Matches(sql).Select(m => m.Groups["alias"].Value).Concat(["case", "trail", "note"]).ToHashSet(StringComparer.Ordinal);
        return Scan().Matches(plan).Any(m => names.Contains(m.Groups["table"].Value) && !m.Groups["index"].Value.Contains("_open", StringComparison.Ordinal));
    }

    [GeneratedRegex("\"(case|trail|note)\" AS \"(?<alias>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Big();

    [GeneratedRegex("SCAN (?<table>\\w+)(?<index> USING [^|]*)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scan();
}
