using System.Data.Common;
using System.Runtime.CompilerServices;
using Mhcs.Portal.Admin;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Data.Seeding;
using Mhcs.Portal.Feed;
using Mhcs.Portal.Guidance;
using Mhcs.Portal.Patients.Import;
using Mhcs.Portal.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace Mhcs.Portal.Data;

public static class DataServices
{
    public static void AddPortalData(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Storage>();
        services.AddSingleton(ReferenceData.Load());
        services.AddSingleton<IDbContextFactory<PortalDb>>(provider =>
        {
            var storage = provider.GetRequiredService<Storage>();
            return storage.IsPostgres
                ? new PortalDbs<PostgresPortalDb>(Options<PostgresPortalDb>(o => o.UseNpgsql(storage.ConnectionString)))
                : new PortalDbs<SqlitePortalDb>(Options<SqlitePortalDb>(o => o.UseSqlite(storage.ConnectionString).AddInterceptors(new EveryCommitFlushed())));
        });
        // Only Identity's stores want a scoped context; everything else takes one from the factory and gives it back.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext());
        services.AddSingleton<TrailChain>();
        services.AddSingleton<TrailEnd>();
        services.AddSingleton<WriteLane>();
        services.AddSingleton<Staff>();
        services.AddSingleton<Occasions>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<PlainDesk>();
        services.AddSingleton<SensitiveReads>();
        services.AddSingleton<RecordReads>();
        services.AddHostedService(provider => provider.GetRequiredService<RecordReads>());
        services.AddSingleton<ImportPatients>();
        services.AddSingleton<ImportCases>();
        services.AddSingleton<Importing>();
        services.AddSingleton<SeedSection>();
        services.AddSingleton<InProcessFeed>();
        services.AddSingleton<ILiveFeed>(provider => provider.GetRequiredService<InProcessFeed>());
        services.AddSingleton<Documents.Library.TemplateLibrary>();
        services.AddSingleton<Mhcs.Domain.Workflow.IPaperTexts>(s => s.GetRequiredService<Documents.Library.TemplateLibrary>());
        services.AddSingleton<Amendments>();
        services.AddSingleton<PlaceBook>();
        services.AddSingleton<DirectoryFill>();
        services.AddSingleton<GuidanceFill>();
        services.AddSingleton<DataSetup>();
        services.AddSingleton<Backups>();
        services.AddHostedService<TableStatistics>();
    }

    static DbContextOptions<T> Options<T>(Action<DbContextOptionsBuilder<T>> database) where T : PortalDb
    {
        var options = new DbContextOptionsBuilder<T>().ConfigureWarnings(w => w.Ignore(RelationalEventId.MultipleCollectionIncludeWarning,
            // What hangs on a hidden case is asked for through the case alone, so it is hidden with it.
            CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        database(options);
        return options.Options;
    }

    /// <summary>Contexts come from a pool: a page takes several, and making one costs as much as asking it something.</summary>
    sealed class PortalDbs<T>(DbContextOptions<T> options) : IDbContextFactory<PortalDb> where T : PortalDb
    {
        readonly PooledDbContextFactory<T> _pool = new(options);

        public PortalDb CreateDbContext() => _pool.CreateDbContext();
    }

    /// <summary>SQLite keeps these settings per connection, so each one is told when it is first opened: wait for a writer, flush every commit.</summary>
    sealed class EveryCommitFlushed : DbConnectionInterceptor
    {
        // By the handle, which outlives what opens and closes it.
        static readonly ConditionalWeakTable<sqlite3, object> Told = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Tell(connection);
            return Task.CompletedTask;
        }

        static void Tell(DbConnection connection)
        {
            if (((SqliteConnection)connection).Handle is not { } handle || !Told.TryAdd(handle, handle)) return;
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;";
            command.ExecuteNonQuery();
        }
    }
}
