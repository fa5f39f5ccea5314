using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class CaseMapping : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> file)
    {
        file.ToTable("case");
        file.Ignore(c => c.Named).Ignore(c => c.Type).Ignore(c => c.State).Ignore(c => c.NotWanted).Ignore(c => c.Tasks);
        // Closed by default: a new list that says nothing doesn’t show them.
        file.HasQueryFilter(Sight.Victims, c => c.TypeKey != VictimLiaison.Key);
        file.Property(c => c.Version).IsConcurrencyToken();
        file.Property(c => c.TypeKey).HasMaxLength(40);
        file.Property(c => c.StateCode).HasMaxLength(40);
        file.Property(c => c.Team).HasMaxLength(2);
        file.Property(c => c.Subject).HasMaxLength(410);
        file.Property(c => c.NamedIds).HasMaxLength(400);
        file.Property(c => c.Facts).HasConversion<FactSheetConverter>();
        file.HasOne(c => c.Patient).WithMany().HasForeignKey(c => c.PatientNumber).HasPrincipalKey(p => p.Number);
        file.HasMany(c => c.Deadlines).WithOne().HasForeignKey("CaseId").IsRequired();
        file.HasMany(c => c.Notices).WithOne().HasForeignKey("CaseId").IsRequired();
        file.HasMany(c => c.Papers).WithOne().HasForeignKey("CaseId").IsRequired();
        file.HasMany(c => c.WantedPapers).WithOne().HasForeignKey("CaseId").IsRequired();
        file.HasIndex(c => c.Reference).IsUnique();
        file.HasIndex(c => c.PatientNumber);
        // Open cases are a tenth of all: every board, list and count runs on this narrow slice alone.
        file.HasIndex(c => new { c.Team, c.AssigneeId, c.NextDueOn, c.NextOverdueAt, c.Weight, c.StateKind, c.Restricted, c.ReceivedOn, c.StateSince, c.TypeKey }, "ix_case_open").HasFilter("\"ClosedAt\" IS NULL");
        // One more, ix_case_open_due, is made by the migrations ListsInOrder and ShortWays: lists put what has no date last, and an index over an expression can't be said here.
        file.HasIndex(c => new { c.NextOverdueAt }, "ix_case_open_overdue").HasFilter("\"ClosedAt\" IS NULL");
        file.HasIndex(c => c.ParkedUntil, "ix_case_parked").HasFilter("\"ParkedUntil\" IS NOT NULL");
        file.HasIndex(c => c.Team, "ix_case_restricted").HasFilter("\"Restricted\"");
        // Of closed cases alone: with the open ones in it, the store takes it for the short way to them, and sorts them all for every list.
        file.HasIndex(c => new { c.Team, c.ClosedAt }).HasFilter("\"ClosedAt\" IS NOT NULL");
        file.HasIndex(c => new { c.Team, c.OpenedAt });
    }
}

sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> deadline)
    {
        deadline.ToTable("deadline");
        deadline.HasKey("CaseId", nameof(Deadline.Number));
        deadline.Property(d => d.Number).ValueGeneratedNever();
        deadline.Property(d => d.Rule).HasMaxLength(10);
        deadline.Property(d => d.Until).HasMaxLength(20);
        deadline.HasIndex(d => d.OverdueAt, "ix_deadline_running").HasFilter("\"MetAt\" IS NULL AND \"EndedAt\" IS NULL");
        deadline.HasIndex(d => d.InternalDue, "ix_deadline_due").HasFilter("\"MetAt\" IS NULL AND \"EndedAt\" IS NULL");
    }
}

sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notice");
        notice.HasKey("CaseId", nameof(Notice.Number));
        notice.Property(n => n.Number).ValueGeneratedNever();
        notice.HasIndex(n => n.DueOn, "ix_notice_waiting").HasFilter("\"SentAt\" IS NULL");
    }
}

sealed class CasePaperMapping : IEntityTypeConfiguration<CasePaper>
{
    public void Configure(EntityTypeBuilder<CasePaper> paper)
    {
        paper.ToTable("paper");
        paper.HasKey("CaseId", nameof(CasePaper.Number));
        paper.Property(p => p.Number).ValueGeneratedNever();
        paper.Property(p => p.SignedWords).HasMaxLength(64);
        paper.HasIndex(p => p.RaisedAt, "ix_paper_waiting").HasFilter("\"IssuedAt\" IS NULL");
    }
}

sealed class WantedPaperMapping : IEntityTypeConfiguration<WantedPaper>
{
    public void Configure(EntityTypeBuilder<WantedPaper> paper)
    {
        paper.ToTable("wanted_paper");
        paper.HasKey("CaseId", nameof(WantedPaper.Paper));
        paper.Ignore(p => p.IsOutstanding).Ignore(p => p.Owed);
        paper.Property(p => p.Paper).HasMaxLength(40);
        paper.Property(p => p.Source).HasMaxLength(20);
        // What is owed is a small part of what ever was: the list and its counts run on it alone.
        paper.HasIndex("CaseId", nameof(WantedPaper.Source)).HasDatabaseName("ix_wanted_paper_owed").HasFilter("\"Standing\" IN ('Wanted', 'Requested', 'Chased')");
    }
}
