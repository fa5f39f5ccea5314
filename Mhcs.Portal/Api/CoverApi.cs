using Mhcs.Domain.People;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/cover: whose post is lent to whom, through the desk that the page uses.</summary>
static class CoverApi
{
    /// <param name="By">User name of whoever acts.</param>
    /// <param name="For">User name of whose post it is.</param>
    /// <param name="PlannedTo">The last day as it was planned, where it was ended early.</param>
    public sealed record Item(int Id, string? By, string? For, Grade As, string? Team, DateOnly From, DateOnly To, DateOnly? PlannedTo, string? Reason, bool HoldsToday, bool Cancelled, string? RecordedBy, bool MayChange);
    /// <param name="Past">The latest that are over or cancelled.</param>
    public sealed record List(string Team, IReadOnlyList<Item> Items, IReadOnlyList<Item> Past);
    public sealed record Given(string? By, string? For, DateOnly? From, DateOnly? To, string? Reason);
    public sealed record Ending(DateOnly? LastDay);

    public static void MapCover(this RouteGroupBuilder casework)
    {
        casework.MapGet("/teams/{team}/cover", async (string team, HttpContext http, TeamPeopleQuery query, Staff staff) =>
            await query.For(http.Me(), team, http.RequestAborted) is { } people ? Reply.Ok(await Of(people, staff)) : Reply.Refuse(Problem.NotFound))
            .Produces<List>().WithSummary("Who acts for whom in a team: today and ahead, and the latest of the past");

        casework.MapGet("/cover/{id:int}", async (int id, HttpContext http, TeamPeopleQuery query, Staff staff) => Reply.Read(http, await Read(http, query, staff, id))).Produces<Item>().WithSummary("One cover of the caller’s teams");

        casework.MapPost("/cover", async (Body<Given> body, HttpContext http, CoverDesk desk, TeamPeopleQuery query, Staff staff) =>
        {
            var c = body.Value;
            var (by, lender) = (await One(staff, c.By, "by"), await One(staff, c.For, "for"));
            return await Reply.Made(http, await desk.RecordCover(by?.Id, lender?.Id, c.From, c.To, c.Reason, http.Me(), http.RequestAborted), id => Read(http, query, staff, id), id => $"/cover/{id}");
        }).Produces<Item>(201).WithSummary("Lend a post for some days: a deputy head or head of its team, or the head of section, and never to oneself");

        casework.MapPost("/cover/{id:int}/end", async (int id, Body<Ending> body, HttpContext http, CoverDesk desk, TeamPeopleQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.EndCover(id, body.Value.LastDay, http.Me(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Item>().WithSummary("Bring the last day of a cover forward; the planned one stays on the record");

        casework.MapPost("/cover/{id:int}/cancel", async (int id, HttpContext http, CoverDesk desk, TeamPeopleQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.CancelCover(id, http.Me(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Item>().WithSummary("Stop a cover at once, or say that it won’t be; what was done under it stays done");
    }

    /// <summary>The person of a user name; null where none is given, which the desk refuses in its own words.</summary>
    static async Task<Person?> One(Staff staff, string? userName, string field) => string.IsNullOrWhiteSpace(userName) ? null : (await staff.Named([userName.Trim()], field))[0];

    static async Task<Item?> Read(HttpContext http, TeamPeopleQuery query, Staff staff, int id)
    {
        foreach (var team in (await query.For(http.Me(), null, http.RequestAborted))?.Teams ?? [])
            if (await query.For(http.Me(), team.Code, http.RequestAborted) is { } people && await Of(people, staff) is var list && list.Items.Concat(list.Past).FirstOrDefault(i => i.Id == id) is { } found) return found;
        return null;
    }

    static async Task<List> Of(TeamPeople people, Staff staff)
    {
        var everyone = await staff.Everyone();
        return new(people.Team.Code, [.. people.Covers.Select(One)], [.. people.PastCovers.Select(One)]);

        Item One(CoverRow row) => new(row.Cover.Id, everyone.UserName(row.Cover.By), everyone.UserName(row.Cover.For), row.As, row.Team, row.Cover.From, row.Cover.To, row.Cover.PlannedTo, row.Cover.Reason,
            row.Cover.HoldsOn(people.On.Today), row.Cover.CancelledAt is not null, everyone.UserName(row.Cover.RecordedBy), row.MayChange);
    }
}
