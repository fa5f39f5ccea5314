using System.Globalization;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Api;

/// <summary>/audit: the trail, for those who check it.</summary>
static class AuditApi
{
    const int PageSize = 200;

    public sealed record Entry(long Seq, DateTimeOffset At, string Kind, string? By, string? ActingFor, string? Team, string? Reference, System.Text.Json.JsonElement Data);
    /// <param name="Next">Send it as after to go on; null at the end.</param>
    public sealed record Page(IReadOnlyList<Entry> Items, long? Next);
    public sealed record Verdict(bool Ok, long Count, long? FirstBad, string? Why);

    public static void MapAudit(this RouteGroupBuilder api)
    {
        var audit = api.MapGroup("/audit").RequireAuthorization(Policies.Trail);
        audit.MapGet("", async (HttpContext http, TrailQuery trail, Staff staff) =>
        {
            var after = http.Request.Query["after"].ToString() switch { "" => 0, var given => long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : throw new ApiFault(Problem.Malformed("after must be the number of an entry")) };
            var read = await trail.After(http.Me(), after, PageSize, http.RequestAborted);
            var people = await staff.Everyone(http.RequestAborted);
            return Reply.Ok(new Page([.. read.Select(r => Of(r.Entry, r.Reference, id => people.GetValueOrDefault(id)?.UserName))], read.Count == PageSize ? read[^1].Entry.Seq : null));
        }).Produces<Page>().WithSummary("The trail in its order, 200 entries at a time").Listing("after");

        audit.MapGet("/verify", async (HttpContext http, IDbContextFactory<PortalDb> dbs, TrailChain chain) =>
        {
            await using var db = await dbs.CreateDbContextAsync(http.RequestAborted);
            var verdict = await chain.Verify(db, http.RequestAborted);
            return Reply.Ok(new Verdict(verdict.Ok, verdict.Count, verdict.FirstBad, verdict.Why));
        }).Produces<Verdict>().WithSummary("Reads the whole trail and says whether every entry is what was written");
    }

    static Entry Of(TrailEntry e, string? reference, Func<Domain.People.PersonId, string?> name) =>
        new(e.Seq, e.At, e.Kind, name(e.By), e.ActingFor is { } post ? name(post) : null, e.Team, reference, System.Text.Json.JsonDocument.Parse(e.Data).RootElement);
}
