using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Mhcs.Benchmarks.Machinery;

/// <summary>A browser's half of a Blazor circuit without the browser: fetches the page, starts the circuit, acknowledges render batches, answers calls of scripts.</summary>
sealed partial class Circuit : IAsyncDisposable
{
    // The protocol's class is internal to the framework; made by name it is a plain IHubProtocol.
    static readonly IHubProtocol BlazorPack = (IHubProtocol)Activator.CreateInstance(
        typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!)!;

    readonly HttpClient _http;
    readonly Uri _root;
    readonly HubConnection _hub;
    readonly Lock _lock = new();
    readonly List<long> _batches = [];
    TaskCompletionSource<long> _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    string? _id, _error;
    readonly Dictionary<string, TaskCompletionSource> _calls = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> _callbacks = new(StringComparer.Ordinal);
    int _scriptObjects;

    Circuit(Uri root, HttpClient http, CookieContainer cookies)
    {
        (_root, _http) = (root, http);
        _hub = WebSocketConnections.Build(new Uri(root, "_blazor"), http, BlazorPack, cookies);
        _hub.On<int, byte[]>("JS.RenderBatch", (batch, data) => Rendered(batch, data.Length));
        _hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        _hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", (call, name, json, result, _, _) => Asked(call, name, json, result));
        _hub.On<string, bool, string>("JS.EndInvokeDotNet", Answered);
        _hub.On<string, string>("JS.EndLocationChanging", (_, _) => { });
        _hub.On<string>("JS.Error", error => _error = error);
        _hub.Closed += Gone;
    }

    /// <summary>Moments at which a batch came, as time stamps of the stopwatch.</summary>
    public IReadOnlyList<long> Batches { get { lock (_lock) return [.. _batches]; } }
    public long Bytes { get; private set; }
    /// <summary>Script modules that the page asked for once alive.</summary>
    public List<string> Modules { get; } = [];

    public static async Task<Circuit> Open(Uri root, HttpClient http, CookieContainer cookies, string path, CancellationToken ct)
    {
        var circuit = new Circuit(root, http, cookies);
        var page = new Uri(root, path);
        var html = await http.GetStringAsync(page, ct);
        var markers = new JsonArray([.. Marker().Matches(html).Select(m => JsonNode.Parse(m.Groups[1].Value)!).Where(marker => (string?)marker["type"] == "server")]);
        await circuit._hub.StartAsync(ct);
        circuit._id = await circuit._hub.InvokeAsync<string?>("StartCircuit", root.ToString(), page.ToString(), markers.ToJsonString(), State().Match(html).Groups[1].Value, ct);
        return circuit._id is not null ? circuit : throw new InvalidOperationException($"{path} gave no circuit: {circuit._error}");
    }

    /// <summary>The moment of the next batch.</summary>
    public Task<long> Next()
    {
        lock (_lock) return _next.Task;
    }

    /// <summary>The number of the .NET object that a script function was handed to call back, as soon as it has been; on a busy machine a page comes alive late.</summary>
    public async Task<long> Callback(string script, CancellationToken ct)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30); await Task.Delay(20, ct))
            lock (_lock)
                if (_callbacks.TryGetValue(script, out var handed)) return handed;
        throw new InvalidOperationException($"The page never called {script}: {_error}");
    }

    /// <summary>Calls a .NET method as a script would, and waits until it has run.</summary>
    public async Task Call(long on, string method, params object?[] arguments)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string id;
        lock (_lock) _calls.Add(id = (_calls.Count + 1).ToString(CultureInfo.InvariantCulture), done);
        await _hub.SendAsync("BeginInvokeDotNetFromJS", id, null, method, on, JsonSerializer.Serialize(arguments, JsonSerializerOptions.Web));
        await done.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    void Answered(string call, bool good, string result)
    {
        TaskCompletionSource waiting;
        lock (_lock) waiting = _calls[call];
        if (good) waiting.TrySetResult();
        else waiting.TrySetException(new InvalidOperationException(result));
    }

    /// <summary>Nobody will answer any more: whoever waits hears why, rather than waiting in vain.</summary>
    Task Gone(Exception? why)
    {
        lock (_lock)
            foreach (var waiting in _calls.Values) waiting.TrySetException(new InvalidOperationException($"The circuit has gone: {_error ?? why?.Message ?? "it was closed"}", why));
        return Task.CompletedTask;
    }

    async Task Rendered(int batch, int bytes)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            _batches.Add(now);
            Bytes += bytes;
            var waiting = _next;
            _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.SetResult(now);
        }
        await _hub.SendAsync("OnRenderCompleted", (long)batch, null);
    }

    async Task Asked(long call, string name, string json, int result)
    {
        lock (_lock)
        {
            if (name == "import") Modules.Add((string)JsonNode.Parse(json)![0]!);
            foreach (Match match in DotNetObject().Matches(json)) _callbacks[name] = long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }
        const int scriptObject = 1;
        if (call != 0)
            await _hub.SendAsync("EndInvokeJSFromDotNet", call, true, result == scriptObject ? $"[{call},true,{{\"__jsObjectId\":{Interlocked.Increment(ref _scriptObjects)}}}]" : $"[{call},true,null]");
    }

    /// <summary>Leaves as a browser does that closes the page, so that the server lets go of the circuit at once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_id is not null)
        {
            using var form = new MultipartFormDataContent { { new StringContent(_id), "circuitId" } };
            using var answer = await _http.PostAsync(new Uri(_root, "_blazor/disconnect"), form);
        }
        await _hub.DisposeAsync();
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex State();

    [GeneratedRegex("\"__dotNetObject\":(?<number>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DotNetObject();
}
