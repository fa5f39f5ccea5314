using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PatientNumber = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Case = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Contact = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    NoContact = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    StatementOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Statement = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    LiaisonOfficer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LiaisonRegion = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Standing = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AskedFor = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextRule = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    WindowUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    LastInformedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table => table.PrimaryKey("PK_victim", x => x.Id));

            migrationBuilder.DropIndex(
                name: "ix_case_open",
                table: "case");

            migrationBuilder.AddColumn<bool>(
                name: "LiaisesWithVictims",
                table: "person",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "VictimWindows",
                table: "patient",
                type: "text",
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
