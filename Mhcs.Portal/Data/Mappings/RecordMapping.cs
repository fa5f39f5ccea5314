using Mhcs.Domain.Cases;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Mhcs.Portal.Data.Mappings;

sealed class TrailMapping : IEntityTypeConfiguration<TrailEntry>
{
    public void Configure(EntityTypeBuilder<TrailEntry> entry)
    {
        entry.ToTable("trail");
        entry.HasKey(e => e.Seq);
        // Given out by the chain, one by one: a hole in the numbers is a removed entry.
        entry.Property(e => e.Seq).ValueGeneratedNever();
        entry.Property(e => e.Kind).HasMaxLength(40);
        entry.HasIndex(e => new { e.CaseId, e.Seq });
        entry.HasIndex(e => new { e.PatientNumber, e.Seq });
        entry.HasIndex(e => new { e.Kind, e.At });
        entry.HasIndex(e => new { e.By, e.Seq });
    }
}

sealed class NoteMapping : IEntityTypeConfiguration<Note>
{
    public void Configure(EntityTypeBuilder<Note> note)
    {
        note.ToTable("note");
        note.HasIndex(n => new { n.CaseId, n.Id });
        note.HasOne<CaseFile>().WithMany().HasForeignKey(n => n.CaseId);
    }
}

sealed class DocumentMapping : IEntityTypeConfiguration<StoredDocument>
{
    public void Configure(EntityTypeBuilder<StoredDocument> document)
    {
        document.ToTable("document");
        document.Property(d => d.Id).HasMaxLength(40);
        document.Property(d => d.Name).HasMaxLength(200);
        document.Property(d => d.Category).HasMaxLength(40);
        document.Property(d => d.Disturbing).HasMaxLength(200);
        document.HasIndex(d => d.CaseId);
        document.HasOne<CaseFile>().WithMany().HasForeignKey(d => d.CaseId);
    }
}

sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("draft");
        draft.HasKey(d => new { d.PersonId, d.Key });
        draft.Property(d => d.Key).HasMaxLength(120);
    }
}

sealed class SavedViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_view");
        view.Property(v => v.Name).HasMaxLength(60);
        view.HasIndex(v => v.Owner);
        view.HasIndex(v => v.SharedWithTeam);
    }
}

sealed class CounterMapping : IEntityTypeConfiguration<Counter>
{
    public void Configure(EntityTypeBuilder<Counter> counter)
    {
        counter.ToTable("counter");
        counter.HasKey(c => c.Prefix);
        counter.Property(c => c.Prefix).HasMaxLength(4);
    }
}
