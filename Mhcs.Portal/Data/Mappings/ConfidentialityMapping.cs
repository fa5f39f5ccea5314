using Mhcs.Domain.Confidentiality;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class GlassBreakMapping : IEntityTypeConfiguration<GlassBreak>
{
    public void Configure(EntityTypeBuilder<GlassBreak> opening)
    {
        opening.ToTable("glass_break");
        opening.Property(o => o.Team).HasMaxLength(2);
        opening.Property(o => o.Reason).HasMaxLength(GlassBreak.ReasonLimit);
        // Two heads at once: whoever saves second is told that it was noted already.
        opening.Property(o => o.NotedAt).IsConcurrencyToken();
        opening.HasIndex(o => o.Until);
        opening.HasIndex(o => new { o.Team, o.NotedAt });
    }
}

sealed class RetentionHoldMapping : IEntityTypeConfiguration<RetentionHold>
{
    public void Configure(EntityTypeBuilder<RetentionHold> hold)
    {
        hold.ToTable("retention_hold");
        // The column kept its name: it held the numbers of patients alone.
        hold.Property(h => h.Record).HasColumnName("PatientNumber").HasMaxLength(12);
        hold.Property(h => h.Why).HasMaxLength(RetentionHold.WhyLimit);
        hold.Property(h => h.LiftedBecause).HasMaxLength(RetentionHold.WhyLimit);
        hold.Property(h => h.LiftedAt).IsConcurrencyToken();
        hold.HasIndex(h => h.Record);
    }
}

sealed class RetentionReviewMapping : IEntityTypeConfiguration<RetentionReview>
{
    public void Configure(EntityTypeBuilder<RetentionReview> review)
    {
        review.ToTable("retention_review");
        review.Property(r => r.Record).HasColumnName("PatientNumber").HasMaxLength(12);
        review.Property(r => r.Reason).HasMaxLength(Retention.ReasonLimit);
        review.HasIndex(r => r.Record);
    }
}

sealed class ImproprietyReportMapping : IEntityTypeConfiguration<ImproprietyReport>
{
    public void Configure(EntityTypeBuilder<ImproprietyReport> report)
    {
        report.ToTable("impropriety_report");
        report.Property(r => r.AnsweredAt).IsConcurrencyToken();
        report.HasIndex(r => r.To);
        report.HasIndex(r => r.By);
    }
}
