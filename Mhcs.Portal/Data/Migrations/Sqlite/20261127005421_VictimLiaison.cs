using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class VictimLiaison : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Nothing has ever written to the earlier table: its records would have been without their protection.
            migrationBuilder.DropTable(name: "victim");

            migrationBuilder.CreateTable(
                name: "victim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatientNumber = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    NoContact = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    StatementOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    LiaisonOfficer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    LiaisonRegion = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    AskedFor = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextRule = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    WindowUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastInformedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_victim", x => x.Id));

            migrationBuilder.DropIndex(
                name: "ix_case_open",
                table: "case");

            migrationBuilder.AddColumn<bool>(
                name: "LiaisesWithVictims",
                table: "person",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "VictimWindows",
                table: "patient",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "ix_case_open",
                table: "case",
                columns: new[] { "Team", "AssigneeId", "NextDueOn", "NextOverdueAt", "Weight", "StateKind", "Restricted", "ReceivedOn", "StateSince", "TypeKey" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_victim_PatientNumber",
                table: "victim",
                column: "PatientNumber");

            migrationBuilder.CreateIndex(
                name: "IX_victim_Case",
                table: "victim",
                column: "Case",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_victim_Standing_NextOn",
                table: "victim",
                columns: new[] { "Standing", "NextOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "victim");

            migrationBuilder.CreateTable(
                name: "victim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PatientNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Address = table.Column<string>(type: "TEXT", nullable: true),
                    LiaisonOfficer = table.Column<string>(type: "TEXT", nullable: true),
                    LiaisonOffice = table.Column<string>(type: "TEXT", nullable: true),
                    AskedFor = table.Column<string>(type: "TEXT", nullable: true),
                    OptedIn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_victim", x => x.Id));

            migrationBuilder.DropIndex(
                name: "ix_case_open",
                table: "case");

            migrationBuilder.DropColumn(
                name: "LiaisesWithVictims",
                table: "person");

            migrationBuilder.DropColumn(
                name: "VictimWindows",
                table: "patient");

            migrationBuilder.CreateIndex(
                name: "ix_case_open",
                table: "case",
                columns: new[] { "Team", "AssigneeId", "NextDueOn", "NextOverdueAt", "Weight", "StateKind", "Restricted", "ReceivedOn", "StateSince" },
                filter: "\"ClosedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_victim_PatientNumber",
                table: "victim",
                column: "PatientNumber");
        }
    }
}
