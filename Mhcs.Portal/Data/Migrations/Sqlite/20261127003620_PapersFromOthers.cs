using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PapersFromOthers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Category",
                table: "document",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DatedOn",
                table: "document",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Disturbing",
                table: "document",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "wanted_paper",
                columns: table => new
                {
                    Paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 15, nullable: false),
                    WantedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Chases = table.Column<int>(type: "INTEGER", nullable: false),
                    ChasedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ChaseDate = table.Column<int>(type: "INTEGER", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<string>(type: "TEXT", nullable: true),
                    Why = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wanted_paper", x => new { x.CaseId, x.Paper });
                    table.ForeignKey(
                        name: "FK_wanted_paper_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_wanted_paper_owed",
                table: "wanted_paper",
                columns: new[] { "CaseId", "Source" },
                filter: "\"Standing\" IN ('Wanted', 'Requested', 'Chased')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "wanted_paper");

            migrationBuilder.DropColumn(
                name: "Category",
                table: "document");

            migrationBuilder.DropColumn(
                name: "DatedOn",
                table: "document");

            migrationBuilder.DropColumn(
                name: "Disturbing",
                table: "document");
        }
    }
}
