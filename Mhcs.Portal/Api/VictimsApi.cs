using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Victims;

namespace Mhcs.Portal.Api;

/// <summary>/victims: oversight of the Victim Contact Scheme and its records, for those who read them; for everybody else there is none. Each record that is read stands in the trail before it is given.</summary>
static class VictimsApi
{
    /// <summary>A victim by number and patient, never by name.</summary>
    public sealed record Item(int Id, string? Case, string Patient, LiaisonStanding Standing, string? Officer, string? Region, DateOnly? LastInformedOn, DateOnly? NextOn, string? NextRule);
    /// <summary>A statutory notice to a liaison officer that has not gone out.</summary>
    /// <param name="Asked">How many of the patient's victims asked to hear of it.</param>
    public sealed record Untold(string Case, string Patient, string? Stage, string About, DateOnly? DueOn, DateTimeOffset RaisedAt, int Asked, int Victims);
    /// <summary>A patient flagged with a victim in the scheme, of whom no record is kept.</summary>
    public sealed record Recordless(string Number, string Patient, string Team);
    /// <param name="Items">Records; empty for the lists of those not told and of patients without a record.</param>
    /// <param name="NotTold">Notices; empty for every other list.</param>
    /// <param name="NoRecord">Patients; empty for every other list.</param>
    public sealed record Page(IReadOnlyList<Item> Items, IReadOnlyList<Untold> NotTold, IReadOnlyList<Recordless> NoRecord, IReadOnlyDictionary<VictimList, int> Counts, int Total, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number, int PageSize);
    /// <param name="IsAskedFor">The victim asked to be told of this stage.</param>
    public sealed record Passed(string Case, string? Stage, string About, DateOnly RaisedOn, DateOnly? DueOn, DateOnly? SentOn, bool IsAskedFor);
    /// <param name="AskedFor">Keys of the stages they asked to be told.</param>
    /// <param name="Notices">What has been, or is to be, passed on about the patient, newest first.</param>
    public sealed record Answer(int Id, int Version, string Patient, string? Case, string Name, string? Contact, string? NoContact, DateOnly? StatementOn, string? Statement, LiaisonStanding Standing, string? Officer, string? Region,
        IReadOnlyList<string> AskedFor, DateOnly? LastInformedOn, DateOnly? NextOn, string? NextRule, DateOnly? WindowUntil, IReadOnlyList<Passed> Notices) : IVersioned;
    public sealed record Given(string? Name, string? Contact, string? NoContact, DateOnly? StatementOn, string? Statement);

    public static void MapVictims(this RouteGroupBuilder casework)
    {
        casework.MapGet("/victims", async (HttpContext http, VictimsQuery query) =>
        {
            var (asked, (page, size)) = (http.Request.Query, http.Paging());
            var filter = new VictimsFilter(QueryParameters.Word(asked["list"], VictimList.NotTold, "list"), CaseFilters.Team(asked["team"]), asked["region"].ToString() is { Length: > 0 } region ? region : null);
            if (await query.For(http.Me(), filter, page, size, http.RequestAborted) is not { } found) return Reply.Refuse(Problem.NotFound);
            var here = found.Page == page;
            return Reply.Ok(new Page([.. (here ? found.Victims : []).Select(Of)], [.. (here ? found.NotTold : []).Select(Of)], [.. (here ? found.NoRecord : []).Select(f => new Recordless(f.Number, f.Patient, f.Team))], found.Counts, found.Total, page, size));
        }).Produces<Page>().WithSummary("Records of victims by their next date, or notices that have not gone out: list (notTold, noRecord, waiting, windows, referrals, all), team, region, page, pageSize").Listing("list", "team", "region", "page", "pageSize");

        casework.MapGet("/victims/{id:int}", async (int id, HttpContext http, VictimQuery query) => Reply.Read(http, await Read(http, query, id)))
            .Produces<Answer>().WithSummary("One record, with what has been passed on; the reading is in the trail first");

        casework.MapPut("/victims/{id:int}", async (int id, Body<Given> body, HttpContext http, VictimDesk desk, VictimQuery query) =>
        {
            var v = body.Value;
            return await Reply.Changed(http, await desk.Record(id, new(v.Name, v.Contact, v.NoContact, v.StatementOn, v.Statement), http.IfMatch(), http.Me(), http.RequestAborted), () => Read(http, query, id));
        }).Produces<Answer>().WithSummary("Who the victim is and how they are reached: every field as it is to be; the trail says which fields changed, never what stands in them");
    }

    static Item Of(VictimRow r) => new(r.Id, r.Case?.Value, r.Patient, r.Standing, r.Officer, r.Region, r.LastInformedOn, r.NextOn, r.NextRule);

    static Untold Of(NotTold n) => new(n.Case.Value, n.Patient, n.Stage?.Key, n.About, n.DueOn, n.RaisedAt, n.Asked, n.Victims);

    static async Task<Answer?> Read(HttpContext http, VictimQuery query, int id)
    {
        if (await query.Find(id, http.Me(), http.RequestAborted) is not { Victim: var v } view) return null;
        return new(v.Id, v.Version, v.PatientNumber, v.Case?.Value, v.Name, v.Contact, v.NoContact, v.StatementOn, v.Statement, v.Standing, v.LiaisonOfficer, v.LiaisonRegion, [.. KeyStages.All.Where(v.IsToHear).Select(s => s.Key)],
            v.LastInformedOn, v.NextOn, v.NextRule, v.WindowUntil, [.. view.Notices.Select(n => new Passed(n.Case.Value, n.Stage?.Key, n.About, n.RaisedOn, n.DueOn, n.SentOn, n.IsAskedFor))]);
    }
}
