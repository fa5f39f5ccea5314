using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
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
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AbsentSince",
                table: "patient",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmptyPosts",
                table: "patient",
                type: "character varying(80)",
                maxLength: 80,
                nullable: true);

            // Posts that are empty already: those of discharged patients, which are looked for.
            migrationBuilder.Sql("""
                UPDATE patient SET "EmptyPosts" = (SELECT string_agg(p.post, ', ' ORDER BY p.post) FROM (VALUES ('Clinical supervisor'), ('Social supervisor')) AS p(post)
                  WHERE NOT EXISTS (SELECT 1 FROM json_array_elements(patient."Supervisors"::json) s WHERE s->>'to' IS NULL
                    AND (s->>'post' = p.post OR (p.post = 'Clinical supervisor' AND s->>'post' = 'Responsible clinician'))))
                WHERE "Category" IN ('Cd', 'CdDol');
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
