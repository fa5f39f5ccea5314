using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Endings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DiedOn",
                table: "patient",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastReportOn",
                table: "patient",
                type: "date",
                nullable: true);

            // Deaths recorded before there was a place for the day.
            migrationBuilder.Sql("""UPDATE "patient" SET "DiedOn" = "CategorySince" WHERE "Category" = 'NotRestricted' AND "LegalStatuses" LIKE '%"note":"Died"}]'""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DiedOn",
                table: "patient");

            migrationBuilder.DropColumn(
                name: "LastReportOn",
                table: "patient");
        }
    }
}
