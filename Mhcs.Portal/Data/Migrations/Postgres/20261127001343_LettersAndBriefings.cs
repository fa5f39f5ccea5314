using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LettersAndBriefings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "SignedAt",
                table: "paper",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SignedBy",
                table: "paper",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Template",
                table: "document",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "amendment",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "amendment",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "briefing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    CaseId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Sections = table.Column<string>(type: "text", nullable: false),
                    WrittenBy = table.Column<int>(type: "integer", nullable: false),
                    WrittenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FactsAsOf = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ClearedBy = table.Column<int>(type: "integer", nullable: true),
                    ClearedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    IssuedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DocumentId = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_briefing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_briefing_case_CaseId",
                        column: x => x.CaseId,
                        principalTable: "case",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_paper_waiting",
                table: "paper",
                column: "RaisedAt",
                filter: "\"IssuedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_briefing_CaseId",
                table: "briefing",
                column: "CaseId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "briefing");

            migrationBuilder.DropIndex(
                name: "ix_paper_waiting",
                table: "paper");

            migrationBuilder.DropColumn(
                name: "SignedAt",
                table: "paper");

            migrationBuilder.DropColumn(
                name: "SignedBy",
                table: "paper");

            migrationBuilder.DropColumn(
                name: "Template",
                table: "document");

            migrationBuilder.DropColumn(
                name: "Text",
                table: "amendment");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "amendment");
        }
    }
}
