using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Mhcs.Tests.Support;

/// <summary>A program at the hub: negotiate, one WebSocket, JSON messages with their separator.</summary>
public sealed class HubSocket : IAsyncDisposable
{
    const char End = '\u001e';
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    readonly ClientWebSocket _socket = new();
    readonly Queue<JsonObject> _read = new();
    string _rest = "";

    public static async Task<HubSocket> Open(HttpClient http, string cookies, string path = "/hubs/casework", string? token = null)
    {
        using var negotiated = await http.PostAsync($"{path}/negotiate?negotiateVersion=1", null);
        negotiated.EnsureSuccessStatusCode();
        var id = (string)(await negotiated.Content.ReadFromJsonAsync<JsonObject>())!["connectionToken"]!;
        var hub = new HubSocket();
        if (token is not null) hub._socket.Options.SetRequestHeader("Authorization", token);
        if (cookies.Length > 0) hub._socket.Options.SetRequestHeader("Cookie", cookies);
        using var patience = new CancellationTokenSource(Patience);
        await hub._socket.ConnectAsync(new UriBuilder(http.BaseAddress!) { Scheme = "ws", Path = path, Query = $"id={Uri.EscapeDataString(id)}" }.Uri, patience.Token);
        await hub.Send("{\"protocol\":\"json\",\"version\":1}");
        await hub.Next(_ => true);
        return hub;
    }

    public Task Listen(string? team = null) => Send($$"""{"type":4,"invocationId":"1","target":"Listen","arguments":[{{(team is null ? "null" : $"\"{team}\"")}}]}""");

    /// <summary>The next message of a kind; null when the portal has closed the connection.</summary>
    public async Task<JsonObject?> Next(Func<JsonObject, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[16384];
        while (true)
        {
            while (_read.TryDequeue(out var message)) if (wanted(message)) return message;
            WebSocketReceiveResult got;
            try { got = await _socket.ReceiveAsync(buffer, patience.Token); }
            catch (WebSocketException) { return null; }
            if (got.MessageType == WebSocketMessageType.Close) return null;
            var parts = (_rest + Encoding.UTF8.GetString(buffer, 0, got.Count)).Split(End);
            foreach (var part in parts[..^1]) _read.Enqueue(JsonNode.Parse(part)!.AsObject());
            _rest = parts[^1];
        }
    }

    Task Send(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, CancellationToken.None);

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
