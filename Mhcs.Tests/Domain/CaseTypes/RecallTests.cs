using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class RecallTests
{
    [Fact]
    public void A_recall_must_reach_the_tribunal_within_a_month_of_return()
    {
        var recall = A.Recall().WarrantSigned().On(new(2027, 1, 31), 18);

        recall.Take("confirm-the-return");

        var reference = recall.Running(Terms.ReferRecall)!;
        (reference.LastDay, reference.InternalDue).Should().Be((new DateOnly(2027, 2, 28), new DateOnly(2027, 2, 26)));
        recall.File.NextRule.Should().Be(Terms.ReferRecallPromptly.Rule);
    }

    [Fact]
    public void The_month_runs_from_the_return_and_not_from_the_warrant()
    {
        var recall = A.Recall().WarrantSigned().Take("record-the-patient-at-large").DaysLater(40);

        recall.Take("confirm-the-return");

        recall.Running(Terms.ReferRecall)!.From.Should().Be(recall.Today);
    }

    [Fact]
    public void Correcting_the_return_moves_the_month()
    {
        var recall = A.Recall().Returned().DaysLater(1);

        recall.Recording((Facts.ReturnedAt, A.Text(recall.Now)));

        recall.Running(Terms.ReferRecall)!.From.Should().Be(recall.Today);
    }

    [Fact]
    public void Written_reasons_are_watched_for_72_hours_after_the_return()
    {
        var recall = A.Recall().Returned();

        recall.Running(Terms.WrittenRecallReasons)!.OverdueAt.Should().Be(recall.Now.AddHours(72));
    }

    [Fact]
    public void Late_written_reasons_have_to_be_explained()
    {
        var recall = A.Recall().Returned().DaysLater(4);

        var refused = recall.Refused("record-the-informing-of-the-patient");

        refused.Should().ContainSingle(r => r.Field == Facts.WrittenReasonsAt.Key && r.Text.StartsWith("More than 72 hours", StringComparison.Ordinal));
        recall.Take("record-the-informing-of-the-patient", (Facts.LateReasons, "The clinician was ill")).State.Should().Be("Informed");
    }

    [Fact]
    public void The_three_stages_of_informing_come_in_their_order()
    {
        var recall = A.Recall().Returned();

        var refused = recall.Refused("record-the-informing-of-the-patient", (Facts.ExplainedAt, A.Text(recall.Now.AddHours(-1))));

        refused.Should().ContainSingle(r => r.Text.StartsWith("The three stages", StringComparison.Ordinal));
    }

    [Fact]
    public void A_recall_may_be_referred_before_the_written_reasons_are_there()
    {
        var recall = A.Recall().Referred();

        recall.Take("record-the-informing-of-the-patient");

        recall.State.Should().Be("Referred");
        recall.Running(Terms.WrittenRecallReasons).Should().BeNull();
    }

    [Fact]
    public void A_planned_recall_needs_medical_evidence()
    {
        var recall = A.Recall().Assigned().Take("assess-the-concern", (Facts.MedicalEvidence, null)).Take("consider-recall").Take("recommend-recall", (Facts.MedicalEvidence, null)).DaysLater(1);

        var refused = recall.Refused("approve-recall");

        refused.Should().ContainSingle(r => r.Mend!.Key == Facts.MedicalEvidence.Key);
    }

    [Fact]
    public void An_emergency_recall_goes_ahead_and_the_evidence_has_to_follow()
    {
        var recall = A.Recall().Assigned().Take("approve-recall-in-an-emergency").Recording((Facts.BedConfirmedBy, "Sister Oakmere"), (Facts.BedConfirmedOn, A.Text(new DateOnly(2026, 11, 2))))
            .Through("sign-the-recall-warrant", "confirm-the-return", "refer-to-tribunal").StatementWritten().WithPapers();

        var refused = recall.RefusedTo(Second, "send-our-information-and-observations");

        refused.Should().ContainSingle(r => r.Mend!.Key == Facts.MedicalEvidence.Key);
        recall.Told.Should().Contain([Parties.ClinicianForEvidence.Key, Parties.HeadOfTeam.Key]);
    }

    [Fact]
    public void A_warrant_is_signed_only_when_the_bed_is_confirmed()
    {
        var recall = A.Recall().Assigned().Take("approve-recall-in-an-emergency");

        var refused = recall.Refused("sign-the-recall-warrant");

        refused.Should().ContainSingle(r => r.Text == "Record who confirmed the bed, and when");
    }

    [Fact]
    public void Whoever_recommended_a_recall_does_not_decide_it()
    {
        var recall = A.Recall().Assigned().Through("assess-the-concern", "consider-recall").TakeAs(A.DeputyHead, "recommend-recall");

        var refused = recall.RefusedTo(A.DeputyHead, "approve-recall");

        refused.Should().ContainSingle(r => r.Text.StartsWith("You recommended this yourself", StringComparison.Ordinal));
        recall.TakeAs(A.HeadOfTeam, "approve-recall").State.Should().Be("RecallDecided");
    }

    [Fact]
    public void A_recall_is_decided_by_a_deputy_head_and_by_the_head_of_team_where_it_is_high_profile()
    {
        var ordinary = A.Recall().AwaitingDecision();
        var highProfile = A.Recall(p => p.HighProfile = true).AwaitingDecision();

        ordinary.RefusedTo(A.TeamManager, "approve-recall").Should().ContainSingle(r => r.Code == "not-entitled");
        highProfile.RefusedTo(A.DeputyHead, "approve-recall").Should().ContainSingle(r => r.Code == "not-entitled");
    }

    [Fact]
    public void Where_a_victim_is_in_the_scheme_the_victim_check_comes_before_the_decision()
    {
        var recall = A.Recall(p => p.VictimScheme = true).Assigned().Through("assess-the-concern", "consider-recall").Take("recommend-recall", (Facts.VictimCheck, null)).DaysLater(1);

        var refused = recall.Refused("approve-recall");

        refused.Should().ContainSingle(r => r.Mend!.Key == Facts.VictimCheck.Key);
        recall.Recording((Facts.VictimCheck, Facts.VictimCheck.Options[0])).Take("approve-recall").Told.Should().Contain(Parties.VictimLiaison.Key);
    }

    [Fact]
    public void Victim_liaison_mappa_and_the_press_office_are_told_only_where_they_have_a_part()
    {
        var plain = A.Recall().Returned();
        var known = A.Recall(p => (p.VictimScheme, p.MappaLevel, p.HighProfile) = (true, 2, true)).Returned();

        plain.Told.Should().NotContain([Parties.VictimLiaison.Key, Parties.Mappa.Key, Parties.PressOffice.Key]);
        known.Told.Should().Contain([Parties.VictimLiaison.Key, Parties.Mappa.Key, Parties.PressOffice.Key]);
    }

    [Fact]
    public void Only_a_conditionally_discharged_patient_is_recalled()
    {
        var opening = () => A.Case("recall", LegalCategory.S37_41);

        opening.Should().Throw<RuleBroken>().WithMessage("Not yet: The patient is conditionally discharged");
    }

    [Fact]
    public void On_return_the_patient_is_detained_under_the_order_from_before_and_the_conditions_are_spent()
    {
        var recall = A.Recall(p => p.Apply(new ConditionsSet([new("Residence", "Live at 11 Teasel Way")], new(2022, 3, 2)))).Returned();

        recall.Patient.Category.Should().Be(LegalCategory.S37_41);
        recall.Patient.Hospital.Should().Be(recall.File.Facts.Text(Facts.RecallHospital));
        recall.Patient.ConditionsInForce.Should().BeEmpty();
    }

    [Fact]
    public void Our_information_is_due_two_weeks_after_the_hospitals_papers_and_the_hearing_in_five_to_eight_weeks()
    {
        var recall = A.Recall().Referred().Take("record-the-tribunals-receipt").Take("receive-the-hospitals-papers");

        recall.Running(Terms.RecallStatement)!.LastDay.Should().Be(recall.Today.AddDays(14));
        recall.Running(Terms.EarliestRecallHearing)!.LastDay.Should().Be(recall.Today.AddDays(35));
        recall.Running(Terms.LatestRecallHearing)!.LastDay.Should().Be(recall.Today.AddDays(56));
    }

    static readonly Person Second = A.Person(Grade.Caseworker, 21);

    [Fact]
    public void Our_information_in_a_recall_needs_the_summary_the_convictions_and_a_second_person()
    {
        var recall = A.Recall().Referred().Take("receive-the-hospitals-papers");
        recall.Refused("write-the-statement").Should().ContainSingle(r => r.Text.Contains("prepare the case summary"));
        recall.RefusedTo(Second, "send-our-information-and-observations").Select(r => r.Text).Should().Contain(["A caseworker has to write the statement first", "Previous convictions: not asked for yet"]);

        recall.Through("prepare-the-case-summary", "write-the-statement").WithPapers();

        recall.RefusedTo(A.Caseworker, "send-our-information-and-observations").Should().ContainSingle(r => r.Text.Contains("You wrote this statement yourself"));
        recall.TakeAs(Second, "send-our-information-and-observations").State.Should().Be("AwaitingHearing");
        recall.File.Deadlines.Should().NotContain(d => d.IsRunning && (d.Rule == Terms.RecallStatement.Rule || d.Rule == Terms.CaseSummary.Rule));
    }

    [Fact]
    public void A_recall_that_ends_in_discharge_opens_a_conditional_discharge()
    {
        var recall = A.Recall().Referred().Take("record-discharged-again");

        recall.File.IsOpen.Should().BeFalse();
        Recall.Type.Moves.Where(m => m.Step.Code == "record-discharged-again").Select(m => m.Opens).Distinct().Should().Equal(ConditionalDischarge.Type.Key);
        recall.File.Deadlines.Should().OnlyContain(d => !d.IsRunning);
    }

    [Fact]
    public void A_voluntary_admission_goes_on_while_consent_stands_and_recall_is_not_needed()
    {
        var recall = InVoluntaryAdmission();

        recall.Take("review-the-voluntary-admission").State.Should().Be("VoluntaryAdmission");

        recall.Take("record-the-clinicians-update").Running(Terms.VoluntaryAdmissionUpdate)!.LastDay.Should().Be(recall.Today.AddDays(7));
    }

    [Fact]
    public void A_review_by_which_recall_is_needed_is_kept_and_recall_is_considered()
    {
        var needed = InVoluntaryAdmission().Take("review-the-voluntary-admission", (Facts.RecallNeeded, "Yes"));
        var refusing = InVoluntaryAdmission().Take("review-the-voluntary-admission", (Facts.StillConsents, "No"));

        (needed.State, needed.File.Facts.Text(Facts.RecallNeeded)).Should().Be(("RecallConsidered", "Yes"));
        (refusing.State, refusing.File.Facts.Text(Facts.StillConsents)).Should().Be(("RecallConsidered", "No"));
    }

    [Theory]
    [InlineData("monitor-closely", "")]
    [InlineData("refuse-recall", "recommend-recall")]
    [InlineData("withdraw-the-decision", "approve-recall-in-an-emergency")]
    public void A_recall_that_comes_to_nothing_leaves_the_patient_in_the_voluntary_admission(string step, string before)
    {
        var recall = InVoluntaryAdmission().Take("consider-recall");
        if (before.Length > 0) recall.Take(before);

        recall.DaysLater(1).Through("record-the-clinicians-update", step).State.Should().Be("VoluntaryAdmission");

        recall.Running(Terms.VoluntaryAdmissionReview).Should().NotBeNull();
        recall.Take("record-the-return-to-the-community").Patient.Hospital.Should().BeNull();
        recall.Through("consider-recall", "monitor-closely").State.Should().Be("EnhancedMonitoring");
    }

    [Fact]
    public void A_recall_from_a_voluntary_admission_ends_its_reviews()
    {
        var recall = InVoluntaryAdmission().Through("consider-recall", "recommend-recall").DaysLater(1).Through("approve-recall", "sign-the-recall-warrant", "confirm-the-return");

        recall.File.Deadlines.Should().NotContain(d => d.IsRunning && (d.Rule == Terms.VoluntaryAdmissionReview.Rule || d.Rule == Terms.VoluntaryAdmissionUpdate.Rule));
    }

    static PlayedCase InVoluntaryAdmission() => A.Recall().Assigned().Through("assess-the-concern", "agree-a-voluntary-admission").DaysLater(7);
}
