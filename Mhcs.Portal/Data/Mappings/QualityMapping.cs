using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class QualitySampleMapping : IEntityTypeConfiguration<QualitySample>
{
    public void Configure(EntityTypeBuilder<QualitySample> sample)
    {
        sample.ToTable("quality_sample");
        sample.Property(s => s.Team).HasMaxLength(2);
        sample.Property(s => s.Frame).HasConversion(new JsonListConverter<string>(), new ByReference<string>());
        sample.HasMany(s => s.Assessments).WithOne().HasForeignKey(a => a.SampleId).IsRequired();
        sample.HasIndex(s => new { s.Team, s.DrawnAt });
    }
}

sealed class AssessmentMapping : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("quality_assessment");
        assessment.Property(a => a.Team).HasMaxLength(2);
        assessment.Property(a => a.Type).HasMaxLength(40);
        assessment.Property(a => a.Decision).HasMaxLength(200);
        assessment.Property(a => a.WorkedBy).HasConversion(new JsonListConverter<PersonId>(), new ByReference<PersonId>());
        assessment.Property(a => a.Marks).HasConversion(new JsonListConverter<Mark>(), new ByReference<Mark>());
        // Two people at once: whoever saves second is told that it has been assessed, or answered, already.
        assessment.Property(a => a.AssessedAt).IsConcurrencyToken();
        assessment.Property(a => a.RepliedAt).IsConcurrencyToken();
        assessment.HasIndex(a => new { a.Team, a.AssessedAt });
        assessment.HasIndex(a => a.Reference);
    }
}
