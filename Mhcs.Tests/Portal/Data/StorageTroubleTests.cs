using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Cases;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Portal.Data;

public sealed class StorageTroubleTests(TroubledApp portal, Chromium chromium) : IClassFixture<TroubledApp>
{
    static readonly string Words = new('w', CaseFile.NoteLimit);

    public static TheoryData<Trouble> Troubles => [.. Enum.GetValues<Trouble>()];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_program_is_told_to_come_back_and_what_it_sends_again_is_done_once(Trouble trouble)
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("teammanager.a");
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        await portal.Begin(trouble);

        using var refused = await client.Change($"/api/v1/cases/{file}/notes", new { text = Words });
        using var troubled = await client.GetAsync("/health/ready");
        await portal.End();
        using var ready = await client.GetAsync("/health/ready");
        using var done = await client.Change($"/api/v1/cases/{file}/notes", new { text = Words });

        refused.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, await refused.Content.ReadAsStringAsync());
        refused.Headers.RetryAfter.Should().NotBeNull();
        ((string?)(await refused.Content.ReadFromJsonAsync<JsonObject>())!["code"]).Should().Be("storage-trouble");
        // A full disk still takes a small write into the room that is there.
        if (trouble != Trouble.DiskFull) troubled.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        done.StatusCode.Should().Be(HttpStatusCode.Created, await done.Content.ReadAsStringAsync());
        (await Notes(file)).Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task A_person_is_told_keeps_what_they_typed_and_saves_it_when_the_trouble_is_over(Trouble trouble)
    {
        var file = await portal.Case();
        await using var visit = await chromium.Open(portal, $"/cases/{file}", who: "teammanager.a");
        var note = visit.Page.GetByLabel("Add a note");
        var add = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add note" });
        await portal.Begin(trouble);

        await note.FillAsync(Words);
        await add.ClickAsync();
        await visit.Page.GetByText("can’t be written just now").First.WaitForAsync();
        (await note.InputValueAsync()).Should().Be(Words);
        await portal.End();
        await add.ClickAsync();

        await visit.Page.Locator("#notes .app-note").WaitForAsync();
        (await Notes(file)).Should().Be(1);
    }

    async Task<int> Notes(string file)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Notes.CountAsync(n => db.Cases.Any(c => c.Id == n.CaseId && c.Reference == new CaseReference(file)));
    }
}
