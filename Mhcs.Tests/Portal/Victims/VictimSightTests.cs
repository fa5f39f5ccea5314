using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Mhcs.Portal.Victims;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Victims;

/// <summary>Who may know of a victim's record, and where it never shows.</summary>
public sealed class VictimSightTests(Casework portal) : IClassFixture<Casework>
{
    const string Name = "Quincemarsh";

    [Theory]
    [InlineData("caseworker.a")]
    [InlineData("caseworkadministrator.a")]
    [InlineData("teammanager.a")]
    [InlineData("deputyhead.b")]
    [InlineData("headofteam.b")]
    public async Task Whoever_may_not_see_victims_gets_exactly_the_answer_of_a_missing_one(string user)
    {
        var (liaison, record) = await Victim();
        using var client = await portal.SignedIn(user);

        foreach (var (there, missing) in new[] { ($"/api/v1/cases/{liaison}", "/api/v1/cases/V-9999"), ($"/api/v1/cases/{liaison}/history", "/api/v1/cases/V-9999/history") })
            (await Answer(client, there)).Should().Be((await Answer(client, missing)), there);
        foreach (var (there, missing) in new[] { ($"/victims/{record}", "/victims/99999"), ($"/victims/case/{liaison}", "/victims/case/V-9999"), ($"/cases/{liaison}", "/cases/V-9999") })
        {
            var (hidden, nothing) = (await client.GetAsync(there), await client.GetAsync(missing));
            hidden.StatusCode.Should().Be(nothing.StatusCode, there);
            (await hidden.Content.ReadAsStringAsync()).Should().NotContain(Name).And.NotContain("Applecross");
        }
        var reader = await Who(user);
        (await Reads()).Should().NotContain(e => e.By == reader);
        using var taken = await client.Change($"/api/v1/cases/{liaison}/steps", new { step = "refer-to-the-scheme", facts = new { } });
        taken.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("caseworker.a")]
    [InlineData("auditor")]
    public async Task The_page_of_oversight_is_not_there_for_whom_it_is_not_for_and_neither_is_its_link(string user)
    {
        using var client = await portal.SignedIn(user);

        using var page = await client.GetAsync("/victims");
        var start = await client.GetStringAsync("/help");

        page.StatusCode.Should().BeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Redirect, HttpStatusCode.Forbidden);
        start.Should().NotContain("href=\"/victims\"");
    }

    [Fact]
    public async Task Lists_searches_exports_figures_and_the_patients_page_never_hold_a_case_of_liaison_whoever_asks()
    {
        var (liaison, _) = await Victim();
        using var client = await portal.SignedIn("headofsection");

        var list = await client.GetStringAsync("/api/v1/cases?pageSize=200");
        var csv = await client.GetStringAsync("/api/v1/exports/cases.csv");
        using var found = await client.PostAsJsonAsync("/api/v1/cases/search", new { query = liaison });
        var patient = await client.GetStringAsync("/patients/P-30001");
        var quick = await portal.Services.GetRequiredService<FindQuery>().For(await Who("headofsection"), liaison);

        foreach (var text in new[] { list, csv, await found.Content.ReadAsStringAsync(), patient }) text.Should().NotContain("V-").And.NotContain(Name).And.NotContain("victim-liaison\"");
        quick.Should().BeEmpty();
    }

    [Fact]
    public async Task Those_who_may_read_it_do_and_every_reading_is_in_the_trail_once_without_a_name()
    {
        var (liaison, record) = await Victim();
        using var client = await portal.SignedIn("deputyhead.a");

        var page = await client.GetStringAsync($"/victims/{record}");
        foreach (var path in new[] { $"/victims/{record}", $"/cases/{liaison}", $"/api/v1/cases/{liaison}" }) (await client.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.OK);

        page.Should().Contain(Name);
        var deputy = await Who("deputyhead.a");
        var reads = (await Reads()).Where(e => e.By == deputy && (e.Data.Contains($"\"{liaison}\"") || e.Data.Contains($"\"record\":{record}"))).ToList();
        reads.Should().HaveCount(2, "the record and its case, once each");
        await using var db = await Db();
        (await db.Trail.AnyAsync(e => e.Data.Contains(Name))).Should().BeFalse();
    }

    [Fact]
    public async Task Whoever_is_named_by_the_head_reads_from_then_on_and_only_the_head_names()
    {
        var (_, record) = await Victim();
        var (desk, query, second) = (portal.Services.GetRequiredService<VictimDesk>(), portal.Services.GetRequiredService<VictimQuery>(), await Who("second.caseworker.a"));

        var before = await query.Find(record, second);
        var byDeputy = await desk.Name(second, true, await Who("deputyhead.a"));
        var byHead = await desk.Name(second, true, await Who("headofteam.a"));
        var after = await query.Find(record, second);
        await desk.Name(second, false, await Who("headofteam.a"));
        var ended = await query.Find(record, second);

        (before, ended).Should().Be((null, null));
        byDeputy.Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        byHead.Done.Should().BeTrue();
        after.Should().NotBeNull();
        await using var db = await Db();
        (await db.Trail.Where(e => e.Kind == "VictimLiaisonNamed" || e.Kind == "VictimLiaisonNoLongerNamed").CountAsync()).Should().BeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_declared_conflict_with_the_patient_closes_the_record()
    {
        var (_, record) = await Victim();
        var deputy = await Who("deputyhead.a");
        await portal.Services.GetRequiredService<WriteLane>().Write(async writing => (await writing.Db.People.SingleAsync(p => p.Id == deputy)).Conflicts.Add(new("P-30001", new(2026, 1, 5))));
        portal.Services.GetRequiredService<Staff>().Changed();

        var view = await portal.Services.GetRequiredService<VictimQuery>().Find(record, deputy);

        await portal.Services.GetRequiredService<WriteLane>().Write(async writing => (await writing.Db.People.SingleAsync(p => p.Id == deputy)).Conflicts.Clear());
        portal.Services.GetRequiredService<Staff>().Changed();
        view.Should().BeNull();
    }

    [Fact]
    public async Task The_record_says_which_fields_were_changed_and_refuses_with_what_mends_it()
    {
        var (_, record) = await Victim();
        var (desk, deputy) = (portal.Services.GetRequiredService<VictimDesk>(), await Who("deputyhead.a"));
        var version = (await portal.Services.GetRequiredService<VictimQuery>().Find(record, deputy))!.Victim.Version;

        var without = await desk.Record(record, new(" ", null, null, null, "What it has meant"), version, deputy);
        var stale = await desk.Record(record, new(Name, null, null, null, null), version - 1, deputy);

        without.Reasons.Select(r => r.Field).Should().BeEquivalentTo("name", "statementOn");
        stale.Reasons.Should().ContainSingle().Which.Code.Should().Be("stale");
    }

    [Fact]
    public async Task Telling_the_liaison_officer_makes_last_informed_of_those_who_asked()
    {
        var (liaison, record) = await Victim();
        var (cases, deputy, query) = (portal.Services.GetRequiredService<CaseDesk>(), await Who("deputyhead.a"), portal.Services.GetRequiredService<VictimQuery>());
        foreach (var step in new[] { "refer-to-the-scheme", "record-the-liaison-officer", "record-the-first-contact", "opt-in", "record-what-they-ask-for" })
            (await cases.Work(new(liaison), deputy, (file, on) => file.Take(file.Type.Moves.First(m => m.From == file.State && m.Step.Code == step).Step, Support.Answers.To(file.Type.Moves.First(m => m.From == file.State && m.Step.Code == step).Asks, on.At), on))).Should().BeOfType<Outcome.Done>(step);
        var before = (await query.Find(record, deputy))!;
        var recall = new CaseReference(await portal.Case());
        (await cases.Work(recall, await Who("headofsection"), (file, on) => file.Take(file.Type.Moves.First(m => m.From == file.State && m.Step.Code == "end-case").Step, Support.Answers.To(file.Type.Moves.First(m => m.Step.Code == "end-case").Asks, on.At), on))).Should().BeOfType<Outcome.Done>();

        await cases.Work(recall, deputy, (file, on) => file.MarkSent(file.Notices.Last(n => n.Party == Parties.VictimLiaison.Key).Number, "By secure email", on));

        var after = (await query.Find(record, deputy))!;
        before.Victim.LastInformedOn.Should().BeNull();
        before.Victim.IsToHear(KeyStages.Recall).Should().BeTrue();
        after.Victim.LastInformedOn.Should().Be(London.Day(portal.Services.GetRequiredService<Occasions>().Now));
        after.Notices.Should().Contain(n => n.Case == recall && n.SentOn != null && n.IsAskedFor);
    }

    [Fact]
    public async Task The_oversight_counts_what_waits_and_lists_it_by_page()
    {
        await Victim();
        var query = portal.Services.GetRequiredService<VictimsQuery>();

        var page = (await query.For(await Who("deputyhead.a"), new(VictimList.Referrals), 1, 1))!;
        var others = (await query.For(await Who("deputyhead.b"), new(VictimList.All), 1, 25))!;

        page.Victims.Should().ContainSingle().Which.Case.Should().NotBeNull();
        page.Total.Should().Be(page.Counts[VictimList.Referrals]).And.BePositive();
        others.Total.Should().Be(0, "another team’s victims are not there");
    }

    [Fact]
    public async Task A_notice_about_a_patient_whose_victim_has_no_record_is_overseen_too_and_the_patient_stands_in_a_list()
    {
        await portal.People();
        await Flag(true);
        var (query, cases, deputy) = (portal.Services.GetRequiredService<VictimsQuery>(), portal.Services.GetRequiredService<CaseDesk>(), await Who("deputyhead.a"));
        var now = portal.Services.GetRequiredService<Occasions>().Now;
        var absence = (await cases.Open(UnauthorisedAbsence.Type, "P-30003", London.Day(now), Support.Answers.To(UnauthorisedAbsence.Type.Opening.Asks, now), await Who("headofsection"))).Should().BeOfType<Outcome.Done>().Subject.Reference;

        var untold = (await query.For(deputy, new(VictimList.NotTold), 1, 100))!;
        var flagged = (await query.For(deputy, new(VictimList.NoRecord), 1, 25))!;
        var narrowed = (await query.For(deputy, new(VictimList.NoRecord, Region: "London"), 1, 25))!;
        var others = (await query.For(await Who("deputyhead.b"), new(VictimList.NoRecord), 1, 25))!;
        await Flag(false);

        flagged.NoRecord.Should().ContainSingle(f => f.Number == "P-30003");
        flagged.Counts[VictimList.NoRecord].Should().Be(flagged.Total);
        (narrowed.Total, others.Total).Should().Be((0, 0));
        untold.NotTold.Should().ContainSingle(n => n.Case == absence).Which.Should().BeEquivalentTo(new { Stage = (KeyStage?)null, Asked = 0, Victims = 0 });

        async Task Flag(bool on) => await portal.Services.GetRequiredService<WriteLane>().Write(async writing => (await writing.Db.Patients.SingleAsync(p => p.Number == "P-30003")).VictimScheme = on);
    }

    [Fact]
    public async Task Time_goes_on_for_cases_of_liaison_too()
    {
        var (liaison, _) = await Victim();
        await using var db = await Db();

        var due = await db.Cases.WithVictims().Where(c => c.Reference == new CaseReference(liaison)).Select(c => c.NextOverdueAt).SingleAsync();
        await portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<DeadlineClock>().Single().LetTimePass(default);

        due.Should().NotBeNull("no open file is without a date");
    }

    [Fact]
    public async Task Whoever_is_given_a_case_of_liaison_finds_it_in_their_own_work_and_is_named_for_it_until_somebody_else_has_it()
    {
        var (liaison, _) = await Victim();
        var (officer, head) = (await Who("second.caseworker.a"), await Who("headofteam.a"));
        await Name(true);
        await Give(officer);

        var theirs = await Own(officer);
        var deputys = await Own(await Who("deputyhead.a"));
        var refused = (await portal.Services.GetRequiredService<VictimDesk>().Name(officer, false, head)).Reasons;
        await Give(null);
        await Name(false);

        theirs.Should().Contain(new CaseReference(liaison));
        deputys.Should().NotContain(new CaseReference(liaison), "it is somebody else's");
        refused.Should().ContainSingle().Which.Text.Should().Contain($"holds {liaison}");
        (await Own(officer)).Should().NotContain(new CaseReference(liaison));

        async Task Give(PersonId? to)
        {
            var person = to is { } id ? (await portal.Services.GetRequiredService<Staff>().Everyone())[id] : null;
            (await portal.Services.GetRequiredService<CaseDesk>().Work(new(liaison), head, (file, on) => person is null ? file.Unassign(on) : file.AssignTo(person, on))).Should().BeOfType<Outcome.Done>();
        }

        async Task Name(bool named) => (await portal.Services.GetRequiredService<VictimDesk>().Name(officer, named, head)).Reasons.Should().BeEmpty();
        async Task<IEnumerable<CaseReference>> Own(PersonId me) => (await portal.Services.GetRequiredService<Mhcs.Portal.Boards.MyWorkQuery>().For(me))!.Groups.SelectMany(g => g.Rows).Select(r => r.Reference);
    }

    [Fact]
    public async Task The_patients_page_leads_those_who_may_read_a_victims_record_to_it_and_nobody_else()
    {
        var (_, record) = await Victim();
        var patients = portal.Services.GetRequiredService<Mhcs.Portal.Patients.PatientQuery>();

        (await patients.For(await Who("deputyhead.a"), "P-30001"))!.VictimRecords.Should().Contain(record);
        (await patients.For(await Who("teammanager.a"), "P-30001"))!.VictimRecords.Should().BeEmpty();
    }

    [Fact]
    public async Task The_trail_names_a_case_of_liaison_to_those_who_read_victims_records_and_to_no_other_reader_of_it()
    {
        var (liaison, _) = await Victim();
        var trail = portal.Services.GetRequiredService<TrailQuery>();

        (await trail.For(await Who("headofsection"), new(Reference: liaison)))!.Rows.Should().NotBeEmpty().And.OnlyContain(r => r.Reference == liaison);
        (await trail.For(await Who("auditor"), new(Reference: liaison)))!.Rows.Should().BeEmpty();
        (await trail.After(await Who("headofsection"), 0, int.MaxValue)).Should().Contain(r => r.Reference == liaison);
        (await trail.After(await Who("auditor"), 0, int.MaxValue)).Should().NotBeEmpty().And.NotContain(r => r.Reference == liaison);
    }

    [Fact]
    public async Task A_task_on_a_case_of_liaison_stands_in_the_list_and_the_diary_of_whoever_does_it_and_in_no_other()
    {
        var (liaison, _) = await Victim();
        var (officer, head, deputy) = (await Who("caseworker.a"), await Who("headofteam.a"), await Who("deputyhead.a"));
        (await portal.Services.GetRequiredService<VictimDesk>().Name(officer, true, head)).Reasons.Should().BeEmpty();
        var person = (await portal.Services.GetRequiredService<Staff>().Find(officer))!;
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);
        (await portal.Services.GetRequiredService<CaseDesk>().Work(new(liaison), head, (file, on) => file.SetTask("Ring the officer", today.AddDays(1), person, null, on))).Should().BeOfType<Outcome.Done>();

        var (own, others) = (await Tasks(officer), await Tasks(deputy));
        var (diary, team) = (await Diary(officer, [officer]), await Diary(deputy, null));
        (await portal.Services.GetRequiredService<VictimDesk>().Name(officer, false, head)).Reasons.Should().BeEmpty();
        var after = await Tasks(officer);

        own.Should().Contain(t => t.Reference == new CaseReference(liaison));
        diary.Should().Contain(liaison);
        foreach (var list in new[] { others, after }) list.Should().NotContain(t => t.Reference == new CaseReference(liaison));
        team.Should().NotContain(liaison);

        Task<IReadOnlyList<TaskRow>> Tasks(PersonId me) => portal.Services.GetRequiredService<TasksQuery>().For(me, today.AddDays(7));
        async Task<string> Diary(PersonId me, IReadOnlyList<PersonId>? whose) => string.Join(' ', (await portal.Services.GetRequiredService<Mhcs.Portal.Diary.DiaryEntries>()
            .Between(today, today.AddDays(7), "A", whose, (await portal.Services.GetRequiredService<Occasions>().For(me))!)).Select(i => i.Title));
    }

    /// <summary>A new case of liaison of P-30001 with a victim's name on its record.</summary>
    async Task<(string Liaison, int Record)> Victim()
    {
        await portal.People();
        var deputy = await Who("deputyhead.a");
        var on = portal.Services.GetRequiredService<Occasions>();
        var opened = await portal.Services.GetRequiredService<CaseDesk>().Open(VictimLiaison.Type, "P-30001", London.Day(on.Now), Support.Answers.To(VictimLiaison.Type.Opening.Asks, on.Now), deputy);
        var liaison = opened.Should().BeOfType<Outcome.Done>().Subject.Reference;
        await using var db = await Db();
        var record = await db.Victims.AsNoTracking().SingleAsync(v => v.Case == liaison);
        (await portal.Services.GetRequiredService<VictimDesk>().Record(record.Id, new($"O. {Name}", "1 Thyme Row", null, null, null), record.Version, deputy)).Reasons.Should().BeEmpty();
        return (liaison.Value, record.Id);
    }

    static async Task<(HttpStatusCode, string?)> Answer(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return (answer.StatusCode, $"{body!["code"]} {body["title"]} {body["detail"]}");
    }

    async Task<List<TrailEntry>> Reads()
    {
        await using var db = await Db();
        return await db.Trail.AsNoTracking().Where(e => e.Kind == SensitiveReads.Victim).ToListAsync();
    }

    async Task<PersonId> Who(string user) => (await portal.Services.GetRequiredService<Staff>().Find(user))!.Id;

    Task<PortalDb> Db() => portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
}
