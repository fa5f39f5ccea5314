using Mhcs.Domain.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class PatientMapping : IEntityTypeConfiguration<Patient>
{
    public void Configure(EntityTypeBuilder<Patient> patient)
    {
        patient.ToTable("patient");
        patient.Ignore(p => p.ConditionsInForce).Ignore(p => p.SupervisorsInPost).Ignore(p => p.IsUnlawfullyAtLarge);
        patient.HasAlternateKey(p => p.Number);
        patient.Property(p => p.Number).HasMaxLength(12);
        patient.Property(p => p.Surname).HasMaxLength(80);
        patient.Property(p => p.Forenames).HasMaxLength(120);
        patient.Property(p => p.PpudReference).HasMaxLength(20);
        patient.Property(p => p.Team).HasMaxLength(2);
        patient.Property(p => p.EmptyPosts).HasMaxLength(80);
        patient.Property(p => p.Version).IsConcurrencyToken();
        patient.HasIndex(p => new { p.Team, p.Surname, p.Forenames });
        patient.HasIndex(p => p.PpudReference);
        // A patient's row is long: what stands beside the filters of the list is counted in these two alone.
        patient.HasIndex(p => new { p.Team, p.Category, p.HighProfile, p.VictimScheme, p.Number }, "ix_patient_counts");
        patient.HasIndex(p => new { p.Hospital, p.Team, p.Category, p.Number }, "ix_patient_hospital_counts");
    }
}

sealed class VictimMapping : IEntityTypeConfiguration<Victim>
{
    public void Configure(EntityTypeBuilder<Victim> victim)
    {
        victim.ToTable("victim");
        victim.Ignore(v => v.IsInScheme);
        victim.Property(v => v.PatientNumber).HasMaxLength(12);
        victim.Property(v => v.Name).HasMaxLength(Victim.ShortLimit);
        victim.Property(v => v.Contact).HasMaxLength(Victim.LongLimit);
        victim.Property(v => v.NoContact).HasMaxLength(Victim.LongLimit);
        victim.Property(v => v.Statement).HasMaxLength(Victim.LongLimit);
        victim.Property(v => v.LiaisonOfficer).HasMaxLength(200);
        victim.Property(v => v.LiaisonRegion).HasMaxLength(40);
        victim.Property(v => v.Standing).HasConversion<string>().HasMaxLength(20);
        victim.Property(v => v.AskedFor).HasMaxLength(100);
        victim.Property(v => v.NextRule).HasMaxLength(10);
        victim.Property(v => v.Version).IsConcurrencyToken();
        victim.HasIndex(v => v.PatientNumber);
        victim.HasIndex(v => v.Case).IsUnique();
        victim.HasIndex(v => new { v.Standing, v.NextOn });
    }
}
