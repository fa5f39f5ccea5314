using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "DatedOn",
                table: "document",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Disturbing",
                table: "document",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "wanted_paper",
                columns: table => new
                {
                    Paper = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Standing = table.Column<string>(type: "character varying(15)", maxLength: 15, nullable: false),
                    WantedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    RequestedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Chases = table.Column<int>(type: "integer", nullable: false),
                    ChasedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ChaseDate = table.Column<int>(type: "integer", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentId = table.Column<string>(type: "text", nullable: true),
                    Why = table.Column<string>(type: "text", nullable: true)
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
