using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class SupervisionTests
{
    public static TheoryData<string> Signs => [.. Facts.Signs.Select(s => s.Asked.Key)];

    [Theory, MemberData(nameof(Signs))]
    public void Each_question_of_the_checklist_is_answered(string key)
    {
        var asked = Facts.Signs.Single(s => s.Asked.Key == key).Asked;

        ToRead().Refused("read-the-report", (asked, null)).Should().ContainSingle(r => r.Field == key);
    }

    [Theory, MemberData(nameof(Signs))]
    public void A_red_answer_is_the_deputy_heads_on_the_same_day(string key)
    {
        var asked = Facts.Signs.Single(s => s.Asked.Key == key).Asked;

        var discharge = ToRead().Take("read-the-report", (asked, "Yes"));

        discharge.State.Should().Be("Concern");
        discharge.File.StateKind.Should().Be(StateKind.Deciding);
        discharge.Running(Terms.DecideConcern)!.LastDay.Should().Be(discharge.Today);
        discharge.RefusedTo(A.TeamManager, "keep-under-supervision").Should().ContainSingle(r => r.Code == "not-entitled");
        discharge.TakeAs(A.DeputyHead, "keep-under-supervision").Running(Terms.DecideConcern).Should().BeNull();
    }

    [Fact]
    public void A_report_without_a_red_answer_leaves_the_patient_under_supervision()
    {
        var discharge = ToRead().Take("read-the-report");

        discharge.State.Should().Be("Supervised");
        discharge.Running(Terms.ReadSupervisorsReport).Should().BeNull();
        discharge.File.Facts.Has(Facts.Concern).Should().BeFalse();
    }

    [Fact]
    public void A_red_answer_becomes_a_recall_by_one_act_of_the_deputy_head()
    {
        var discharge = ToRead().DaysLater(2).Take("read-the-report", (Facts.SignSubstances, "Yes"), (Facts.SignMissed, "Yes"), (Facts.ReportReading, "Positive sample; two meetings missed."));
        var act = discharge.Offers(A.DeputyHead).Single(o => o.Step.Code == "open-a-recall").Move;

        discharge.TakeAs(A.DeputyHead, "open-a-recall");
        var (recall, _) = CaseFile.OpenAfter(discharge.File, new("R-0002"), Recall.Type, discharge.On(A.DeputyHead), act.OpensWith);

        (act.Opens, act.Asks.Count, discharge.State).Should().Be(("recall", 1, "RecallConsidered"));
        recall.Facts.Text(Facts.ConcernSource).Should().Be("Supervisors’ report");
        recall.Facts.Date(Facts.ConcernAt).Should().Be(London.Day(A.Monday));
        recall.Facts.Text(Facts.Concern).Should().Be("Red in the supervisors’ report: substance use; missed appointments. Positive sample; two meetings missed.");
        FactChecks.Of(Recall.Type.Opening.Asks, recall.Facts, discharge.On(A.DeputyHead)).Should().BeEmpty("the recall opens with all that its opening asks");
    }

    [Fact]
    public void A_concern_that_reaches_us_otherwise_is_the_deputy_heads_on_the_same_day_too()
    {
        var discharge = A.Discharge().Supervised().Take("raise-a-concern", (Facts.ConcernSource, "Police"));

        discharge.Running(Terms.DecideConcern)!.LastDay.Should().Be(discharge.Today);
        discharge.File.Facts.Text(Facts.ConcernSource).Should().Be("Police");
    }

    [Fact]
    public void A_report_that_was_very_long_still_makes_a_concern_of_lawful_length() =>
        ToRead().Take("read-the-report", (Facts.SignOther, "Yes"), (Facts.ReportReading, new string('x', Facts.ReportReading.MaxLength))).File.Facts.Text(Facts.Concern)!.Length.Should().Be(Facts.Concern.MaxLength);

    [Fact]
    public void A_voluntary_admission_is_reviewed_by_its_three_questions()
    {
        var discharge = A.Discharge().Supervised().Take("agree-a-voluntary-admission");

        discharge.Offers(A.DeputyHead).Where(o => o.Step.Code == "review-the-voluntary-admission").SelectMany(o => o.Move.Asks).Should().Contain([Facts.StillConsents, Facts.RiskRisen, Facts.RecallNeeded]);
        discharge.Take("review-the-voluntary-admission").Running(Terms.DecideConcern).Should().BeNull();
    }

    [Theory]
    [InlineData("stillConsents", "No", "consent no longer stands")]
    [InlineData("recallNeeded", "Yes", "recall is needed")]
    public void A_review_that_asks_for_recall_is_kept_and_is_the_deputy_heads_on_the_same_day(string key, string answer, string words)
    {
        var asked = ConditionalDischarge.Type.AllFacts.Single(f => f.Key == key);
        var discharge = A.Discharge().Supervised().Take("agree-a-voluntary-admission").DaysLater(7).Take("review-the-voluntary-admission", (asked, answer));

        (discharge.State, discharge.File.Facts.Text(asked)).Should().Be(("VoluntaryAdmission", answer));
        discharge.File.Facts.Text(Facts.Concern).Should().Contain(words);
        discharge.Running(Terms.DecideConcern)!.LastDay.Should().Be(discharge.Today);
        discharge.Running(Terms.VoluntaryAdmissionReview).Should().NotBeNull();
        discharge.TakeAs(A.DeputyHead, "open-a-recall").State.Should().Be("VoluntaryAdmission");
    }

    [Fact]
    public void A_voluntary_admission_is_reviewed_and_ended_after_recall_was_considered()
    {
        var discharge = A.Discharge().Supervised().Through("agree-a-voluntary-admission", "consider-recall").DaysLater(7).Through("record-the-clinicians-update", "review-the-voluntary-admission", "record-the-return-to-the-community");

        (discharge.State, discharge.Patient.Hospital).Should().Be(("Supervised", null));
    }

    [Fact]
    public void A_post_left_empty_stands_on_the_patients_record_and_is_filled_within_ten_working_days()
    {
        var discharge = A.Discharge().Supervised().Take("record-that-a-supervisor-left", (Facts.SupervisorPost, Supervisor.Social));

        discharge.Patient.EmptyPosts.Should().Be(Supervisor.Social);
        discharge.Running(Terms.FillPost)!.LastDay.Should().Be(new DateOnly(2026, 11, 16));
        discharge.Take("change-a-supervisor", (Facts.SupervisorPost, Supervisor.Social));

        discharge.Patient.EmptyPosts.Should().BeNull();
        discharge.Running(Terms.FillPost).Should().BeNull();
    }

    [Fact]
    public void Of_two_empty_posts_both_have_to_be_filled()
    {
        var discharge = A.Discharge().Supervised().Take("record-that-a-supervisor-left", (Facts.SupervisorPost, Supervisor.Social)).DaysLater(2).Take("record-that-a-supervisor-left", (Facts.SupervisorPost, Supervisor.Clinical));

        discharge.Patient.EmptyPosts.Should().Be("Clinical supervisor, Social supervisor");
        discharge.Take("change-a-supervisor", (Facts.SupervisorPost, Supervisor.Social)).Running(Terms.FillPost)!.From.Should().Be(new DateOnly(2026, 11, 2));
        discharge.Take("change-a-supervisor", (Facts.SupervisorPost, Supervisor.Clinical)).Running(Terms.FillPost).Should().BeNull();
    }

    [Fact]
    public void Nobody_leaves_a_post_that_nobody_holds() =>
        A.Discharge().Supervised().Take("record-that-a-supervisor-left", (Facts.SupervisorPost, Supervisor.Social)).Refused("record-that-a-supervisor-left", (Facts.SupervisorPost, Supervisor.Social))
            .Should().ContainSingle(r => r.Field == Facts.SupervisorPost.Key);

    [Fact]
    public void A_clinician_who_stays_on_after_the_discharge_fills_the_clinical_post()
    {
        Supervisor.Empty(LegalCategory.Cd, [Supervisor.Clinician]).Should().Equal(Supervisor.Social);
        Supervisor.Empty(LegalCategory.S37_41, []).Should().Equal(Supervisor.Clinician);
        Supervisor.Empty(LegalCategory.NotRestricted, []).Should().BeEmpty();
    }

    public static TheoryData<string> Pending => ["ConditionChange", "ConditionDecision", "VoluntaryAdmission", "RecallConsidered", "EndConsidered", "EndDecision"];

    [Theory, MemberData(nameof(Pending))]
    public void A_report_is_recorded_and_read_whatever_is_pending_and_the_pending_decision_stays(string state)
    {
        var discharge = While(state).Take("record-the-report").Take("read-the-report", (Facts.SignWeapon, "Yes"));

        discharge.State.Should().Be(state);
        discharge.Running(Terms.NextSupervisorsReport).Should().NotBeNull();
        discharge.Running(Terms.DecideConcern)!.LastDay.Should().Be(discharge.Today);
        discharge.Told.Should().Contain(Parties.DeputyHead.Key);
        discharge.File.Facts.Text(Facts.Concern).Should().StartWith("Red in the supervisors’ report: weapon.");
        discharge.RefusedTo(A.TeamManager, "open-a-recall").Should().ContainSingle(r => r.Code == "not-entitled");
        discharge.TakeAs(A.DeputyHead, "open-a-recall").Running(Terms.DecideConcern).Should().BeNull();
        discharge.State.Should().Be(state);
        ConditionalDischarge.Type.Moves.Where(m => m.Step.Code == "open-a-recall").Should().OnlyContain(m => m.Opens == Recall.Type.Key);
    }

    [Theory, MemberData(nameof(Pending))]
    public void A_concern_is_raised_and_a_supervisor_changed_whatever_is_pending(string state)
    {
        var discharge = While(state).Through("raise-a-concern").Take("raise-a-concern", (Facts.ConcernSource, "Police")).Take("record-that-a-supervisor-left", (Facts.SupervisorPost, Supervisor.Social)).Take("change-a-supervisor", (Facts.SupervisorPost, Supervisor.Social));

        discharge.State.Should().Be(state);
        discharge.File.Deadlines.Count(d => d.Rule == Terms.DecideConcern.Rule).Should().Be(1);
        discharge.TakeAs(A.DeputyHead, "keep-under-supervision").Running(Terms.DecideConcern).Should().BeNull();
        discharge.State.Should().Be(state);
    }

    [Fact]
    public void A_concern_that_outlives_what_was_pending_still_waits_for_the_deputy_head()
    {
        var discharge = While("EndConsidered").Through("raise-a-concern", "record-that-the-request-is-withdrawn");

        discharge.State.Should().Be("Supervised");
        discharge.TakeAs(A.DeputyHead, "keep-under-supervision").Running(Terms.DecideConcern).Should().BeNull();
    }

    [Fact]
    public void A_report_that_falls_due_while_something_is_pending_can_be_chased()
    {
        var discharge = While("EndDecision");
        discharge.Refused("chase-the-supervisors").Should().NotBeEmpty("it is not late yet");

        discharge.On(new(2026, 12, 1)).Take("chase-the-supervisors").Issued.Should().Contain(Papers.ReportChase.Key);
        discharge.State.Should().Be("EndDecision");
    }

    [Fact]
    public void No_report_is_read_that_did_not_come() =>
        While("EndDecision").Refused("read-the-report").Should().ContainSingle(r => r.Text == "No report of the supervisors waits to be read");

    static PlayedCase While(string state) => A.Discharge().Supervised().Through(state switch
    {
        "ConditionChange" => ["ask-for-a-change-of-conditions"],
        "ConditionDecision" => ["ask-for-a-change-of-conditions", "recommend-on-conditions"],
        "VoluntaryAdmission" => ["agree-a-voluntary-admission"],
        "RecallConsidered" => ["consider-recall"],
        "EndConsidered" => ["ask-for-the-end-of-restrictions"],
        _ => ["ask-for-the-end-of-restrictions", "recommend-on-the-end-of-restrictions"],
    });

    static PlayedCase ToRead() => A.Discharge().Supervised().Take("record-the-report");
}
