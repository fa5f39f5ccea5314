using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ShortWays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_patient_Hospital",
                table: "patient");

            migrationBuilder.CreateIndex(
                name: "ix_patient_counts",
                table: "patient",
                columns: new[] { "Team", "Category", "HighProfile", "VictimScheme", "Number" });

            migrationBuilder.CreateIndex(
                name: "ix_patient_hospital_counts",
                table: "patient",
                columns: new[] { "Hospital", "Team", "Category", "Number" });

            migrationBuilder.CreateIndex(
                name: "ix_notice_waiting",
                table: "notice",
                column: "DueOn",
                filter: "\"SentAt\" IS NULL");
            // What a list is narrowed by stands in the index: rows that don't count are not opened, and a row is long.
            migrationBuilder.Sql("DROP INDEX \"ix_case_open_due\"");
            migrationBuilder.Sql("CREATE INDEX \"ix_case_open_due\" ON \"case\" (\"Team\", (\"NextDueOn\" IS NULL), \"NextDueOn\", \"Id\", \"TypeKey\", \"StateCode\") WHERE \"ClosedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX \"ix_case_open_due\"");
            migrationBuilder.Sql("CREATE INDEX \"ix_case_open_due\" ON \"case\" (\"Team\", (\"NextDueOn\" IS NULL), \"NextDueOn\", \"Id\") WHERE \"ClosedAt\" IS NULL");
            migrationBuilder.DropIndex(
                name: "ix_patient_counts",
                table: "patient");

            migrationBuilder.DropIndex(
                name: "ix_patient_hospital_counts",
                table: "patient");

            migrationBuilder.DropIndex(
                name: "ix_notice_waiting",
                table: "notice");

            migrationBuilder.CreateIndex(
                name: "IX_patient_Hospital",
                table: "patient",
                column: "Hospital");
        }
    }
}
