using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Diary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "CameBackAt",
                table: "deadline",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Every",
                table: "deadline",
                type: "character varying(12)",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "For",
                table: "deadline",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Until",
                table: "deadline",
                type: "character varying(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ParkedUntil",
                table: "case",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Team = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Where = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Case = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    WithIds = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    RecordedBy = table.Column<int>(type: "integer", nullable: false),
                    CancelledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CancelledBecause = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meeting", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_case_parked",
                table: "case",
                column: "ParkedUntil",
                filter: "\"ParkedUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_meeting_Team_At",
                table: "meeting",
                columns: new[] { "Team", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "meeting");

            migrationBuilder.DropIndex(
                name: "ix_case_parked",
                table: "case");

            migrationBuilder.DropColumn(
                name: "CameBackAt",
                table: "deadline");

            migrationBuilder.DropColumn(
                name: "Every",
                table: "deadline");

            migrationBuilder.DropColumn(
                name: "For",
                table: "deadline");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "deadline");

            migrationBuilder.DropColumn(
                name: "ParkedUntil",
                table: "case");
        }
    }
}
