using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class People : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CancelledAt",
                table: "cover",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChangedBy",
                table: "cover",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlannedTo",
                table: "cover",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "cover",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecordedAt",
                table: "cover",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RecordedBy",
                table: "cover",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "MustChangePassword",
                table: "account",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "CancelledAt",
                table: "absence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ChangedBy",
                table: "absence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlannedTo",
                table: "absence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecordedAt",
                table: "absence",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RecordedBy",
                table: "absence",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "amendment",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    HighProfile = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Amount = table.Column<int>(type: "INTEGER", nullable: true),
                    Was = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    DecidedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_amendment", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "amendment");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "cover");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "cover");

            migrationBuilder.DropColumn(
                name: "PlannedTo",
                table: "cover");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "cover");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "cover");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "cover");

            migrationBuilder.DropColumn(
                name: "MustChangePassword",
                table: "account");

            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "absence");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "absence");

            migrationBuilder.DropColumn(
                name: "PlannedTo",
                table: "absence");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "absence");

            migrationBuilder.DropColumn(
                name: "RecordedBy",
                table: "absence");
        }
    }
}
