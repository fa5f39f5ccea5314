using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Diary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CameBackAt",
                table: "deadline",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Every",
                table: "deadline",
                type: "TEXT",
                maxLength: 12,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "For",
                table: "deadline",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Until",
                table: "deadline",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ParkedUntil",
                table: "case",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "meeting",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Where = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    WithIds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CancelledBecause = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true)
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
