using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Mhcs.Portal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ContactsOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_contact_Reference",
                table: "contact",
                column: "Reference");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_contact_Reference",
                table: "contact");
        }
    }
}
