using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Confidentiality : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "LiftedAt",
                table: "conflict",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LiftedBecause",
                table: "conflict",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "LiftedBy",
                table: "conflict",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why",
                table: "conflict",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "glass_break",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    NotedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_glass_break", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "impropriety_report",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    To = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: true),
                    Sealed = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedAnswer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<int>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_impropriety_report", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "retention_hold",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatientNumber = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    PlacedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftedBecause = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_retention_hold", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "retention_review",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatientNumber = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LookAgainOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
