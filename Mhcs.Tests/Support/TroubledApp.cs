using System.Data.Common;
using Mhcs.Portal.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Support;

/// <summary>What can be wrong with a store.</summary>
public enum Trouble { ReadOnly, DiskFull, Locked }

/// <summary>A portal whose store gets into trouble when it is told to: SQLite itself refuses, as it would on a bad disk.</summary>
public sealed class TroubledApp : Casework
{
    readonly Disk _disk = new();
    SqliteConnection? _lock;

    public HandClock Clock { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> MoreSettings => [new("ConnectionStrings:Portal", "Data Source={DataFolder}/mhcs.db;Default Timeout=1")];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDbContextFactory<PortalDb>>(provider => new Store(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(provider.GetRequiredService<Storage>().ConnectionString).AddInterceptors(_disk).Options)));
    }

    public async Task Begin(Trouble trouble)
    {
        Forget();
        _disk.Trouble = trouble;
        if (trouble != Trouble.Locked) return;
        _lock = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "mhcs.db")};Pooling=False");
        await _lock.OpenAsync();
        await using var command = _lock.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
    }

    public async Task End()
    {
        _disk.Trouble = null;
        if (_lock is not null) await _lock.DisposeAsync();
        Forget();
    }

    // What was learnt of the store is asked again after a few seconds.
    void Forget() => Clock.Advance(TimeSpan.FromSeconds(5));

    sealed class Store(DbContextOptions<SqlitePortalDb> options) : IDbContextFactory<PortalDb>
    {
        public PortalDb CreateDbContext() => new SqlitePortalDb(options);
    }

    sealed class Disk : DbConnectionInterceptor
    {
        public Trouble? Trouble { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            // A database can't be made smaller than it is by this: it just grows no more.
            command.CommandText = $"PRAGMA query_only={(Trouble == Support.Trouble.ReadOnly ? "ON" : "OFF")}; PRAGMA max_page_count={(Trouble == Support.Trouble.DiskFull ? 1 : 1_000_000)};";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
