using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "amendment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    HighProfile = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Amount = table.Column<int>(type: "integer", nullable: true),
                    Was = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ProposedBy = table.Column<int>(type: "integer", nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Standing = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    DecidedBy = table.Column<int>(type: "integer", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_amendment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "counter",
                columns: table => new
                {
                    Prefix = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    Next = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counter", x => x.Prefix);
                });

            migrationBuilder.CreateTable(
                name: "cover",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    By = table.Column<int>(type: "integer", nullable: false),
                    For = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    PlannedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedBy = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<int>(type: "integer", nullable: true),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cover", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "draft",
                columns: table => new
                {
                    PersonId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Json = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft", x => new { x.PersonId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "kept_reply",
                columns: table => new
                {
                    PersonId = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Request = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    ContentType = table.Column<string>(type: "text", nullable: true),
                    Location = table.Column<string>(type: "text", nullable: true),
                    ETag = table.Column<string>(type: "text", nullable: true),
                    Body = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_reply", x => new { x.PersonId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "patient",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Surname = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Forenames = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    BornOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Sex = table.Column<string>(type: "text", nullable: true),
                    PpudReference = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Category = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CategorySince = table.Column<DateOnly>(type: "date", nullable: true),
                    Section48 = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    SentToCrownCourt = table.Column<bool>(type: "boolean", nullable: false),
                    ReleaseDate = table.Column<DateOnly>(type: "date", nullable: true),
                    IndexOffence = table.Column<string>(type: "text", nullable: true),
                    Hospital = table.Column<string>(type: "text", nullable: true),
                    Ward = table.Column<string>(type: "text", nullable: true),
                    Security = table.Column<string>(type: "text", nullable: true),
                    Residence = table.Column<string>(type: "text", nullable: true),
                    HighProfile = table.Column<bool>(type: "boolean", nullable: false),
                    VictimScheme = table.Column<bool>(type: "boolean", nullable: false),
                    MappaLevel = table.Column<int>(type: "integer", nullable: true),
                    LegalStatuses = table.Column<string>(type: "text", nullable: false),
                    Admissions = table.Column<string>(type: "text", nullable: false),
                    Conditions = table.Column<string>(type: "text", nullable: false),
                    Supervisors = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patient", x => x.Id);
                    table.UniqueConstraint("AK_patient_Number", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Grade = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    WorkingPercent = table.Column<int>(type: "integer", nullable: false),
                    Active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "quality_sample",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    DrawnBy = table.Column<int>(type: "integer", nullable: false),
                    DrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Seed = table.Column<long>(type: "bigint", nullable: false),
                    Frame = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quality_sample", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "saved_view",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Owner = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Page = table.Column<string>(type: "text", nullable: false),
                    Filters = table.Column<string>(type: "text", nullable: false),
                    SharedWithTeam = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_view", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "session",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    PersonId = table.Column<int>(type: "integer", nullable: false),
                    Stamp = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_session", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "victim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PatientNumber = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: true),
                    LiaisonOfficer = table.Column<string>(type: "text", nullable: true),
                    LiaisonOffice = table.Column<string>(type: "text", nullable: true),
                    AskedFor = table.Column<string>(type: "text", nullable: true),
                    OptedIn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_victim", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "wallboard_token",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    By = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wallboard_token", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Reference = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    TypeKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    PatientNumber = table.Column<string>(type: "character varying(12)", nullable: false),
                    AssigneeId = table.Column<int>(type: "integer", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StateSince = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClosedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Facts = table.Column<string>(type: "text", nullable: false),
                    Restricted = table.Column<bool>(type: "boolean", nullable: false),
                    NamedIds = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    NextDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextOverdueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    NextRule = table.Column<string>(type: "text", nullable: true),
                    NextName = table.Column<string>(type: "text", nullable: true),
                    Weight = table.Column<int>(type: "integer", nullable: false),
                    StateKind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case", x => x.Id);
                    table.ForeignKey(
                        name: "FK_case_patient_PatientNumber",
                        column: x => x.PatientNumber,
                        principalTable: "patient",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "absence",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    PersonId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    PlannedTo = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedBy = table.Column<int>(type: "integer", nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChangedBy = table.Column<int>(type: "integer", nullable: true),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_absence_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PersonId = table.Column<int>(type: "integer", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "conflict",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PatientNumber = table.Column<string>(type: "text", nullable: false),
                    DeclaredOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PersonId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_conflict", x => x.Id);
                    table.ForeignKey(
                        name: "FK_conflict_person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quality_assessment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SampleId = table.Column<int>(type: "integer", nullable: false),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Reference = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Decision = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DecidedBy = table.Column<int>(type: "integer", nullable: false),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Caseworker = table.Column<int>(type: "integer", nullable: false),
                    WorkedBy = table.Column<string>(type: "text", nullable: false),
                    Assessor = table.Column<int>(type: "integer", nullable: true),
                    AssessedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CriteriaVersion = table.Column<int>(type: "integer", nullable: true),
                    Marks = table.Column<string>(type: "text", nullable: false),
                    CriticalFail = table.Column<int>(type: "integer", nullable: true),
                    Result = table.Column<int>(type: "integer", nullable: true),
                    Coaching = table.Column<string>(type: "text", nullable: true),
                    Reply = table.Column<string>(type: "text", nullable: true),
                    RepliedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quality_assessment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_quality_assessment_quality_sample_SampleId",
                        column: x => x.SampleId,
                        principalTable: "quality_sample",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "deadline",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Rule = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Binding = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Watch = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    FromInstant = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    FromFact = table.Column<string>(type: "text", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    InternalDue = table.Column<DateOnly>(type: "date", nullable: false),
                    OverdueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StartedBy = table.Column<int>(type: "integer", nullable: false),
                    MetAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    MissedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Stops = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline", x => new { x.CaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_deadline_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<int>(type: "integer", nullable: false),
                    Paper = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document", x => x.Id);
                    table.ForeignKey(
                        name: "FK_document_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "note",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note", x => x.Id);
                    table.ForeignKey(
                        name: "FK_note_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notice",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Party = table.Column<string>(type: "text", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                    About = table.Column<string>(type: "text", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RaisedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentBy = table.Column<int>(type: "integer", nullable: true),
                    How = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice", x => new { x.CaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_notice_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "paper",
                columns: table => new
                {
                    Number = table.Column<int>(type: "integer", nullable: false),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Paper = table.Column<string>(type: "text", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                    RaisedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IssuedBy = table.Column<int>(type: "integer", nullable: true),
                    DocumentId = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper", x => new { x.CaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_paper_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "trail",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<int>(type: "integer", nullable: true),
                    PatientNumber = table.Column<string>(type: "text", nullable: true),
                    Team = table.Column<string>(type: "text", nullable: true),
                    By = table.Column<int>(type: "integer", nullable: false),
                    ActingFor = table.Column<int>(type: "integer", nullable: true),
                    Data = table.Column<string>(type: "text", nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trail", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_trail_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_account_UserId",
                        column: x => x.UserId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_account_UserId",
                        column: x => x.UserId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<int>(type: "integer", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_account_UserId",
                        column: x => x.UserId,
                        principalTable: "account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_absence_PersonId",
                table: "absence",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "account",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_account_PersonId",
                table: "account",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "ix_case_open",
                table: "case",
                columns: new[] { "Team", "AssigneeId", "NextDueOn", "NextOverdueAt", "Weight", "StateKind", "Restricted", "ReceivedOn", "StateSince" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_open_due",
                table: "case",
                columns: new[] { "Team", "NextDueOn", "Id" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_open_overdue",
                table: "case",
                column: "NextOverdueAt",
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_case_PatientNumber",
                table: "case",
                column: "PatientNumber");

            migrationBuilder.CreateIndex(
                name: "IX_case_Reference",
                table: "case",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_case_restricted",
                table: "case",
                column: "Team",
                filter: "\"Restricted\"");

            migrationBuilder.CreateIndex(
                name: "IX_case_Team_ClosedAt",
                table: "case",
                columns: new[] { "Team", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_case_Team_OpenedAt",
                table: "case",
                columns: new[] { "Team", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_conflict_PersonId",
                table: "conflict",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_cover_By",
                table: "cover",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "ix_deadline_due",
                table: "deadline",
                column: "InternalDue",
                filter: "\"MetAt\" IS NULL AND \"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deadline_running",
                table: "deadline",
                column: "OverdueAt",
                filter: "\"MetAt\" IS NULL AND \"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_document_CaseId",
                table: "document",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_kept_reply_At",
                table: "kept_reply",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_note_CaseId_Id",
                table: "note",
                columns: new[] { "CaseId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_patient_Hospital",
                table: "patient",
                column: "Hospital");

            migrationBuilder.CreateIndex(
                name: "IX_patient_PpudReference",
                table: "patient",
                column: "PpudReference");

            migrationBuilder.CreateIndex(
                name: "IX_patient_Team_Surname_Forenames",
                table: "patient",
                columns: new[] { "Team", "Surname", "Forenames" });

            migrationBuilder.CreateIndex(
                name: "IX_person_UserName",
                table: "person",
                column: "UserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quality_assessment_Reference",
                table: "quality_assessment",
                column: "Reference");

            migrationBuilder.CreateIndex(
                name: "IX_quality_assessment_SampleId",
                table: "quality_assessment",
                column: "SampleId");

            migrationBuilder.CreateIndex(
                name: "IX_quality_assessment_Team_AssessedAt",
                table: "quality_assessment",
                columns: new[] { "Team", "AssessedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_quality_sample_Team_DrawnAt",
                table: "quality_sample",
                columns: new[] { "Team", "DrawnAt" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_view_Owner",
                table: "saved_view",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_saved_view_SharedWithTeam",
                table: "saved_view",
                column: "SharedWithTeam");

            migrationBuilder.CreateIndex(
                name: "IX_session_PersonId_EndedAt",
                table: "session",
                columns: new[] { "PersonId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_CaseId_Seq",
                table: "trail",
                columns: new[] { "CaseId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_Kind_At",
                table: "trail",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_PatientNumber_Seq",
                table: "trail",
                columns: new[] { "PatientNumber", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_victim_PatientNumber",
                table: "victim",
                column: "PatientNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence");

            migrationBuilder.DropTable(
                name: "amendment");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "conflict");

            migrationBuilder.DropTable(
                name: "counter");

            migrationBuilder.DropTable(
                name: "cover");

            migrationBuilder.DropTable(
                name: "deadline");

            migrationBuilder.DropTable(
                name: "document");

            migrationBuilder.DropTable(
                name: "draft");

            migrationBuilder.DropTable(
                name: "kept_reply");

            migrationBuilder.DropTable(
                name: "note");

            migrationBuilder.DropTable(
                name: "notice");

            migrationBuilder.DropTable(
                name: "paper");

            migrationBuilder.DropTable(
                name: "quality_assessment");

            migrationBuilder.DropTable(
                name: "saved_view");

            migrationBuilder.DropTable(
                name: "session");

            migrationBuilder.DropTable(
                name: "trail");

            migrationBuilder.DropTable(
                name: "victim");

            migrationBuilder.DropTable(
                name: "wallboard_token");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "quality_sample");

            migrationBuilder.DropTable(
                name: "case");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "patient");
        }
    }
}
