using System.Net;
using System.Net.Http.Json;
using Mhcs.Domain.Deadlines;
using Mhcs.Tests.Support;
using static System.Net.HttpStatusCode;

namespace Mhcs.Tests.Portal.Api;

/// <summary>The table of roles, acts and relations (docs/api.md), a test a cell.</summary>
public class RightsTests(Casework portal) : IClassFixture<Casework>
{
    public enum Act { List, Victims, Cover, Open, History, Note, OpenNew, TakeUnassigned, AssignOther, Bulk, Import, Export, Users, AddUser, ChangeUser, ResetPassword, EndSessions, Unlock, Backup, Wallboard, Trail, Verify, Dashboard, PersonsDiary, PersonsLoad, Workload, Directory, AddEntry, CloseEntry, ContactLog, LogContact, LogJudge, Events, PlanEvent, Guidance, ConfirmReading, WriteGuidance, Diary, Meet }

    static readonly string[] Six = ["CaseworkAdministrator", "Caseworker", "CaseworkManager", "TeamManager", "DeputyHead", "HeadOfTeam"];

    public static TheoryData<string, Act, Relation> Table => new(
        from role in Six.Concat(["HeadOfSection", "Auditor", "SystemAdministrator"])
        from act in Enum.GetValues<Act>()
        from relation in Enum.GetValues<Relation>()
        where relation == Relation.Own || act is Act.Open or Act.History or Act.Note or Act.AssignOther || (relation == Relation.Other && act is Act.List or Act.Cover or Act.OpenNew or Act.Export or Act.Dashboard or Act.PersonsDiary or Act.PersonsLoad or Act.Workload or Act.Diary or Act.Meet)
        select (role, act, relation));

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_role_may_do_what_the_table_says_and_nothing_else(string role, Act act, Relation relation)
    {
        using var client = await portal.SignedIn(SectionApp.Name(role));
        var file = await portal.Case(relation);

        using var answer = await Try(client, role, act, relation, file);

        answer.StatusCode.Should().Be(Expected(role, act, relation), await answer.Content.ReadAsStringAsync());
    }

    static HttpStatusCode Expected(string role, Act act, Relation relation)
    {
        var (section, six, manager, deputy) = (role == "HeadOfSection", Six.Contains(role), role is "TeamManager" or "DeputyHead" or "HeadOfTeam", role is "DeputyHead" or "HeadOfTeam" or "HeadOfSection");
        var sees = section || (six && relation == Relation.Own);
        HttpStatusCode File(bool may, HttpStatusCode done) => !section && !six ? Forbidden : !sees ? NotFound : may ? done : Forbidden;
        return act switch
        {
            Act.Open or Act.History => File(true, OK),
            // Of records of victims, and of cover in another team, there is none for others.
            Act.Victims => deputy ? OK : section || six ? NotFound : Forbidden,
            Act.Cover => sees ? OK : section || six ? NotFound : Forbidden,
            Act.Note => File(true, Created),
            Act.AssignOther => File(manager || section, relation == Relation.Restricted ? UnprocessableEntity : OK),
            // Two of the grades own cases; the others are told that they can't, and a head of section works in no team.
            Act.TakeUnassigned => File(true, role is "Caseworker" or "CaseworkManager" ? OK : UnprocessableEntity),
            // Each of many is answered by itself, so the whole is answered to all who do casework.
            Act.Bulk => section || six ? OK : Forbidden,
            Act.List or Act.Workload or Act.Dashboard => sees ? OK : Forbidden,
            // A colleague's own figures and dates: for those who lead them; to others the colleague is nobody.
            Act.PersonsDiary => sees && (manager || section) ? OK : section || six ? NotFound : Forbidden,
            Act.PersonsLoad => !sees ? Forbidden : manager || section ? OK : NotFound,
            Act.Directory or Act.ContactLog or Act.Events or Act.Guidance or Act.ConfirmReading => section || six ? OK : Forbidden,
            Act.AddEntry or Act.LogContact or Act.PlanEvent => section || six ? Created : Forbidden,
            Act.CloseEntry => manager || section || role == "CaseworkManager" ? OK : Forbidden,
            // Liaison with judges and guidance are a deputy head's.
            Act.LogJudge or Act.WriteGuidance => deputy ? Created : Forbidden,
            // A colleague's days are the whole team's to see, and another team's are nobody's.
            Act.Diary => sees ? OK : section || six ? NotFound : Forbidden,
            Act.Meet => sees ? Created : Forbidden,
            Act.OpenNew => sees ? Created : section || six ? UnprocessableEntity : Forbidden,
            Act.Export => sees && (manager || section) ? OK : Forbidden,
            Act.Import => role is "CaseworkAdministrator" or "TeamManager" or "HeadOfSection" ? OK : Forbidden,
            Act.Users => role == "SystemAdministrator" ? OK : Forbidden,
            Act.AddUser => role == "SystemAdministrator" ? Created : Forbidden,
            // Of somebody who holds no account by that name there is nothing to change.
            Act.ChangeUser or Act.ResetPassword or Act.EndSessions or Act.Unlock => role == "SystemAdministrator" ? NotFound : Forbidden,
            Act.Backup or Act.Wallboard => role == "SystemAdministrator" ? Created : Forbidden,
            _ => role is "Auditor" or "HeadOfSection" ? OK : Forbidden,
        };
    }

    static DateOnly Today => London.Day(TimeProvider.System.GetUtcNow());

    static string Colleague(string team) => team == "A" ? "second.caseworker.a" : "caseworker.b";

    /// <summary>The answer of the team's figures, as not found where it leaves the colleague out.</summary>
    static async Task<HttpResponseMessage> Load(HttpClient client, string team)
    {
        var answer = await client.GetAsync($"/api/v1/teams/{team}/workload");
        return answer.IsSuccessStatusCode && !(await answer.Content.ReadAsStringAsync()).Contains(Colleague(team), StringComparison.Ordinal) ? new HttpResponseMessage(NotFound) { Content = answer.Content } : answer;
    }

    static Task<HttpResponseMessage> Try(HttpClient client, string role, Act act, Relation relation, string file)
    {
        var team = relation == Relation.Other ? "B" : "A";
        return act switch
        {
            Act.List => client.GetAsync($"/api/v1/cases?team={team}"),
            Act.Victims => client.GetAsync("/api/v1/victims"),
            Act.Cover => client.GetAsync($"/api/v1/teams/{team}/cover"),
            Act.Open => client.GetAsync($"/api/v1/cases/{file}"),
            Act.History => client.GetAsync($"/api/v1/cases/{file}/history"),
            Act.Note => client.Change($"/api/v1/cases/{file}/notes", new { text = "Telephoned the ward" }),
            // To a colleague, so that nobody's right to take a case themselves comes into it.
            Act.AssignOther => client.Change($"/api/v1/cases/{file}/assignment", new { assignee = relation == Relation.Other ? "caseworker.b" : "second.caseworker.a" }),
            Act.TakeUnassigned => client.Change($"/api/v1/cases/{file}/assignment", new { assignee = SectionApp.Name(role) }),
            Act.Bulk => client.PostAsJsonAsync("/api/v1/cases/assignments", new { references = new[] { file }, assignee = "second.caseworker.a" }),
            Act.OpenNew => client.PostAsJsonAsync("/api/v1/cases", Casework.NewRecall(team == "A" ? "P-30001" : "P-30002")),
            Act.Import => client.PostAsync("/api/v1/imports/patients?dryRun=true", Casework.Csv("nothing\n")),
            Act.Export => client.GetAsync($"/api/v1/exports/cases.csv?team={team}"),
            Act.Users => client.GetAsync("/api/v1/users"),
            Act.AddUser => client.PostAsJsonAsync("/api/v1/users", new { userName = $"new.{Guid.NewGuid():N}", role = "Caseworker", team = "A" }),
            Act.ChangeUser => client.PutAsJsonAsync("/api/v1/users/q.nobody", new { role = "Caseworker", team = "A", active = true }),
            Act.ResetPassword => client.PostAsync("/api/v1/users/q.nobody/password", null),
            Act.EndSessions => client.DeleteAsync("/api/v1/users/q.nobody/sessions"),
            Act.Unlock => client.DeleteAsync("/api/v1/users/q.nobody/lock"),
            Act.Backup => client.PostAsync("/api/v1/admin/backups", null),
            Act.Wallboard => client.PostAsJsonAsync("/api/v1/admin/wallboards", new { team, name = "Third floor" }),
            Act.Dashboard => client.GetAsync($"/api/v1/teams/{team}/dashboard"),
            Act.PersonsDiary => client.GetAsync($"/api/v1/people/{Colleague(team)}/diary.ics"),
            Act.PersonsLoad => Load(client, team),
            Act.Directory => client.GetAsync("/api/v1/directory"),
            Act.AddEntry => client.PostAsJsonAsync("/api/v1/directory", new { kind = "court", name = $"Willowmere Court {Guid.NewGuid():N}", region = "Wales", from = "2020-01-01" }),
            Act.CloseEntry => client.Change("/api/v1/directory/1/close", new { lastDay = "2090-01-01" }),
            Act.ContactLog => client.GetAsync("/api/v1/contacts"),
            Act.LogContact => client.PostAsJsonAsync("/api/v1/contacts", new { kind = "contact", with = "The ward manager", about = "When the report will come", on = "2026-06-01" }),
            Act.LogJudge => client.PostAsJsonAsync("/api/v1/contacts", new { kind = "judge", with = "Judge Larkwhistle", about = "A third adjournment", on = "2026-06-01" }),
            Act.Events => client.GetAsync("/api/v1/events"),
            Act.PlanEvent => client.PostAsJsonAsync("/api/v1/events", new { kind = "openDay", title = "Our work", where = "Our office", on = Today }),
            Act.Guidance => client.GetAsync("/api/v1/guidance/recall"),
            Act.ConfirmReading => client.PostAsJsonAsync("/api/v1/guidance/recall/reading", new { number = 1 }),
            Act.WriteGuidance => client.PostAsJsonAsync("/api/v1/guidance", new { title = $"Page {Guid.NewGuid():N}", area = "Recall", text = "Check the bed.", change = "New", review = Today.AddDays(90) }),
            Act.Diary => client.GetAsync($"/api/v1/diary?whose={Colleague(team)}&team={team}"),
            Act.Meet => client.PostAsJsonAsync("/api/v1/meetings", new { team, kind = "Training", what = "Dates", at = $"{Today:yyyy-MM-dd}T12:00:00Z", minutes = 30, with = new[] { Colleague(team) } }),
            Act.Trail => client.GetAsync("/api/v1/audit"),
            Act.Verify => client.GetAsync("/api/v1/audit/verify"),
            _ => client.GetAsync($"/api/v1/teams/{team}/workload"),
        };
    }
}
