using System.Text;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class ImportPageTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    const string Header = "number,surname,forenames,born_on,category,category_since,hospital,ward,admitted_on,residence,high_profile\n";

    [Fact]
    public async Task A_dry_run_names_line_column_and_mend_of_each_rejected_row_and_offers_no_import()
    {
        await using var administrator = await AtTheImport();

        await Choose(administrator, Header + Row("P-51001", "Applecross") + Row("P-51002", "Brambleton").Replace("1980-01-02", "31/02/1980", StringComparison.Ordinal) + Row("P-51003", "").Replace(",CD,", ",S99,", StringComparison.Ordinal));

        var rows = administrator.Page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions.Expect(rows.First).ToContainTextAsync("Line 3");
        await Assertions.Expect(rows.First).ToContainTextAsync("“born_on” must be a real date such as 2026-11-27 or 27/11/2026; it is “31/02/1980”.");
        await Assertions.Expect(administrator.Page.GetByText("Nothing can be imported while a row is rejected.")).ToBeVisibleAsync();
        await Assertions.Expect(Import(administrator)).ToHaveCountAsync(0);
        await administrator.ShouldBeAccessible();
        administrator.ShouldBeQuiet();
        (await OnTheBooks("P-5100")).Should().Be(0);
    }

    [Fact]
    public async Task A_good_file_is_imported_and_a_second_run_changes_nothing()
    {
        await using var administrator = await AtTheImport();
        var file = Header + Row("P-52001", "Applecross") + Row("P-52002", "Brambleton");

        await Choose(administrator, file);
        await Assertions.Expect(administrator.Page.GetByText("2 new, 0 changed, 0 unchanged, 0 rejected").First).ToBeVisibleAsync();
        await administrator.ShouldBeAccessible();
        await Import(administrator).ClickAsync();
        await administrator.Page.GetByText("Imported from patients.csv: 2 new").WaitForAsync();
        await Choose(administrator, file);

        await Assertions.Expect(administrator.Page.GetByText("Everything in this file is on the books already.")).ToBeVisibleAsync();
        await Assertions.Expect(Import(administrator)).ToHaveCountAsync(0);
        (await OnTheBooks("P-5200")).Should().Be(2);
        administrator.ShouldBeQuiet();
    }

    [Fact]
    public async Task The_parts_of_a_dry_run_are_read_one_by_one_without_losing_the_file()
    {
        await using var administrator = await AtTheImport();
        await Choose(administrator, Header + Row("P-53001", "Applecross"));
        await Import(administrator).ClickAsync();
        await administrator.Page.GetByText("Imported from").WaitForAsync();

        await Choose(administrator, Header + Row("P-53001", "Applecross").Replace("4 Garland Court", "9 Quill Court", StringComparison.Ordinal) + Row("P-53002", "Brambleton"));
        await administrator.Page.Locator("a[href$='show=changed']").ClickAsync();

        await Assertions.Expect(administrator.Page.GetByText("4 Garland Court → 9 Quill Court")).ToBeVisibleAsync();
        await Assertions.Expect(Import(administrator)).ToHaveTextAsync("Import 2 patients");
    }

    [Fact]
    public async Task An_import_shows_how_far_it_is_and_when_cancelled_leaves_nothing_behind()
    {
        await using var administrator = await AtTheImport();
        await Choose(administrator, Header + string.Concat(Enumerable.Range(0, 300).Select(n => Row($"P-{54000 + n}", "Applecross"))));
        TaskCompletionSource begun = new(), done = new();
        var somebodyElse = portal.Services.GetRequiredService<WriteLane>().Write(async _ =>
        {
            begun.SetResult();
            await done.Task;
        });
        await begun.Task;

        await Import(administrator).ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Progressbar).WaitForAsync();
        await administrator.ShouldBeAccessible();
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel the import" }).ClickAsync();
        done.SetResult();
        await somebodyElse;

        await administrator.Page.GetByText("The import was cancelled. Nothing was changed.").WaitForAsync();
        (await OnTheBooks("P-54")).Should().Be(0);
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_at_its_field()
    {
        await using var administrator = await AtTheImport();

        await Choose(administrator, "PK\u0003\u0004");

        await Assertions.Expect(administrator.Page.Locator(".govuk-error-message")).ToContainTextAsync("This is a workbook or a zip file, not CSV.");
    }

    async Task<Visit> AtTheImport()
    {
        var visit = await portal.Visit(chromium, "caseworkadministrator.a");
        await visit.GoTo("/patients");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Import", Exact = true }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Import patients or cases" }).WaitForAsync();
        return visit;
    }

    static Task Choose(Visit visit, string csv) =>
        visit.Page.SetInputFilesAsync("#file", new FilePayload { Name = "patients.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });

    static ILocator Import(Visit visit) => visit.Page.Locator("main .app-form__acts button", new() { HasText = "Import " });

    static string Row(string number, string surname) => $"{number},{surname},Otis,1980-01-02,CD,2020-03-01,,,,4 Garland Court,Yes\n";

    async Task<int> OnTheBooks(string beginning)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Patients.CountAsync(p => p.Number.StartsWith(beginning));
    }
}
