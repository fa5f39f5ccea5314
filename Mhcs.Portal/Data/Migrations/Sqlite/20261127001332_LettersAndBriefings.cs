using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LettersAndBriefings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SignedAt",
                table: "paper",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SignedBy",
                table: "paper",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Template",
                table: "document",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Text",
                table: "amendment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "amendment",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "briefing",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Sections = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FactsAsOf = table.Column<long>(type: "INTEGER", nullable: false),
                    ClearedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ClearedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DocumentId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
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
