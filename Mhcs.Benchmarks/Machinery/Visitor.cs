using System.Net;
using System.Text.Json.Nodes;

namespace Mhcs.Benchmarks.Machinery;

/// <summary>Somebody at a server: their cookies, and a client that sends them along.</summary>
sealed class Visitor : IDisposable
{
    readonly Uri _root;

    public Visitor(Uri root)
    {
        _root = root;
        Http = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = root, Timeout = TimeSpan.FromSeconds(60),
        };
    }

    public CookieContainer Cookies { get; } = new();
    public HttpClient Http { get; }

    public static async Task<Visitor> SignIn(Uri root, string userName, CancellationToken ct)
    {
        var visitor = new Visitor(root);
        using var answer = await visitor.Http.PostAsJsonAsync("/api/v1/session", new { userName, password = Bench.Password }, ct);
        answer.EnsureSuccessStatusCode();
        var session = await visitor.Http.GetFromJsonAsync<JsonObject>("/api/v1/session", ct);
        visitor.Http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", (string?)session!["csrfToken"]);
        return visitor;
    }

    /// <summary>Fetches a page whole; anything but success is an error.</summary>
    public async Task<int> Get(string path, CancellationToken ct)
    {
        using var answer = await Http.GetAsync(path, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync(ct)).Length;
    }

    public async Task<JsonNode> Json(string path, CancellationToken ct) => (await Http.GetFromJsonAsync<JsonNode>(path, ct))!;

    public async Task<JsonNode?> Post(string path, object? body, CancellationToken ct)
    {
        using var answer = await Http.PostAsJsonAsync(path, body, ct);
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
        var text = await answer.Content.ReadAsStringAsync(ct);
        return text is "" ? null : JsonNode.Parse(text);
    }

    public Task<Circuit> Open(string path, CancellationToken ct) => Circuit.Open(_root, Http, Cookies, path, ct);

    public void Dispose() => Http.Dispose();
}
