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
        patient.HasIndex(p => p.Hospital);
    }
}

sealed class VictimMapping : IEntityTypeConfiguration<Victim>
{
    public void Configure(EntityTypeBuilder<Victim> victim)
    {
        victim.ToTable("victim");
        victim.HasIndex(v => v.PatientNumber);
    }
}
