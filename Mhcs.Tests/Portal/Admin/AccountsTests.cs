using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Admin;

public sealed class AccountsTests(Casework portal) : IClassFixture<Casework>
{
    const string Own = "seven quiet herons";

    [Fact]
    public async Task Whoever_is_added_chooses_a_password_of_their_own_before_anything_else()
    {
        using var administrator = await portal.SignedIn("systemadministrator");
        var (name, password) = await Added(administrator, "Caseworker", "A");
        using var client = await portal.SignedIn(name, password);

        using var before = await client.GetAsync("/api/v1/cases");
        using var export = await client.GetAsync("/api/v1/exports/cases.csv");
        using var page = await client.GetAsync("/my-work");
        using var weak = await client.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = "password1" });
        using var chosen = await client.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = Own });
        using var after = await client.GetAsync("/api/v1/cases");

        before.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        ((string?)(await before.Content.ReadFromJsonAsync<JsonObject>())!["code"]).Should().Be("password-change-needed");
        export.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        page.Headers.Location!.ToString().Should().EndWith("/password");
        weak.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        chosen.StatusCode.Should().Be(HttpStatusCode.NoContent, await chosen.Content.ReadAsStringAsync());
        after.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_changed_password_ends_ones_other_sessions_and_not_this_one()
    {
        using var administrator = await portal.SignedIn("systemadministrator");
        var (name, password) = await Added(administrator, "Caseworker", "A");
        using var here = await portal.SignedIn(name, password);
        using var elsewhere = await portal.SignedIn(name, password);

        using var chosen = await here.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = Own });
        using var wrong = await here.PutAsJsonAsync("/api/v1/session/password", new { current = password, @new = "eight quiet herons" });

        (await elsewhere.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await here.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.OK);
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await Kinds(name)).Should().Contain([AccountTrail.Created, AccountTrail.PasswordChanged]);
    }

    [Fact]
    public async Task A_persons_role_and_team_are_changed_on_the_record_and_they_sign_in_again()
    {
        using var administrator = await portal.SignedIn("systemadministrator");
        var (name, password) = await Added(administrator, "Caseworker", "A");
        using var client = await portal.SignedIn(name, password);

        using var changed = await administrator.PutAsJsonAsync($"/api/v1/users/{name}", new { role = "TeamManager", team = "B", active = true });
        using var placeless = await administrator.PutAsJsonAsync($"/api/v1/users/{name}", new { role = "TeamManager", active = true });
        using var disabled = await administrator.PutAsJsonAsync($"/api/v1/users/{name}", new { role = "TeamManager", team = "B", active = false });

        var user = await changed.Content.ReadFromJsonAsync<JsonObject>();
        ((string?)user!["role"], (string?)user["team"]).Should().Be(("TeamManager", "B"));
        (await client.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        placeless.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        disabled.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Kinds(name)).Should().Equal(AccountTrail.Created, AccountTrail.SignedIn, AccountTrail.PrivilegeChanged, AccountTrail.GroupChanged, AccountTrail.Disabled);
    }

    [Fact]
    public async Task An_administrator_does_not_change_their_own_role()
    {
        using var administrator = await portal.SignedIn("systemadministrator");

        using var raised = await administrator.PutAsJsonAsync("/api/v1/users/systemadministrator", new { role = "HeadOfSection", active = true });
        using var gone = await administrator.PutAsJsonAsync("/api/v1/users/systemadministrator", new { role = "SystemAdministrator", active = false });

        (raised.StatusCode, gone.StatusCode).Should().Be((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task Who_holds_open_cases_keeps_their_team_until_they_are_handed_over()
    {
        var file = await portal.Case();
        using var manager = await portal.SignedIn("teammanager.a");
        using var given = await manager.Change($"/api/v1/cases/{file}/assignment", new { assignee = "caseworkmanager.a" });
        given.StatusCode.Should().Be(HttpStatusCode.OK, await given.Content.ReadAsStringAsync());
        using var administrator = await portal.SignedIn("systemadministrator");

        using var moved = await administrator.PutAsJsonAsync("/api/v1/users/caseworkmanager.a", new { role = "CaseworkManager", team = "B", active = true });

        moved.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await moved.Content.ReadAsStringAsync()).Should().Contain("still holds open cases");
    }

    [Fact]
    public async Task Whom_wrong_tries_keep_waiting_is_unlocked_and_whose_sessions_are_ended_is_out()
    {
        using var administrator = await portal.SignedIn("systemadministrator");
        using var client = await portal.SignedIn("headofteam.b");
        using var guesser = portal.Anybody(out _);
        for (var n = 0; n < 5; n++) (await guesser.PostAsJsonAsync("/api/v1/session", new { userName = "headofteam.b", password = $"guess number {n}" })).Dispose();
        (await User(administrator, "headofteam.b")).Should().Match<JsonObject>(u => (bool)u["locked"]! && (int)u["sessions"]! == 1 && u["lastSignIn"] != null);

        using var unlocked = await administrator.DeleteAsync("/api/v1/users/headofteam.b/lock");
        using var ended = await administrator.DeleteAsync("/api/v1/users/headofteam.b/sessions");

        (unlocked.StatusCode, ended.StatusCode).Should().Be((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        (await client.GetAsync("/api/v1/session")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        using var again = await portal.SignedIn("headofteam.b");
        (await Kinds("headofteam.b")).Should().Contain([AccountTrail.LockedOut, AccountTrail.Unlocked, AccountTrail.SessionsEnded]);
    }

    [Fact]
    public async Task A_lost_password_is_replaced_by_one_that_must_be_changed()
    {
        using var administrator = await portal.SignedIn("systemadministrator");
        var (name, first) = await Added(administrator, "Auditor", null);

        using var reset = await administrator.PostAsync($"/api/v1/users/{name}/password", null);

        var second = (string)(await reset.Content.ReadFromJsonAsync<JsonObject>())!["password"]!;
        second.Should().NotBe(first);
        using var client = await portal.SignedIn(name, second);
        (await client.GetAsync("/api/v1/audit")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    static async Task<(string Name, string Password)> Added(HttpClient administrator, string role, string? team)
    {
        var userName = $"n.{Guid.NewGuid():N}"[..20];
        using var added = await administrator.PostAsJsonAsync("/api/v1/users", new { userName, role, team });
        added.StatusCode.Should().Be(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
        return (userName, (string)(await added.Content.ReadFromJsonAsync<JsonObject>())!["password"]!);
    }

    static async Task<JsonObject> User(HttpClient administrator, string name) => (await administrator.GetFromJsonAsync<JsonArray>("/api/v1/users"))!.Select(u => u!.AsObject()).Single(u => (string?)u["userName"] == name);

    async Task<IReadOnlyList<string>> Kinds(string name)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Trail.Where(e => e.Data.Contains($"\"userName\":\"{name}\"")).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync();
    }
}
