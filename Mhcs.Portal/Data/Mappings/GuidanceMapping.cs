using Mhcs.Domain.Guidance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class PolicyPageMapping : IEntityTypeConfiguration<PolicyPage>
{
    public void Configure(EntityTypeBuilder<PolicyPage> page)
    {
        page.ToTable("policy_page");
        page.Property(p => p.Key).HasMaxLength(PolicyPage.LongestTitle);
        page.Property(p => p.Title).HasMaxLength(PolicyPage.LongestTitle);
        page.Property(p => p.Area).HasMaxLength(60);
        page.Property(p => p.Governs).HasConversion(new JsonListConverter<string>(), new ByReference<string>());
        page.Property(p => p.Version).IsConcurrencyToken();
        page.HasIndex(p => p.Key).IsUnique();
    }
}

sealed class PageVersionMapping : IEntityTypeConfiguration<PageVersion>
{
    public void Configure(EntityTypeBuilder<PageVersion> version)
    {
        version.ToTable("policy_page_version");
        version.Property(v => v.Title).HasMaxLength(PolicyPage.LongestTitle);
        version.Property(v => v.Area).HasMaxLength(60);
        version.Property(v => v.Change).HasMaxLength(PolicyPage.LongestChange);
        version.Property(v => v.Governs).HasConversion(new JsonListConverter<string>(), new ByReference<string>());
        // Two people at once: whoever saves second is told that it was decided already.
        version.Property(v => v.DecidedAt).IsConcurrencyToken();
        version.HasOne<PolicyPage>().WithMany().HasForeignKey(v => v.PageId);
        version.HasIndex(v => new { v.PageId, v.Number }).IsUnique();
    }
}

sealed class PageReadingMapping : IEntityTypeConfiguration<PageReading>
{
    public void Configure(EntityTypeBuilder<PageReading> reading)
    {
        reading.ToTable("policy_page_reading");
        reading.HasKey(r => new { r.PageId, r.Number, r.Person });
        reading.HasOne<PolicyPage>().WithMany().HasForeignKey(r => r.PageId);
    }
}
