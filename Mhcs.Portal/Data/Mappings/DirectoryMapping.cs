using Mhcs.Domain.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class DirectoryMapping : IEntityTypeConfiguration<DirectoryEntry>
{
    public void Configure(EntityTypeBuilder<DirectoryEntry> entry)
    {
        entry.ToTable("directory_entry");
        entry.Property(e => e.Name).HasMaxLength(EntryDetails.LongestName);
        entry.Property(e => e.Organisation).HasMaxLength(EntryDetails.LongestName);
        entry.Property(e => e.Region).HasMaxLength(20);
        entry.Property(e => e.Town).HasMaxLength(EntryDetails.LongestName);
        entry.Property(e => e.Address).HasMaxLength(EntryDetails.LongestAddress);
        entry.Property(e => e.Email).HasMaxLength(EntryDetails.LongestName);
        entry.Property(e => e.Telephone).HasMaxLength(30);
        entry.Property(e => e.FormerNames).HasConversion(new JsonListConverter<string>(), new ByReference<string>());
        entry.Property(e => e.Version).IsConcurrencyToken();
        entry.HasIndex(e => new { e.Kind, e.Name });
        entry.HasIndex(e => e.MergedInto);
    }
}
