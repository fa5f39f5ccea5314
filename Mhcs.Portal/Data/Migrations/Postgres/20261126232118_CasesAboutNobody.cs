using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CasesAboutNobody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_case_patient_PatientNumber",
                table: "case");

            migrationBuilder.AlterColumn<string>(
                name: "PatientNumber",
                table: "case",
                type: "character varying(12)",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(12)");

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "case",
                type: "character varying(410)",
                maxLength: 410,
                nullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_case_patient_PatientNumber",
                table: "case",
                column: "PatientNumber",
                principalTable: "patient",
                principalColumn: "Number");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_case_patient_PatientNumber",
                table: "case");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "case");

            migrationBuilder.AlterColumn<string>(
                name: "PatientNumber",
                table: "case",
                type: "character varying(12)",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(12)",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_case_patient_PatientNumber",
                table: "case",
                column: "PatientNumber",
                principalTable: "patient",
                principalColumn: "Number",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
