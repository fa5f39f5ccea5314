using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.Reports;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Api;

/// <summary>/exports: the list as a file, for those who lead a team; restricted cases never.</summary>
static class ExportsApi
{
    public static void MapExports(this RouteGroupBuilder api)
    {
        api.MapGet("/exports/cases.csv", (HttpContext http, CaseListQuery query, Staff staff, Occasions occasions, WriteLane lane) => Export(http, query, staff, occasions, lane, CaseSheet.Csv, CaseSheet.CsvType, "csv"))
            .Produces(200, contentType: "text/csv").WithSummary("The list as CSV, with the filters of /cases").Listing("team", "type", "state", "assignee", "standing", "unassigned", "flag", "age", "shown", "sort");
        api.MapGet("/exports/cases.xlsx", (HttpContext http, CaseListQuery query, Staff staff, Occasions occasions, WriteLane lane) => Export(http, query, staff, occasions, lane, CaseSheet.Xlsx, CaseSheet.XlsxType, "xlsx"))
            .Produces(200, contentType: CaseSheet.XlsxType).WithSummary("The list as a workbook, with the filters of /cases").Listing("team", "type", "state", "assignee", "standing", "unassigned", "flag", "age", "shown", "sort");
    }

    static async Task<IResult> Export(HttpContext http, CaseListQuery query, Staff staff, Occasions occasions, WriteLane lane, Func<IReadOnlyList<CaseRow>, DateOnly, byte[]> write, string type, string ending)
    {
        var read = await CaseFilters.Read(http, staff);
        var posts = (await staff.Actor(http.Me(), http.RequestAborted))!.Posts.Where(p => p.Grade >= Grade.TeamManager).ToList();
        if (posts.Count == 0) return Reply.Refuse(Problem.NotEntitled("Lists are exported by team managers and above"));
        // Somebody who lends a manager's post in another team exports that team, not their own.
        var all = posts.Exists(p => p.Grade == Grade.HeadOfSection);
        if (read.Filter.Team is { } team && !all && !posts.Exists(p => p.Team == team)) return Reply.Refuse(Problem.NotEntitled("Lists of this team are exported by its managers"));
        var rows = await query.All(http.Me(), read.Filter, read.Order, http.RequestAborted);
        var mine = all ? rows : [.. rows.Where(r => posts.Exists(p => p.Team == r.Team))];
        var at = occasions.Now;
        await lane.Write(writing => { writing.Record(AccountTrail.Entry(SensitiveReads.Exported, http.Me(), at, new { rows = mine.Count, format = ending, filters = read.Filter.Href("") })); return Task.CompletedTask; }, http.RequestAborted);
        return Results.File(write(mine, London.Day(at)), type, $"cases-{London.Day(at):yyyy-MM-dd}-{CaseSheet.Marking}.{ending}");
    }
}
