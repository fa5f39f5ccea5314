using Mhcs.Tests.Support;
using Npgsql;

namespace Mhcs.Tests.House;

public class PostgresServerTests(PostgresServer postgres)
{
    [Fact]
    public async Task Each_test_gets_a_database_of_its_own()
    {
        var first = await postgres.NewDatabase();
        var second = await postgres.NewDatabase();

        await using var source = NpgsqlDataSource.Create(first);
        await using var command = source.CreateCommand("CREATE TABLE mark(); SELECT current_database()");
        var name = await command.ExecuteScalarAsync();

        first.Should().NotBe(second).And.Contain((string)name!);
    }
}
