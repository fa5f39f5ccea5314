using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mhcs.Portal.Data;

/// <summary>The server database, for several nodes.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    public override PortalDb Another() => new PostgresPortalDb(options);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // The server takes instants in UTC only; London's summer offset would be refused.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InUtc>();
    }

    sealed class InUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(at => at.ToUniversalTime(), at => at);
}
