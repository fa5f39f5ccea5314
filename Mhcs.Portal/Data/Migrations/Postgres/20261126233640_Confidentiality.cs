using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Confidentiality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "LiftedAt",
                table: "conflict",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LiftedBecause",
                table: "conflict",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LiftedBy",
                table: "conflict",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "conflict",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "glass_break",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    By = table.Column<int>(type: "integer", nullable: false),
                    Reference = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    NotedBy = table.Column<int>(type: "integer", nullable: true),
                    NotedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_glass_break", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "impropriety_report",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    To = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    By = table.Column<int>(type: "integer", nullable: true),
                    Sealed = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SealedAnswer = table.Column<string>(type: "text", nullable: true),
                    AnsweredBy = table.Column<int>(type: "integer", nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_impropriety_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "retention_hold",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PatientNumber = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Ground = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    PlacedBy = table.Column<int>(type: "integer", nullable: false),
                    PlacedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LiftedBy = table.Column<int>(type: "integer", nullable: true),
                    LiftedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LiftedBecause = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_hold", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "retention_review",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PatientNumber = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Decision = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    LookAgainOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_review", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_glass_break_Team_NotedAt",
                table: "glass_break",
                columns: new[] { "Team", "NotedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_glass_break_Until",
                table: "glass_break",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_impropriety_report_By",
                table: "impropriety_report",
                column: "By");

            migrationBuilder.CreateIndex(
                name: "IX_impropriety_report_To",
                table: "impropriety_report",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_retention_hold_PatientNumber",
                table: "retention_hold",
                column: "PatientNumber");

            migrationBuilder.CreateIndex(
                name: "IX_retention_review_PatientNumber",
                table: "retention_review",
                column: "PatientNumber");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "glass_break");

            migrationBuilder.DropTable(
                name: "impropriety_report");

            migrationBuilder.DropTable(
                name: "retention_hold");

            migrationBuilder.DropTable(
                name: "retention_review");

            migrationBuilder.DropColumn(
                name: "LiftedAt",
                table: "conflict");

            migrationBuilder.DropColumn(
                name: "LiftedBecause",
                table: "conflict");

            migrationBuilder.DropColumn(
                name: "LiftedBy",
                table: "conflict");

            migrationBuilder.DropColumn(
                name: "Why",
                table: "conflict");
        }
    }
}
