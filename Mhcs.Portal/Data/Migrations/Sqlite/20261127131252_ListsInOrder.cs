using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListsInOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_case_open_due",
                table: "case");
            // A migration that makes the table anew on SQLite has to make this again: it stands in no model.
            migrationBuilder.Sql("CREATE INDEX \"ix_case_open_due\" ON \"case\" (\"Team\", (\"NextDueOn\" IS NULL), \"NextDueOn\", \"Id\") WHERE \"ClosedAt\" IS NULL");
            migrationBuilder.DropIndex(
                name: "IX_case_Team_ClosedAt",
                table: "case");
            migrationBuilder.CreateIndex(
                name: "IX_case_Team_ClosedAt",
                table: "case",
                columns: new[] { "Team", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_case_Team_ClosedAt",
                table: "case");
            migrationBuilder.CreateIndex(
                name: "IX_case_Team_ClosedAt",
                table: "case",
                columns: new[] { "Team", "ClosedAt" });
            migrationBuilder.DropIndex(
                name: "ix_case_open_due",
                table: "case");
            migrationBuilder.CreateIndex(
                name: "ix_case_open_due",
                table: "case",
                columns: new[] { "Team", "NextDueOn", "Id" },
                filter: "\"ClosedAt\" IS NULL");
        }
    }
}
