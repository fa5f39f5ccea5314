using Mhcs.Domain.Briefings;
using Mhcs.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class BriefingMapping : IEntityTypeConfiguration<Briefing>
{
    public void Configure(EntityTypeBuilder<Briefing> briefing)
    {
        briefing.ToTable("briefing");
        briefing.Property(b => b.Version).IsConcurrencyToken();
        briefing.Property(b => b.DocumentId).HasMaxLength(40);
        briefing.HasIndex(b => b.CaseId);
        briefing.HasOne<CaseFile>().WithMany().HasForeignKey(b => b.CaseId);
    }
}
