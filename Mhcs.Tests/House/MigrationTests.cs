using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Mhcs.Tests.House;

/// <summary>The migrations make the very tables that the model asks for, on either database.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void On_SQLite_nothing_of_the_model_is_missing_from_the_migrations()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);

        Missing(db).Should().BeEmpty();
    }

    [Fact]
    public void On_PostgreSQL_nothing_of_the_model_is_missing_from_the_migrations()
    {
        using var db = new PostgresDesignTime().CreateDbContext([]);

        Missing(db).Should().BeEmpty();
    }

    static IReadOnlyList<MigrationOperation> Missing(PortalDb db)
    {
        var snapshot = db.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model).FinalizeModel());
        return db.GetService<IMigrationsModelDiffer>().GetDifferences(snapshot.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());
    }
}
