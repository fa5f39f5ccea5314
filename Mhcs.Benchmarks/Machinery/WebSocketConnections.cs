using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Mhcs.Benchmarks.Machinery;

/// <summary>Carries the SignalR client core over one WebSocket. The package that usually does is not on every registry; this is the part of it that is needed here.</summary>
sealed class WebSocketConnections(HttpClient http, WebSocketMessageType type, CookieContainer cookies) : IConnectionFactory
{
    public static HubConnection Build(Uri hub, HttpClient http, IHubProtocol protocol, CookieContainer cookies)
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnections(http, protocol.TransferFormat == TransferFormat.Binary ? WebSocketMessageType.Binary : WebSocketMessageType.Text, cookies));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(hub));
        builder.Services.AddSingleton(protocol);
        return builder.Build();
    }

    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var hub = ((UriEndPoint)endpoint).Uri;
        using var reply = await http.PostAsync(new Uri($"{hub}/negotiate?negotiateVersion=1"), null, cancellationToken);
        reply.EnsureSuccessStatusCode();
        var token = (string?)(await reply.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["connectionToken"] ?? throw new InvalidOperationException("The hub gave no connection token");
        var socket = new ClientWebSocket { Options = { Cookies = cookies } };
        await socket.ConnectAsync(new Uri($"ws://{hub.Authority}{hub.AbsolutePath}?id={Uri.EscapeDataString(token)}"), cancellationToken);

        Pipe toUs = new(), toThem = new();
        return new Connection(token, new Duplex(toUs.Reader, toThem.Writer), socket, Task.WhenAll(Receive(socket, toUs.Writer), Send(socket, toThem.Reader, type)));
    }

    static async Task Receive(ClientWebSocket socket, PipeWriter to)
    {
        try
        {
            while (await socket.ReceiveAsync(to.GetMemory(4096), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } got)
            {
                to.Advance(got.Count);
                if ((await to.FlushAsync()).IsCompleted) break;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side left; the completed pipe says so.
        }
        await to.CompleteAsync();
    }

    static async Task Send(ClientWebSocket socket, PipeReader from, WebSocketMessageType type)
    {
        try
        {
            ReadResult read;
            do
            {
                read = await from.ReadAsync();
                if (read.Buffer.IsSingleSegment && !read.Buffer.IsEmpty) await socket.SendAsync(read.Buffer.First, type, endOfMessage: true, CancellationToken.None);
                else if (!read.Buffer.IsEmpty) await socket.SendAsync(read.Buffer.ToArray(), type, endOfMessage: true, CancellationToken.None);
                from.AdvanceTo(read.Buffer.End);
            }
            while (!read.IsCompleted);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // As above.
        }
        await from.CompleteAsync();
    }

    sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    sealed class Connection : DefaultConnectionContext
    {
        readonly ClientWebSocket _socket;
        readonly Task _pumps;

        public Connection(string id, IDuplexPipe pipe, ClientWebSocket socket, Task pumps) : base(id) => (Transport, _socket, _pumps) = (pipe, socket, pumps);

        public override async ValueTask DisposeAsync()
        {
            await Transport.Output.CompleteAsync();
            await Transport.Input.CompleteAsync();
            await Task.WhenAny(_pumps, Task.Delay(TimeSpan.FromSeconds(3)));
            _socket.Dispose();
            await base.DisposeAsync();
        }
    }
}
