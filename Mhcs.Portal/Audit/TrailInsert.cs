using System.Data.Common;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mhcs.Portal.Audit;

/// <summary>One prepared INSERT into the trail on the context's own connection and transaction. Columns and forms of values come from the model, so both databases are served.</summary>
sealed class TrailInsert : IAsyncDisposable
{
    readonly DbCommand _command;
    readonly (IProperty Property, DbParameter Parameter)[] _columns;

    TrailInsert(DbCommand command, (IProperty, DbParameter)[] columns) => (_command, _columns) = (command, columns);

    public static TrailInsert Prepare(PortalDb db)
    {
        var type = db.Model.FindEntityType(typeof(TrailEntry))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var sql = ((IInfrastructure<IServiceProvider>)db).GetService<ISqlGenerationHelper>();
        var properties = type.GetProperties().ToList();
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names come from the model alone; every value is a parameter.
        command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(table)!)))}) VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})";
#pragma warning restore CA2100
        var columns = properties.Select((p, i) => (p, p.GetRelationalTypeMapping().CreateParameter(command, $"@p{i}", null, p.IsNullable))).ToArray();
        foreach (var (_, parameter) in columns) command.Parameters.Add(parameter);
        return new(command, columns);
    }

    public Task Execute(TrailEntry entry, CancellationToken ct)
    {
        foreach (var (property, parameter) in _columns)
        {
            var value = property.GetGetter().GetClrValue(entry);
            parameter.Value = (value is null ? null : property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
        return _command.ExecuteNonQueryAsync(ct);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
