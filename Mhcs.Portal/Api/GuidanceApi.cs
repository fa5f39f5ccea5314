using Mhcs.Domain.Amendments;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.People;
using Mhcs.Portal.Guidance;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/guidance: what we do and why, who has read it, and how it changes, through its desk.</summary>
static class GuidanceApi
{
    /// <param name="Number">The version in force.</param>
    /// <param name="ToRead">The caller must read it and has not confirmed it.</param>
    /// <param name="Passage">Where the words that were looked for stand in it.</param>
    public sealed record Item(string Key, string Title, string Area, IReadOnlyList<string> Governs, string? Owner, int Number, DateOnly? Review, bool Overdue, bool ToRead, string? Passage);
    public sealed record Unread(string Key, string Title, IReadOnlyList<string> Governs, DateOnly ReadBy);
    /// <param name="By">User name; null for what came with the portal.</param>
    /// <param name="Text">Of a version that waits; Markdown.</param>
    public sealed record Edition(string Key, int Number, string Title, AmendmentStanding Standing, string Change, string? By, DateTimeOffset ProposedAt, string? DecidedBy, DateTimeOffset? DecidedAt, DateOnly? Review, bool MustRead, DateOnly? ReadBy, string? Text);
    /// <param name="ToRead">What the caller must read and has not confirmed.</param>
    /// <param name="Waiting">Versions to be approved, for those who may.</param>
    /// <param name="Changes">What came into force last, newest first.</param>
    public sealed record Listing(IReadOnlyList<Item> Pages, IReadOnlyList<Unread> ToRead, IReadOnlyList<Edition> Waiting, IReadOnlyList<Edition> Changes, bool MayWrite);
    public sealed record Reader(string UserName, string Name, string? Team, DateTimeOffset? ConfirmedAt);
    /// <param name="Number">The version in force; 0 while the first waits for approval.</param>
    /// <param name="MustReadSince">The version since which it must be read; null where it need not be.</param>
    /// <param name="Readers">Of those whom the caller leads.</param>
    public sealed record Topic(string Key, int Version, int Number, string Title, string Area, IReadOnlyList<string> Governs, string Text, string? WrittenBy, string? ApprovedBy, DateTimeOffset? InForceSince, string? Owner, DateOnly? Review, bool Overdue,
        int? MustReadSince, DateOnly? ReadBy, bool ToRead, DateTimeOffset? ConfirmedAt, IReadOnlyList<Edition> Versions, IReadOnlyList<Reader> Readers, bool MayWrite) : IVersioned;
    public sealed record Search(string? Query);
    /// <param name="Number">The version that was read.</param>
    public sealed record Confirmed(int? Number);
    /// <param name="Governs">Keys of case types.</param>
    /// <param name="Text">Markdown.</param>
    /// <param name="Change">What is new, for the change log.</param>
    public sealed record Draft(string? Title, string? Area, IReadOnlyList<string>? Governs, string? Text, string? Change, DateOnly? Review, bool? MustRead, DateOnly? ReadBy)
    {
        internal PageDraft Details => new(Title, Area, [.. (Governs ?? []).Distinct()], Text, Change, Review, MustRead ?? false, ReadBy);
    }
    public sealed record NextReview(DateOnly? Review);
    /// <param name="Owner">User name of a deputy head or above.</param>
    public sealed record NewOwner(string? Owner);

    public static void MapGuidance(this RouteGroupBuilder casework)
    {
        casework.MapGet("/guidance", async (HttpContext http, GuidanceQuery query, Staff staff) => await List(http, query, staff, null)).Produces<Listing>().WithSummary("Every page in force, what the caller has still to read, and what changed last");

        casework.MapPost("/guidance/search", async (Body<Search> body, HttpContext http, GuidanceQuery query, Staff staff) => await List(http, query, staff, QueryParameters.Sought(body.Value.Query)))
            .Produces<Listing>().WithSummary("Search the guidance: pages in which all the words stand");

        casework.MapGet("/guidance/{key}", async (string key, HttpContext http, GuidanceQuery query, Staff staff) => Reply.Read(http, await Read(http, query, staff, Key(key)))).Produces<Topic>().WithSummary("One page: the version in force, whether the caller has still to read it, and its change log");

        casework.MapPost("/guidance/{key}/reading", async (string key, Body<Confirmed> body, HttpContext http, GuidanceDesk desk, GuidanceQuery query, Staff staff) =>
        {
            if (body.Value.Number is not { } number) return Reply.Refuse(Problem.Malformed("Give the number of the version that you read"));
            return await Reply.Changed(http, await desk.Confirm(Key(key), number, http.Me(), http.RequestAborted), () => Read(http, query, staff, key));
        }).Produces<Topic>().WithSummary("Confirm that the caller has read the version in force");

        casework.MapPost("/guidance", async (Body<Draft> body, HttpContext http, GuidanceDesk desk, GuidanceQuery query, Staff staff) =>
        {
            var key = PolicyPage.KeyOf(body.Value.Title ?? "");
            return await Reply.Made(http, await desk.Propose(null, body.Value.Details, http.Me(), ct: http.RequestAborted), _ => Read(http, query, staff, key), _ => $"/guidance/{key}");
        }).Produces<Topic>(201).WithSummary("Write a new page; another person approves it before it counts");

        casework.MapPost("/guidance/{key}/versions", async (string key, Body<Draft> body, HttpContext http, GuidanceDesk desk, GuidanceQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.Propose(Key(key), body.Value.Details, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, staff, key)))
            .Produces<Topic>().WithSummary("Write the next version of a page; another person approves it before it counts");

        Decide(casework, "approve", (desk, version, http) => desk.Decide(version, true, http.Me(), http.RequestAborted), "Approve a version that waits: it is in force at once");
        Decide(casework, "decline", (desk, version, http) => desk.Decide(version, false, http.Me(), http.RequestAborted), "Decline a version that waits");
        Decide(casework, "withdraw", (desk, version, http) => desk.Withdraw(version, http.Me(), http.RequestAborted), "Withdraw a version of one’s own that waits");

        casework.MapPost("/guidance/{key}/review", async (string key, Body<NextReview> body, HttpContext http, GuidanceDesk desk, GuidanceQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.Review(Key(key), body.Value.Review, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, staff, key)))
            .Produces<Topic>().WithSummary("Record a review that found nothing to change, and the day of the next");

        casework.MapPost("/guidance/{key}/owner", async (string key, Body<NewOwner> body, HttpContext http, GuidanceDesk desk, GuidanceQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.GiveTo(Key(key), (await staff.Find(body.Value.Owner ?? ""))?.Id, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, staff, key)))
            .Produces<Topic>().WithSummary("Give a page to somebody who then answers for it");
    }

    /// <summary>A version never changes and is decided once, so its number says enough: there is no If-Match.</summary>
    static void Decide(RouteGroupBuilder casework, string act, Func<GuidanceDesk, int, HttpContext, Task<PlainOutcome>> decide, string summary) =>
        casework.MapPost($"/guidance/{{key}}/versions/{{number:int}}/{act}", async (string key, int number, HttpContext http, GuidanceDesk desk, GuidanceQuery query, Staff staff) =>
            (await query.Page(http.Me(), Key(key), http.RequestAborted))?.Versions.FirstOrDefault(v => v.Version.Number == number) is { Version.Id: var version }
                ? await Reply.Changed(http, await decide(desk, version, http), () => Read(http, query, staff, key)) : Reply.Refuse(Problem.NotFound)).Produces<Topic>().WithSummary(summary);

    static async Task<IResult> List(HttpContext http, GuidanceQuery query, Staff staff, string? words)
    {
        var view = await query.All(http.Me(), words, http.RequestAborted) ?? throw new ApiFault(Problem.NotEntitled("Guidance is for those who do casework"));
        var (people, today) = (await staff.Everyone(http.RequestAborted), London.Day(view.At));
        return Reply.Ok(new Listing([.. view.Pages.Select(r => new Item(r.Page.Key, r.Page.Title, r.Page.Area, r.Page.Governs, people.UserName(r.Page.Owner), r.Page.Current, r.Page.ReviewOn, r.Page.IsOverdue(today), view.Unread.Any(u => u.Key == r.Page.Key), r.Passage))],
            [.. view.Unread.Select(u => new Unread(u.Key, u.Title, u.Governs, u.By))], [.. view.Waiting.Select(v => Of(v, people))], [.. view.Changes.Select(v => Of(v, people))], view.MayWrite));
    }

    static async Task<Topic?> Read(HttpContext http, GuidanceQuery query, Staff staff, string key)
    {
        if (await query.Page(http.Me(), key, http.RequestAborted) is not { Page: var page, Shown.Version: var shown } view) return null;
        var people = await staff.Everyone(http.RequestAborted);
        return new(page.Key, page.Version, page.Current, page.Title, page.Area, page.Governs, shown.Text, people.UserName(shown.ProposedBy), people.UserName(shown.DecidedBy), page.Current == 0 ? null : shown.DecidedAt, people.UserName(page.Owner), page.ReviewOn,
            page.IsOverdue(London.Day(view.At)), page.MustRead, page.ReadBy, view.Unread is not null, view.Confirmed, [.. view.Versions.Select(v => Of(v, people))], [.. view.Readers.Select(r => new Reader(r.Person.UserName, r.Person.Name, r.Person.Team, r.At))], view.MayWrite);
    }

    static Edition Of(VersionRow row, IReadOnlyDictionary<PersonId, Person> people)
    {
        var v = row.Version;
        return new(row.Key, v.Number, v.Title, v.Standing, v.Change, people.UserName(v.ProposedBy), v.ProposedAt, people.UserName(v.DecidedBy), v.DecidedAt, v.ReviewOn, v.MustRead, v.ReadBy, v.Standing == AmendmentStanding.Proposed ? v.Text : null);
    }

    /// <summary>A key that can't be one is as missing as one that isn't there.</summary>
    static string Key(string key) => key.Length <= PolicyPage.LongestTitle && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') ? key : throw new ApiFault(Problem.NotFound);
}
