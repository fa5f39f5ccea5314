using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AbsencesAndPosts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Absences",
                table: "patient",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AbsentSince",
                table: "patient",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmptyPosts",
                table: "patient",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            // Posts that are empty already: those of discharged patients, which are looked for.
            migrationBuilder.Sql("""
                UPDATE patient SET EmptyPosts = (SELECT group_concat(p.post, ', ') FROM (SELECT 'Clinical supervisor' AS post UNION ALL SELECT 'Social supervisor') p
                  WHERE NOT EXISTS (SELECT 1 FROM json_each(patient.Supervisors) s WHERE json_extract(s.value, '$.to') IS NULL
                    AND (json_extract(s.value, '$.post') = p.post OR (p.post = 'Clinical supervisor' AND json_extract(s.value, '$.post') = 'Responsible clinician'))))
                WHERE Category IN ('Cd', 'CdDol');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Absences",
                table: "patient");

            migrationBuilder.DropColumn(
                name: "AbsentSince",
                table: "patient");

            migrationBuilder.DropColumn(
                name: "EmptyPosts",
                table: "patient");
        }
    }
}
