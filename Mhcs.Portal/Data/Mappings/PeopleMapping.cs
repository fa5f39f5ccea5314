using Mhcs.Domain.People;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("person");
        person.Property(p => p.Id).ValueGeneratedOnAdd();
        person.Property(p => p.UserName).HasMaxLength(60);
        person.Property(p => p.Name).HasMaxLength(80);
        person.Property(p => p.Team).HasMaxLength(2);
        person.HasIndex(p => p.UserName).IsUnique();
        person.OwnsMany(p => p.Absences, absence =>
        {
            absence.ToTable("absence");
            absence.HasKey(a => a.Id);
            absence.Property(a => a.Id).ValueGeneratedOnAdd();
            absence.Property(a => a.Reason).HasMaxLength(40);
            Ending(absence);
        });
        person.OwnsMany(p => p.Conflicts, conflict =>
        {
            conflict.ToTable("conflict");
            conflict.Property<int>("Id");
            conflict.HasKey("Id");
            conflict.Property(c => c.Why).HasMaxLength(ConflictOfInterest.WhyLimit);
            conflict.Property(c => c.LiftedBecause).HasMaxLength(ConflictOfInterest.WhyLimit);
        });
    }

    // Two people at once: whoever saves second is told that it has ended, or been cancelled, already.
    static void Ending(OwnedNavigationBuilder<Person, Absence> absence)
    {
        absence.Property(a => a.To).IsConcurrencyToken();
        absence.Property(a => a.CancelledAt).IsConcurrencyToken();
    }
}

sealed class CoverMapping : IEntityTypeConfiguration<Cover>
{
    public void Configure(EntityTypeBuilder<Cover> cover)
    {
        cover.ToTable("cover");
        cover.Property(c => c.Reason).HasMaxLength(Cover.ReasonLimit);
        cover.Property(c => c.To).IsConcurrencyToken();
        cover.Property(c => c.CancelledAt).IsConcurrencyToken();
        cover.HasIndex(c => c.By);
    }
}

sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account");
        account.HasIndex(a => a.PersonId).IsUnique();
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
    }
}
