using System.Data.Common;
using System.Text.Json;
using Mhcs.Portal.Data;
using Npgsql;

namespace Mhcs.Portal.Feed;

/// <summary>The feed of several nodes: the database carries the hints, because they already share it. Out by NOTIFY, in by one LISTEN a node, on to the node's own feed.</summary>
public sealed class PostgresFeed(InProcessFeed local, Storage storage, ILogger<PostgresFeed> log) : BackgroundService, ILiveFeed
{
    const string Channel = "mhcs_feed";
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once this node hears the others.</summary>
    public Task Listening => _listening.Task;

    public async ValueTask Publish(FeedSignal signal, CancellationToken ct = default)
    {
        try
        {
            await using var connection = new NpgsqlConnection(storage.ConnectionString);
            await connection.OpenAsync(ct);
            await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = Channel }, new() { Value = JsonSerializer.Serialize(signal) } } };
            await notify.ExecuteNonQueryAsync(ct);
        }
        catch (Exception trouble) when (trouble is DbException or IOException)
        {
            // What was done is done; this node's screens learn of it anyway, the others with the next tick.
            log.LogWarning(trouble, "Other nodes could not be told of a change");
            await local.Publish(signal, ct);
        }
    }

    public IAsyncEnumerable<FeedSignal> Listen(Func<FeedSignal, bool> to, CancellationToken ct) => local.Listen(to, ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(storage.ConnectionString) { Pooling = false, KeepAlive = 10 }.ConnectionString);
                await connection.OpenAsync(stoppingToken);
                connection.Notification += (_, heard) => _ = local.Publish(Read(heard.Payload), stoppingToken).AsTask();
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stoppingToken);
                // Whatever was said while nobody listened is lost: everything is read again.
                await local.Publish(FeedSignal.Everything, stoppingToken);
                _listening.TrySetResult();
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is DbException or IOException or TimeoutException)
            {
                log.LogWarning(trouble, "The feed between nodes is down; trying again");
                await Task.Delay(Pause, stoppingToken);
            }
    }

    static FeedSignal Read(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize<FeedSignal>(payload) ?? FeedSignal.Everything;
        }
        catch (JsonException)
        {
            return FeedSignal.Everything;
        }
    }
}
