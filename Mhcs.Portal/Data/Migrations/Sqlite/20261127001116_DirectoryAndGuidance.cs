using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DirectoryAndGuidance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "directory_entry",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Town = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Units = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MergedInto = table.Column<int>(type: "INTEGER", nullable: true),
                    FormerNames = table.Column<string>(type: "TEXT", nullable: false),
                    History = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_directory_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "policy_page",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Governs = table.Column<string>(type: "TEXT", nullable: false),
                    Owner = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Current = table.Column<int>(type: "INTEGER", nullable: false),
                    MustRead = table.Column<int>(type: "INTEGER", nullable: true),
                    ReadBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_page", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: true),
                    With = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    By = table.Column<int>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FollowUpOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<int>(type: "INTEGER", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contact_directory_entry_EntryId",
                        column: x => x.EntryId,
                        principalTable: "directory_entry",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "team_event",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Team = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    EntryId = table.Column<int>(type: "INTEGER", nullable: true),
                    Where = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OrganisedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    Attendees = table.Column<string>(type: "TEXT", nullable: false),
                    Feedback = table.Column<string>(type: "TEXT", nullable: false),
                    HeldAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Report = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    CancelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team_event", x => x.Id);
                    table.ForeignKey(
                        name: "FK_team_event_directory_entry_EntryId",
                        column: x => x.EntryId,
                        principalTable: "directory_entry",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "policy_page_reading",
                columns: table => new
                {
                    PageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_page_reading", x => new { x.PageId, x.Number, x.Person });
                    table.ForeignKey(
                        name: "FK_policy_page_reading_policy_page_PageId",
                        column: x => x.PageId,
                        principalTable: "policy_page",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "policy_page_version",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Area = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Governs = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ReviewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MustRead = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ProposedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Standing = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    DecidedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_policy_page_version", x => x.Id);
                    table.ForeignKey(
                        name: "FK_policy_page_version_policy_page_PageId",
                        column: x => x.PageId,
                        principalTable: "policy_page",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_contact_EntryId",
                table: "contact",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_contact_IsOpen_FollowUpOn",
                table: "contact",
                columns: new[] { "IsOpen", "FollowUpOn" });

            migrationBuilder.CreateIndex(
                name: "IX_contact_Team_On",
                table: "contact",
                columns: new[] { "Team", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_entry_Kind_Name",
                table: "directory_entry",
                columns: new[] { "Kind", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_directory_entry_MergedInto",
                table: "directory_entry",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_policy_page_Key",
                table: "policy_page",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_policy_page_version_PageId_Number",
                table: "policy_page_version",
                columns: new[] { "PageId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_team_event_EntryId",
                table: "team_event",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_team_event_On",
                table: "team_event",
                column: "On");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "policy_page_reading");

            migrationBuilder.DropTable(
                name: "policy_page_version");

            migrationBuilder.DropTable(
                name: "team_event");

            migrationBuilder.DropTable(
                name: "policy_page");

            migrationBuilder.DropTable(
                name: "directory_entry");
        }
    }
}
