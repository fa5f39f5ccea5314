using System.Net;
using System.Net.Http.Json;
using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.SignIn;

public sealed class ThrottleTests(TimedApp portal) : IClassFixture<TimedApp>
{
    [Fact]
    public async Task Guessing_at_a_name_closes_it_to_the_guesser_for_a_minute_and_to_nobody_else()
    {
        for (var n = 0; n < 5; n++) await Try("203.0.113.1", "headofteam.a", $"guess number {n}");

        var guesser = await Try("203.0.113.1", "headofteam.a");
        var owner = await Try("203.0.113.2", "headofteam.a");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await Try("203.0.113.1", "headofteam.a");

        (guesser, owner, later).Should().Be((HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        (await Trail()).TakeLast(8).Should().Equal(
            AccountTrail.SignInFailed, AccountTrail.SignInFailed, AccountTrail.SignInFailed, AccountTrail.SignInFailed, AccountTrail.SignInFailed, AccountTrail.LockedOut,
            AccountTrail.SignedIn, AccountTrail.SignedInAfterFailure);
    }

    [Fact]
    public async Task Guessing_at_many_names_closes_the_address_and_no_other()
    {
        for (var n = 0; n < 30; n++) await Try("203.0.113.7", $"name.number{n}", "one password for all");

        var guesser = await Try("203.0.113.7", "caseworker.b");
        var neighbour = await Try("203.0.113.8", "caseworker.b");

        (guesser, neighbour).Should().Be((HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent));
    }

    async Task<HttpStatusCode> Try(string address, string userName, string password = SectionApp.Password)
    {
        using var client = portal.Anybody(out _);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName, password });
        return answer.StatusCode;
    }

    async Task<List<string>> Trail()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Trail.OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync();
    }
}
