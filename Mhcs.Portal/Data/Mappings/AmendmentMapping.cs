using Mhcs.Domain.Amendments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class AmendmentMapping : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> amendment)
    {
        amendment.ToTable("amendment");
        amendment.Property(a => a.Key).HasMaxLength(40);
        amendment.Property(a => a.Was).HasMaxLength(100);
        amendment.Property(a => a.Reason).HasMaxLength(Amendment.ReasonLimit);
        // Two people at once: whoever saves second is told that it was decided already.
        amendment.Property(a => a.DecidedAt).IsConcurrencyToken();
    }
}
