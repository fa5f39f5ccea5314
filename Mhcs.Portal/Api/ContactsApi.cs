using Mhcs.Domain.Engagement;
using Mhcs.Portal.Engagement;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/contacts: the contact log, challenges and liaison with judges, through their desk.</summary>
static class ContactsApi
{
    /// <param name="Entry">Number of the entry of the directory.</param>
    /// <param name="By">User name.</param>
    public sealed record Item(int Id, ContactKind Kind, string? Team, int? Entry, string With, string About, DateOnly On, string? Reference, string? By, DateTimeOffset RecordedAt, DateOnly? FollowUp, bool Open,
        string? Outcome, ChallengeResult? Result, string? AnsweredBy, DateTimeOffset? AnsweredAt, bool MayAnswer);
    public sealed record Page(IReadOnlyList<Item> Items, int Total, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number, int PageSize);
    /// <param name="With">In words; the entry's name where left out.</param>
    /// <param name="Reference">The case it was about; patients are never named.</param>
    public sealed record NewContact(ContactKind? Kind, int? Entry, string? With, string? About, string? Reference, DateOnly? On, DateOnly? FollowUp);
    /// <param name="Result">How a challenge ended.</param>
    public sealed record Answered(string? Outcome, ChallengeResult? Result);

    public static void MapContacts(this RouteGroupBuilder casework)
    {
        casework.MapGet("/contacts", async (HttpContext http, EngagementQuery query, Staff staff) =>
        {
            var (asked, (page, size)) = (http.Request.Query, http.Paging());
            var found = await query.Contacts(http.Me(), QueryParameters.Word(asked["view"], ContactView.All, "view"), page, size, QueryParameters.Entry(asked["entry"]), http.RequestAborted)
                ?? throw new ApiFault(Problem.NotEntitled("The contact log is kept by those who do casework"));
            var people = await staff.Everyone(http.RequestAborted);
            return Reply.Ok(new Page([.. (found.Page == page ? found.Rows : []).Select(r => Of(r, people))], found.Total, page, size));
        }).Produces<Page>().WithSummary("The contact log of the caller’s teams: view (all, toFollowUp, challenges, judges), entry (number in the directory), page, pageSize").Listing("view", "entry", "page", "pageSize");

        casework.MapGet("/contacts/{id:int}", async (int id, HttpContext http, EngagementQuery query, Staff staff) => Reply.Read(http, await Read(http, query, staff, id))).Produces<Item>().WithSummary("One line of the contact log");

        casework.MapPost("/contacts", async (Body<NewContact> body, HttpContext http, EngagementDesk desk, EngagementQuery query, Staff staff) =>
        {
            var c = body.Value;
            return await Reply.Made(http, await desk.Record(new(c.Kind, c.With, c.About, c.On, null, c.FollowUp), c.Entry, c.Reference?.ToUpperInvariant(), http.Me(), http.RequestAborted), id => Read(http, query, staff, id), id => $"/contacts/{id}");
        }).Produces<Item>(201).WithSummary("Record a contact, a challenge, or liaison with a judge");

        casework.MapPost("/contacts/{id:int}/answer", async (int id, Body<Answered> body, HttpContext http, EngagementDesk desk, EngagementQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.Answer(id, body.Value.Outcome, body.Value.Result, http.Me(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Item>().WithSummary("Record what came of it; once");
    }

    static async Task<Item?> Read(HttpContext http, EngagementQuery query, Staff staff, int id) =>
        await query.Contact(http.Me(), id, http.RequestAborted) is { } row ? Of(row, await staff.Everyone(http.RequestAborted)) : null;

    static Item Of(ContactRow row, IReadOnlyDictionary<Domain.People.PersonId, Domain.People.Person> people)
    {
        var c = row.Contact;
        return new(c.Id, c.Kind, c.Team, c.EntryId, c.With, c.About, c.On, c.Reference?.Value, people.UserName(c.By), c.RecordedAt, c.FollowUpOn, c.IsOpen, c.Outcome, c.Result, people.UserName(c.AnsweredBy), c.AnsweredAt, row.MayAnswer);
    }
}
