using Mhcs.Domain.Contacts;
using Mhcs.Portal.Contacts;
using static Mhcs.Portal.Api.QueryParameters;

namespace Mhcs.Portal.Api;

/// <summary>/directory: the places and people outside with whom the section works, through their desk.</summary>
static class DirectoryApi
{
    public sealed record Item(int Id, EntryKind Kind, string Name, string? Organisation, string? Region, string? Town, string? Email, string? Telephone, DateOnly From, DateOnly? LastDay, IReadOnlyList<string> FormerNames);
    public sealed record Page(IReadOnlyList<Item> Items, int Total, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number, int PageSize);
    public sealed record Search(string? Query, IReadOnlyList<EntryKind>? Kind, IReadOnlyList<string?>? Region, bool? Closed, int? Page, int? PageSize);
    public sealed record Change(DateTimeOffset At, string? By, string What, string? Was, string? Now);
    /// <param name="PartOf">Number of the entry that this one became part of.</param>
    /// <param name="Patients">Of a hospital or prison, the patients there that the caller may see, 25 a page.</param>
    public sealed record Entry(int Id, int Version, EntryKind Kind, string Name, string? Organisation, string? Region, string? Town, string? Address, string? Email, string? Telephone, IReadOnlyList<HospitalUnit> Units, DateOnly From, DateOnly? LastDay,
        int? PartOf, IReadOnlyList<int> Parts, IReadOnlyList<string> FormerNames, IReadOnlyList<PatientThere> Patients, int PatientsTotal, IReadOnlyList<CasesThere> Cases, IReadOnlyList<Change> History, bool MayChange, bool MayEnd) : IVersioned;
    public sealed record Unit(string? Name, string? Security);
    /// <param name="Kind">Of a new entry; it never changes.</param>
    /// <param name="Organisation">Whom a person works for; places have none.</param>
    /// <param name="Units">Wards of a hospital, each with its security.</param>
    public sealed record Given(EntryKind? Kind, string? Name, string? Organisation, string? Region, string? Town, string? Address, string? Email, string? Telephone, IReadOnlyList<Unit?>? Units, DateOnly? From)
    {
        internal EntryDetails Details => new(Name, Organisation, Region, Town, Address, Email, Telephone, Units is null ? null : string.Join('\n', Units.Select(u => $"{u?.Name}: {u?.Security}")), From);
    }
    public sealed record Closing(DateOnly? LastDay);
    /// <param name="Into">Number of the entry that stays.</param>
    public sealed record Merging(int? Into, string? Reason);

    public static void MapDirectory(this RouteGroupBuilder casework)
    {
        casework.MapGet("/directory", async (HttpContext http, DirectoryQuery query) =>
        {
            var asked = http.Request.Query;
            var closed = asked["closed"].ToString() switch { "" or "false" => false, "true" => true, var given => throw Unknown("closed", given, ["true", "false"]) };
            return await List(http, query, new() { Kinds = [.. Each(asked["kind"]).Select(k => Word(k, EntryKind.Hospital, "kind"))], Regions = [.. Each(asked["region"]).Select(Region)], Closed = closed }, http.Paging());
        }).Produces<Page>().WithSummary("The directory by name: kind, region, closed (true: closed entries too), page, pageSize").Listing("kind", "region", "closed", "page", "pageSize");

        casework.MapPost("/directory/search", async (Body<Search> body, HttpContext http, DirectoryQuery query) =>
        {
            var asked = body.Value;
            return await List(http, query, new() { Words = Sought(asked.Query), Kinds = asked.Kind ?? [], Regions = [.. (asked.Region ?? []).Select(r => Region(r ?? ""))], Closed = asked.Closed ?? false }, Paging(asked.Page, asked.PageSize));
        }).Produces<Page>().WithSummary("Search the directory by name, former name, organisation or town");

        casework.MapGet("/directory/{id:int}", async (int id, HttpContext http, EntryQuery query) => Reply.Read(http, await Read(http, query, id, Reply.Number(http.Request.Query["page"], 1, 1_000_000, "page"))))
            .Produces<Entry>().WithSummary("One entry with its units, its history, and who of our patients is there").Listing("page");

        casework.MapPost("/directory", async (Body<Given> body, HttpContext http, DirectoryDesk desk, EntryQuery query) =>
            await Reply.Made(http, await desk.Add(body.Value.Kind, body.Value.Details, http.Me(), http.RequestAborted), id => Read(http, query, id), id => $"/directory/{id}"))
            .Produces<Entry>(201).WithSummary("Add an entry; cases can name a hospital or prison from its first day");

        casework.MapPut("/directory/{id:int}", async (int id, Body<Given> body, HttpContext http, DirectoryDesk desk, EntryQuery query) =>
            await Reply.Changed(http, await desk.Change(id, body.Value.Details, http.IfMatch(), http.Me(), http.RequestAborted), () => Read(http, query, id)))
            .Produces<Entry>().WithSummary("Change an entry: every field as it is to be; what it was stays in its history");

        casework.MapPost("/directory/{id:int}/close", async (int id, Body<Closing> body, HttpContext http, DirectoryDesk desk, EntryQuery query) =>
            await Reply.Changed(http, await desk.Close(id, body.Value.LastDay, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, id)))
            .Produces<Entry>().WithSummary("Close an entry after its last day");

        casework.MapPost("/directory/{id:int}/reopen", async (int id, HttpContext http, DirectoryDesk desk, EntryQuery query) =>
            await Reply.Changed(http, await desk.Reopen(id, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, id)))
            .Produces<Entry>().WithSummary("Take the closing of an entry back");

        casework.MapPost("/directory/{id:int}/merge", async (int id, Body<Merging> body, HttpContext http, DirectoryDesk desk, EntryQuery query) =>
            await Reply.Changed(http, await desk.Merge(id, body.Value.Into, body.Value.Reason, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, id)))
            .Produces<Entry>().WithSummary("Make this entry part of another, which stays");
    }

    static async Task<IResult> List(HttpContext http, DirectoryQuery query, DirectoryFilter filter, (int Number, int Size) page)
    {
        var found = await query.For(http.Me(), filter, page.Number, page.Size, http.RequestAborted) ?? throw new ApiFault(Problem.NotEntitled("The directory is kept by those who do casework"));
        return Reply.Ok(new Page([.. (found.Page == page.Number ? found.Rows : []).Select(Of)], found.Total, page.Number, page.Size));
    }

    static Item Of(EntryRow r) => new(r.Id, r.Kind, r.Name, r.Organisation, r.Region, r.Town, r.Email, r.Telephone, r.From, r.To, r.FormerNames);

    static async Task<Entry?> Read(HttpContext http, EntryQuery query, int id, int page = 1)
    {
        if (await query.For(http.Me(), id, page, http.RequestAborted) is not { Entry: var e } view) return null;
        return new(e.Id, e.Version, e.Kind, e.Name, e.Organisation, e.Region, e.Town, e.Address, e.Email, e.Telephone, e.Units, e.From, e.To, e.MergedInto, [.. view.Parts.Select(p => p.Id)], e.FormerNames,
            view.Page == page ? view.Patients : [], view.Total, view.Cases, [.. e.History.Select(c => new Change(c.At, view.People.UserName(c.By), c.What, c.Was, c.Now))], view.MayChange, view.MayEnd);
    }

    /// <summary>A region by its name, with spaces or with dashes as in the addresses of pages.</summary>
    static string Region(string given) => EntryDetails.Regions.FirstOrDefault(r => r.Equals(given.Replace('-', ' '), StringComparison.OrdinalIgnoreCase)) ?? throw Unknown("region", given, EntryDetails.Regions);
}
