using Mhcs.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.ToTable("meeting");
        meeting.Ignore(m => m.With);
        meeting.Property(m => m.Version).IsConcurrencyToken();
        meeting.Property(m => m.Team).HasMaxLength(2);
        meeting.Property(m => m.Kind).HasMaxLength(40);
        meeting.Property(m => m.What).HasMaxLength(Meeting.WordsLimit);
        meeting.Property(m => m.Where).HasMaxLength(Meeting.WordsLimit);
        meeting.Property(m => m.WithIds).HasMaxLength(400);
        meeting.Property(m => m.CancelledBecause).HasMaxLength(Meeting.WordsLimit);
        meeting.HasIndex(m => new { m.Team, m.At });
    }
}
