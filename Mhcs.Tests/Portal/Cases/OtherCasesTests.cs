using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Dashboards;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

/// <summary>Cases that lead to other cases of the patient.</summary>
public sealed class OtherCasesTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    CaseQuery Query => _portal.Services.GetRequiredService<CaseQuery>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_guard_of_new_leave_names_an_earlier_case_only_to_those_who_see_it()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var earlier = await Keep("P-20001", new("L-0900"), Leave.Type, "ReportAwaited", on, p =>
        {
            p.Apply(new LegalStatusBegan(LegalCategory.S37_41, on.Today.AddYears(-3)));
            p.Apply(new Admitted("Northmere Hospital", "Birch ward", "Medium", on.Today.AddYears(-3)));
        }, (Facts.LeaveFrom, A.Text(on.Today.AddDays(-60))), (Facts.LeaveUntil, A.Text(on.Today.AddDays(-10))));
        var opened = await _section.Desk.Open(Leave.Type, "P-20001", on.Today, Support.Answers.To(Leave.Type.Opening.Asks, on.At), _section.Administrator.Id);
        var application = ((Outcome.Done)opened).Reference;
        await _section.Desk.Work(earlier, _section.TeamManager.Id, (file, now) => file.Restrict(true, [_section.Ann.Id], "High profile", now));

        var named = (await Query.Find(application.Value, _section.Ann.Id))!;
        var other = (await Query.Find(application.Value, _section.Ben.Id))!;

        var mend = named.Offers.SelectMany(o => o.Conditions).Select(c => c.Mend).First(m => m?.Kind == MendKind.OtherCase);
        Mends.Href(named, mend).Should().Be("/cases/L-0900#steps");
        Mends.Href(other, mend).Should().BeNull();
        other.Offers.SelectMany(o => o.Reasons).Should().Contain(r => r.StartsWith("The earlier leave")).And.NotContain(r => r.Contains("L-0900"));
    }

    [Fact]
    public async Task A_report_with_a_red_answer_waits_for_the_deputy_head_and_becomes_a_recall()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var discharge = await Keep("P-20001", new("C-0900"), ConditionalDischarge.Type, "ReportReceived", on, A.Supervised, (Facts.DischargedOn, "2022-10-03"), (Facts.ReportReceivedOn, A.Text(on.Today)));
        await _section.Take(discharge, _section.Ann, "read-the-report");
        var calm = await State(discharge);
        await _section.Take(discharge, _section.Administrator, "record-the-report");
        await _section.Take(discharge, _section.Ann, "read-the-report", (Facts.SignWeapon, "Yes"));

        var waiting = (await _portal.Services.GetRequiredService<DecisionsQuery>().For(_section.DeputyHead.Id))!.Value.Rows;
        await _section.Take(discharge, _section.DeputyHead, "open-a-recall");

        calm.Should().Be("Supervised");
        waiting.Should().ContainSingle().Which.Decisions.Select(s => s.Code).Should().Contain("open-a-recall");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var recall = await db.Cases.SingleAsync(c => c.TypeKey == "recall");
        (recall.StateCode, recall.Facts.Text(Facts.ConcernSource)).Should().Be(("ConcernRaised", "Supervisors’ report"));
        recall.Facts.Text(Facts.Concern).Should().StartWith("Red in the supervisors’ report: weapon.");
    }

    [Fact]
    public async Task A_concern_beside_another_decision_is_among_the_deputy_heads_decisions_and_that_decision_is_not()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var discharge = await Keep("P-20001", new("C-0900"), ConditionalDischarge.Type, "EndDecision", on, A.Supervised, (Facts.DischargedOn, "2022-10-03"));
        var decisions = _portal.Services.GetRequiredService<DecisionsQuery>();
        var before = (await decisions.For(_section.DeputyHead.Id))!.Value.Rows;

        await _section.Take(discharge, _section.Ann, "raise-a-concern");

        before.Should().BeEmpty("the end of restrictions is the head of team’s to decide");
        (await decisions.For(_section.DeputyHead.Id))!.Value.Rows.Should().ContainSingle().Which.Decisions.Select(s => s.Code).Should().BeEquivalentTo("keep-under-supervision", "open-a-recall");
        (await State(discharge)).Should().Be("EndDecision");
    }

    [Fact]
    public async Task A_deferred_discharge_of_the_tribunal_is_in_its_own_case_at_once()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var tribunal = await Keep("P-20001", new("F-0900"), Tribunal.Type, "Heard", on, p => p.Apply(new LegalStatusBegan(LegalCategory.S37_41, on.Today.AddYears(-3))), (Facts.HeardOn, A.Text(on.Today)));

        await _section.Take(tribunal, _section.Ann, "record-deferred-conditional-discharge");

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var discharge = await db.Cases.Include(c => c.Deadlines).SingleAsync(c => c.TypeKey == "conditional-discharge");
        (discharge.StateCode, discharge.NextRule).Should().Be(("Deferred", "FTT-16"));
    }

    [Fact]
    public async Task An_empty_post_of_a_supervisor_is_an_early_warning_of_the_team()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var discharge = await Keep("P-20002", new("C-0900"), ConditionalDischarge.Type, "Supervised", on, A.Supervised, (Facts.DischargedOn, "2022-10-03"));
        var figures = _portal.Services.GetRequiredService<TeamFiguresQuery>();
        var before = (await figures.For(_section.DeputyHead.Id, "A"))!.Warnings;

        await _section.Take(discharge, _section.Administrator, "record-that-a-supervisor-left", (Facts.SupervisorPost, Supervisor.Social));

        before.Should().NotContain(w => w.Case == discharge);
        (await figures.For(_section.DeputyHead.Id, "A"))!.Warnings.Should().Contain(w => w.Case == discharge && w.Words.StartsWith("No social supervisor in post."));
    }

    [Theory]
    [InlineData("Supervised")]
    [InlineData("EndDecision")]
    [InlineData("VoluntaryAdmission")]
    public async Task The_return_of_a_recalled_patient_ends_the_supervision_wherever_the_recall_was_opened(string state)
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var discharge = await Keep("P-20001", new("C-0900"), ConditionalDischarge.Type, state, on, A.Supervised, (Facts.DischargedOn, "2022-10-03"), (Facts.VoluntaryFrom, A.Text(on.Today)));
        var recall = await Keep("P-20001", new("R-0900"), Recall.Type, "WarrantIssued", on, _ => { }, (Facts.RecallHospital, "Northmere Hospital"), (Facts.WarrantDate, A.Text(on.Today)));

        await _section.Take(recall, _section.Administrator, "confirm-the-return");

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var ended = await db.Cases.Include(c => c.Deadlines).SingleAsync(c => c.Reference == discharge);
        (ended.StateCode, ended.IsOpen, ended.Deadlines.Any(d => d.IsRunning)).Should().Be(("Recalled", false, false));
        (await db.Cases.SingleAsync(c => c.Reference == recall)).StateCode.Should().Be("Returned");
    }

    [Fact]
    public async Task Considering_recall_joins_the_recall_that_is_open_and_asks_its_holder_to_take_it_further()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var discharge = await Keep("P-20001", new("C-0900"), ConditionalDischarge.Type, "Supervised", on, A.Supervised, (Facts.DischargedOn, "2022-10-03"));
        var recall = await Keep("P-20001", new("R-0900"), Recall.Type, "EnhancedMonitoring", on, _ => { });

        await _section.Take(discharge, _section.DeputyHead, "consider-recall");

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var open = await db.Cases.Include(c => c.Deadlines).SingleAsync(c => c.TypeKey == "recall");
        open.Reference.Should().Be(recall);
        open.Tasks.Should().ContainSingle(t => t.Name.Contains("C-0900") && t.LastDay == on.Today);
    }

    [Fact]
    public async Task A_recall_that_was_returned_long_ago_is_joined_by_nobody()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var discharge = await Keep("P-20001", new("C-0900"), ConditionalDischarge.Type, "Supervised", on, A.Supervised, (Facts.DischargedOn, "2022-10-03"));
        await Keep("P-20001", new("R-0900"), Recall.Type, "Returned", on, _ => { }, (Facts.ReturnedAt, A.Text(on.At)));

        await _section.Take(discharge, _section.DeputyHead, "consider-recall");

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Cases.CountAsync(c => c.TypeKey == "recall")).Should().Be(2);
    }

    [Fact]
    public async Task The_level_of_a_high_profile_is_said_on_the_patients_other_cases_and_nothing_else_of_the_assessment()
    {
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        var assessment = await Keep("P-20001", new("S-0900"), HighProfileAssessment.Type, "Briefed", on, p => p.HighProfile = true, (Facts.BriefedOn, A.Text(on.Today)), (Facts.HighProfileLevel, Facts.HighProfileLevel.Options[1]));
        await _section.Desk.Work(assessment, _section.TeamManager.Id, (file, now) => file.Restrict(true, [_section.Ann.Id], "Press interest", now));
        var recall = await _section.OpenRecall();

        var view = (await Query.Find(recall.Value, _section.Ben.Id))!;
        var hidden = await Query.Find(assessment.Value, _section.Ben.Id);
        var plain = (await Query.Find((await _section.OpenRecall("P-20002")).Value, _section.HeadOfTeam.Id))?.HighProfileLevel;

        view.HighProfileLevel.Should().Be(Facts.HighProfileLevel.Options[1]);
        (hidden, plain).Should().Be((null, null));
    }

    async Task<string> State(CaseReference reference)
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.Cases.Where(c => c.Reference == reference).Select(c => c.StateCode).SingleAsync();
    }

    /// <summary>A case taken over in a state, with sensible facts.</summary>
    async Task<CaseReference> Keep(string number, CaseReference reference, CaseType type, string state, Occasion on, Action<Patient> with, params (Fact, string?)[] facts)
    {
        await _portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var patient = await writing.Db.Patients.SingleAsync(p => p.Number == number);
            with(patient);
            var answers = Support.Answers.To(type.Opening.Asks, on.At, facts).With(FactSheet.Of(facts.Select(f => KeyValuePair.Create(f.Item1.Key, f.Item2))));
            var (file, events) = CaseFile.TakeOver(reference, type, patient, new(type.State(state), on.Today, on.Today, answers, _section.Ann), on);
            writing.Db.Cases.Add(file);
            writing.Record(events.Select(e => TrailEntry.Of(file, e)));
        });
        return reference;
    }
}
