using Mhcs.Domain.Contacts;
using Mhcs.Domain.Engagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable("contact");
        contact.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        contact.Property(c => c.Result).HasConversion<string>().HasMaxLength(20);
        contact.Property(c => c.Team).HasMaxLength(2);
        contact.Property(c => c.With).HasMaxLength(Contact.LongestWith);
        contact.Property(c => c.About).HasMaxLength(Contact.LongestText);
        contact.Property(c => c.Outcome).HasMaxLength(Contact.LongestText);
        // Two people at once: whoever saves second is told that it was answered already.
        contact.Property(c => c.AnsweredAt).IsConcurrencyToken();
        contact.HasOne<DirectoryEntry>().WithMany().HasForeignKey(c => c.EntryId);
        contact.HasIndex(c => new { c.Team, c.On });
        contact.HasIndex(c => new { c.IsOpen, c.FollowUpOn });
        contact.HasIndex(c => c.Reference);
    }
}

sealed class TeamEventMapping : IEntityTypeConfiguration<TeamEvent>
{
    public void Configure(EntityTypeBuilder<TeamEvent> held)
    {
        held.ToTable("team_event");
        held.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        held.Property(e => e.Title).HasMaxLength(TeamEvent.LongestTitle);
        held.Property(e => e.Team).HasMaxLength(2);
        held.Property(e => e.Where).HasMaxLength(TeamEvent.LongestTitle);
        held.Property(e => e.Report).HasMaxLength(TeamEvent.LongestReport);
        held.Property(e => e.Version).IsConcurrencyToken();
        held.HasOne<DirectoryEntry>().WithMany().HasForeignKey(e => e.EntryId);
        held.HasIndex(e => e.On);
    }
}
