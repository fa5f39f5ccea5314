using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>What a page asks of the line and of the browser: bytes as they travel, requests, elements.</summary>
/// <param name="Warm">Bytes when everything that may be kept is kept already.</param>
sealed partial record PageWeight(long Cold, int Requests, long Warm, int Nodes)
{
    public IEnumerable<Figure> Figures(string page, bool nodes)
    {
        yield return Figure.AtMost(1, $"{page}: bytes, cold", Cold / 1024.0, 150, "KiB");
        yield return Figure.AtMost(1, $"{page}: requests, cold (the two of the live connection included)", Requests, 10, "");
        yield return Figure.AtMost(1, $"{page}: bytes, warm", Warm / 1024.0, 14, "KiB");
        yield return nodes ? Figure.AtMost(1, $"{page}: elements", Nodes, 1500, "") : Figure.Known(1, $"{page}: elements", $"{Nodes:N0}");
    }

    public static async Task<PageWeight> Of(Visitor visitor, string path, CancellationToken ct)
    {
        // Unlike the visitor's own, this client leaves what arrives as it came.
        using var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = visitor.Cookies, UseCookies = true }) { BaseAddress = visitor.Http.BaseAddress };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        using var page = await browser.GetAsync(path, ct);
        var document = new HtmlParser().ParseDocument(await visitor.Http.GetStringAsync(path, ct));
        var html = (await page.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct)).LongLength;

        await using var circuit = await visitor.Open(path, ct);
        await new Screens([circuit]).Rest(ct);
        var asked = document.QuerySelectorAll("link[rel=stylesheet], link[rel=modulepreload], script[src], img[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)
            .Concat(circuit.Modules).Where(address => !address.StartsWith("data:", StringComparison.Ordinal)).Select(address => new Uri(browser.BaseAddress!, address)).ToHashSet();
        long kept = 0, again = html;
        var requests = 1;
        for (var waiting = new Queue<Uri>(asked); waiting.TryDequeue(out var address); requests++)
        {
            using var answer = await browser.GetAsync(address, ct);
            var bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(ct)).LongLength;
            if (answer.Headers.CacheControl is { } cache && (cache.Extensions.Any(e => e.Name == "immutable") || cache.MaxAge > TimeSpan.FromDays(1))) kept += bytes;
            else again += bytes;
            if (!address.AbsolutePath.EndsWith(".js", StringComparison.Ordinal)) continue;
            foreach (Match import in StaticImport().Matches(await visitor.Http.GetStringAsync(address, ct)))
                if (new Uri(address, import.Groups[1].Value) is var module && asked.Add(module)) waiting.Enqueue(module);
        }
        const int liveConnection = 2;
        return new(kept + again, requests + liveConnection, again, document.All.Length);
    }

    [GeneratedRegex("^import [^'\"]*['\"](?<module>\\.[^'\"]+)['\"]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StaticImport();
}
