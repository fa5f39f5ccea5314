using Mhcs.Domain.Amendments;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.SignIn;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>One model for both databases. Everyone asks for IDbContextFactory&lt;PortalDb&gt;: one short-lived context a query or act.</summary>
public abstract class PortalDb(DbContextOptions options) : IdentityUserContext<Account, int>(options)
{
    public DbSet<CaseFile> Cases => Set<CaseFile>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<CasePaper> CasePapers => Set<CasePaper>();
    public DbSet<Patient> Patients => Set<Patient>();
    public DbSet<Victim> Victims => Set<Victim>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Cover> Covers => Set<Cover>();
    public DbSet<GlassBreak> GlassBreaks => Set<GlassBreak>();
    public DbSet<RetentionHold> RetentionHolds => Set<RetentionHold>();
    public DbSet<RetentionReview> RetentionReviews => Set<RetentionReview>();
    public DbSet<ImproprietyReport> ImproprietyReports => Set<ImproprietyReport>();
    public DbSet<TrailEntry> Trail => Set<TrailEntry>();
    public DbSet<Note> Notes => Set<Note>();
    public DbSet<StoredDocument> Documents => Set<StoredDocument>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<Counter> Counters => Set<Counter>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<WallboardToken> WallboardTokens => Set<WallboardToken>();
    public DbSet<Api.KeptReply> KeptReplies => Set<Api.KeptReply>();
    public DbSet<Amendment> Amendments => Set<Amendment>();
    public DbSet<QualitySample> QualitySamples => Set<QualitySample>();
    public DbSet<Assessment> Assessments => Set<Assessment>();

    /// <summary>A context of its own for the same database, never one of the pool: for who puts it on another's connection.</summary>
    public abstract PortalDb Another();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDb).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<PersonId>().HaveConversion<PersonIdConverter>();
        configurationBuilder.Properties<CaseReference>().HaveConversion<CaseReferenceConverter>().HaveMaxLength(12);
        configurationBuilder.Properties<Grade>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<LegalCategory>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Section48Kind>().HaveConversion<string>().HaveMaxLength(2);
        configurationBuilder.Properties<AmendmentStanding>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<HoldGround>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<RetentionDecision>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Confidant>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Binding>().HaveConversion<string>().HaveMaxLength(20);
        Histories<LegalStatus>(configurationBuilder);
        Histories<Admission>(configurationBuilder);
        Histories<DischargeCondition>(configurationBuilder);
        Histories<Supervisor>(configurationBuilder);
        Histories<AgreedLeave>(configurationBuilder);
        Histories<TribunalConsideration>(configurationBuilder);
        Histories<ClockStop>(configurationBuilder);
        configurationBuilder.Properties<Domain.Workflow.StateKind>().HaveConversion<string>().HaveMaxLength(10);
    }

    // Told before the model is built: a list of records would otherwise be taken for a table of its own.
    static void Histories<T>(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<IReadOnlyList<T>>().HaveConversion<JsonListConverter<T>, ByReference<T>>();
}
