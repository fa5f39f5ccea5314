using Microsoft.EntityFrameworkCore;

namespace Mhcs.Benchmarks.Floor;

sealed class FloorCase
{
    public int Id { get; init; }
    public required string Reference { get; init; }
    public required string TypeKey { get; init; }
    public required string StateCode { get; init; }
    public required string StateKind { get; init; }
    public required string Team { get; init; }
    public string? PatientNumber { get; init; }
    public int? AssigneeId { get; set; }
    public int Version { get; set; }
    public DateOnly? NextDueOn { get; init; }
    public long? NextOverdueAt { get; init; }
    public long? ClosedAt { get; init; }
}

sealed class FloorPatient
{
    public int Id { get; init; }
    public required string Number { get; init; }
    public required string Surname { get; init; }
    public required string Forenames { get; init; }
}

sealed class FloorEvent
{
    public long Seq { get; init; }
    public long At { get; init; }
    public required string Kind { get; init; }
    public int? CaseId { get; init; }
    public int By { get; init; }
    public required string Data { get; init; }
    public byte[] Mac { get; init; } = [];
}

/// <summary>The same tables as the portal's, with no more of EF than a query needs.</summary>
sealed class FloorDb(DbContextOptions<FloorDb> options) : DbContext(options)
{
    public DbSet<FloorCase> Cases => Set<FloorCase>();
    public DbSet<FloorPatient> Patients => Set<FloorPatient>();
    public DbSet<FloorEvent> Events => Set<FloorEvent>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<FloorCase>().ToTable("case");
        modelBuilder.Entity<FloorPatient>().ToTable("patient");
        modelBuilder.Entity<FloorEvent>().ToTable("trail").HasKey(e => e.Seq);
        modelBuilder.Entity<FloorEvent>().Property(e => e.Seq).ValueGeneratedNever();
    }
}
