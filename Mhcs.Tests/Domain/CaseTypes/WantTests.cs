using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

/// <summary>Papers from others: wanted, asked for, chased, received or given up, and what waits for them.</summary>
public sealed class WantTests
{
    static PlayedCase Awaited => A.Tribunal().Assigned().Through("ask-for-the-reports");

    [Fact]
    public void A_paper_is_wanted_from_the_state_that_its_table_names_and_only_where_it_applies()
    {
        var detained = Awaited;
        var discharged = A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, A.Supervised).Assigned().Through("ask-for-the-reports");

        A.Tribunal().File.WantedPapers.Select(p => p.Paper).Should().Equal("court-order");
        detained.File.WantedPapers.Select(p => p.Paper).Should().Equal("court-order", "previous-convictions", "clinician-report", "nursing-report", "social-report");
        discharged.File.WantedPapers.Select(p => p.Paper).Should().Equal("court-order", "previous-convictions", "clinical-supervisor-report", "social-supervisor-report");
    }

    [Fact]
    public void The_first_chase_runs_from_the_request_and_each_chase_starts_the_next()
    {
        var tribunal = Awaited.Act(A.Administrator, (file, on) => file.RequestPaper("previous-convictions", "By secure email", on));
        var first = tribunal.Running(Terms.ChaseConvictions)!;

        tribunal.On(new(2026, 11, 9)).Act(A.Administrator, (file, on) => file.ChasePaper("previous-convictions", "By telephone", on));

        first.Name.Should().Be("Chase: Previous convictions");
        first.LastDay.Should().Be(new DateOnly(2026, 11, 9), "five working days after Monday 2 November");
        first.MetAt.Should().Be(tribunal.Now);
        tribunal.Running(Terms.ChaseAgain)!.LastDay.Should().Be(new DateOnly(2026, 11, 16));
        tribunal.Wanted(Wants.PreviousConvictions).Should().BeEquivalentTo(new { Standing = PaperStanding.Chased, Chases = 1 });
    }

    [Fact]
    public void Each_source_has_its_own_patience()
    {
        var tribunal = Awaited.Act(A.Administrator, (file, on) => file.RequestPaper("court-order", "By letter", on)).Act(A.Administrator, (file, on) => file.RequestPaper("nursing-report", "By letter", on));

        tribunal.Running(Terms.ChaseCourt)!.LastDay.Should().Be(new DateOnly(2026, 11, 16));
        tribunal.Running(Terms.ChaseHospital)!.LastDay.Should().Be(new DateOnly(2026, 11, 9));
    }

    [Fact]
    public void After_two_chases_the_casework_manager_is_told_and_after_four_the_team_manager()
    {
        var tribunal = Awaited.Act(A.Administrator, (file, on) => file.RequestPaper("court-order", "By letter", on));

        tribunal = Chased(tribunal, 1);
        tribunal.Told.Should().NotContain("casework-manager");
        tribunal = Chased(tribunal, 1);
        tribunal.Told.Should().Contain("casework-manager").And.NotContain("team-manager");
        tribunal = Chased(tribunal, 2);

        tribunal.Told.Should().Contain("team-manager");
        tribunal.File.Notices.Should().Contain(n => n.Party == "team-manager" && n.About == "Court order: chased 4 times and not received");
    }

    [Fact]
    public void What_has_come_is_chased_no_more_and_the_case_keeps_a_date()
    {
        var tribunal = Awaited.Act(A.Administrator, (file, on) => file.RequestPaper("nursing-report", "By letter", on));

        tribunal.Act(A.Administrator, (file, on) => file.ReceivePaper("nursing-report", on.Today, "a-document", on));

        tribunal.Running(Terms.ChaseHospital).Should().BeNull();
        tribunal.File.NextDueOn.Should().NotBeNull();
        tribunal.Wanted(Wants.NursingReport).Should().BeEquivalentTo(new { Standing = PaperStanding.Received, DocumentId = "a-document", IsOutstanding = false });
        tribunal.Refused(A.Administrator, (file, on) => file.ChasePaper("nursing-report", "By letter", on)).Should().ContainSingle(r => r.Text == "Responsible clinician’s report is received already" || r.Text == "Nursing report is received already");
    }

    [Fact]
    public void A_closed_step_says_how_far_its_paper_has_come_and_leads_to_recording_it()
    {
        var tribunal = Awaited.Through("prepare-the-case-summary", "receive-the-hospitals-papers");
        tribunal.Act(A.Administrator, (file, on) => file.RequestPaper("clinician-report", "By letter", on)).On(new(2026, 11, 9)).Act(A.Administrator, (file, on) => file.ChasePaper("clinician-report", "By telephone", on));

        var offer = tribunal.Offers(A.Caseworker).Single(o => o.Step.Code == "write-the-statement");

        offer.IsOpen.Should().BeFalse();
        offer.Conditions.Should().Contain(c => c.Text == "Responsible clinician’s report: asked for on Monday 2 November 2026, chased once and not received yet" && c.Mend == Mend.Get(Wants.ClinicianReport));
    }

    [Fact]
    public void No_statement_is_written_without_the_clinicians_report()
    {
        var tribunal = Awaited.Through("prepare-the-case-summary", "receive-the-hospitals-papers");

        tribunal.Refused("write-the-statement").Should().ContainSingle(r => r.Text.StartsWith("Responsible clinician’s report"));

        tribunal.WithPapers().Refused("write-the-statement").Should().BeEmpty();
    }

    [Fact]
    public void A_prison_transfer_of_a_sentenced_prisoner_is_not_recommended_before_the_sentence_is_calculated()
    {
        var sentenced = A.PrisonTransfer().Assigned().Through("ask-for-medical-reports", "record-the-first-report", "record-the-second-report", "record-the-bed", "begin-the-assessment");
        var remanded = A.PrisonTransfer(Facts.CrownRemand).Assigned().Through("ask-for-medical-reports", "record-the-first-report", "record-the-second-report", "record-the-bed", "begin-the-assessment");

        sentenced.Refused("recommend").Should().ContainSingle(r => r.Text.StartsWith("Sentence calculation"));

        remanded.Refused("recommend").Should().BeEmpty();
        sentenced.WithPapers().Refused("recommend").Should().BeEmpty();
    }

    [Fact]
    public void A_transferred_prisoners_file_is_complete_when_no_paper_is_wanted_any_more()
    {
        var transfer = A.PrisonTransfer().WarrantSigned().Through("confirm-the-admission");

        transfer.Refused("complete-the-file").Should().ContainSingle(r => r.Text.Contains("still wanted"));

        transfer.WithPapers().Refused("complete-the-file").Should().BeEmpty();
    }

    [Fact]
    public void A_remission_waits_for_the_minutes_of_the_aftercare_meeting_where_there_was_one()
    {
        var met = A.Remission().Assigned().Through("check-the-form", "accept-for-assessment");
        var without = A.Remission().Assigned().Take("check-the-form", (Facts.AftercareMeetingOn, null), (Facts.NoAftercareMeeting, "Serious disorder on the ward"), (Facts.MinutesSentOn, null)).Through("accept-for-assessment");

        met.Refused("recommend").Should().ContainSingle(r => r.Text.StartsWith("Minutes of the section 117 meeting"));

        without.Refused("recommend").Should().BeEmpty();
    }

    [Fact]
    public void A_move_that_changes_security_waits_for_the_receiving_hospitals_assessment()
    {
        A.HospitalTransfer(Facts.StepDown).Assigned().Through("accept-as-complete").Refused("recommend").Should().ContainSingle(r => r.Text.StartsWith("Receiving hospital’s access assessment"));
        A.HospitalTransfer().Assigned().Through("accept-as-complete").Refused("recommend").Should().BeEmpty();
    }

    [Fact]
    public void No_discharge_is_recommended_without_the_aftercare_plan() =>
        A.Discharge().Assigned().Through("accept-an-application").Refused("recommend-on-discharge").Should().ContainSingle(r => r.Text.StartsWith("Aftercare plan"));

    [Fact]
    public void Evidence_given_by_telephone_follows_in_writing_before_our_information_goes_to_the_tribunal()
    {
        var recall = A.Recall().Assigned().Through("assess-the-concern", "consider-recall").Take("recommend-recall", (Facts.MedicalEvidenceForm, Facts.MedicalEvidenceForm.Options[1])).DaysLater(1)
            .Through("approve-recall", "sign-the-recall-warrant").Take("confirm-the-return", (Facts.ReturnedAt, A.Text(A.Monday.AddDays(1)))).Through("refer-to-tribunal").StatementWritten();
        var second = A.Person(Grade.Caseworker, 21);

        recall.RefusedTo(second, "send-our-information-and-observations").Should().Contain(r => r.Text.StartsWith("Medical evidence in writing"));

        recall.WithPapers().RefusedTo(second, "send-our-information-and-observations").Should().BeEmpty();
    }

    [Fact]
    public void What_a_step_waits_for_is_given_up_by_a_caseworker_with_the_reason()
    {
        var tribunal = Awaited.Through("prepare-the-case-summary", "receive-the-hospitals-papers");

        tribunal.Refused(A.Administrator, (file, on) => file.GiveUpPaper("clinician-report", "He has left", on)).Should().ContainSingle(r => r.Code == "not-entitled");
        tribunal.Refused(A.Caseworker, (file, on) => file.GiveUpPaper("clinician-report", " ", on)).Should().ContainSingle(r => r.Field == "why");
        tribunal.Act(A.Administrator, (file, on) => file.GiveUpPaper("nursing-report", "Nobody writes one there", on)).Act(A.Caseworker, (file, on) => file.GiveUpPaper("clinician-report", "He has left", on));

        tribunal.Refused("write-the-statement").Should().BeEmpty();
    }

    [Fact]
    public void The_receipt_of_the_convictions_answers_the_fact_and_the_fact_answers_for_the_receipt()
    {
        var received = Awaited.Act(A.Administrator, (file, on) => file.ReceivePaper("previous-convictions", new(2026, 11, 1), null, on));
        var recorded = Awaited.Act(A.Administrator, (file, on) => file.RequestPaper("previous-convictions", "By letter", on)).Recording((Facts.ConvictionsOn, "2026-11-01"));

        received.File.Facts.Date(Facts.ConvictionsOn).Should().Be(new DateOnly(2026, 11, 1));
        recorded.Wanted(Wants.PreviousConvictions).ReceivedOn.Should().Be(new DateOnly(2026, 11, 1));
        recorded.Running(Terms.ChaseConvictions).Should().BeNull();
    }

    [Fact]
    public void What_was_given_up_can_still_come_and_can_be_asked_for_again()
    {
        var came = Awaited.Act(A.Caseworker, (file, on) => file.GiveUpPaper("previous-convictions", "The police hold none", on)).DaysLater(7).Act(A.Administrator, (file, on) => file.ReceivePaper("previous-convictions", on.Today, null, on));
        var asked = Chased(Awaited.Act(A.Administrator, (file, on) => file.RequestPaper("court-order", "By letter", on)), 1).Act(A.Caseworker, (file, on) => file.GiveUpPaper("court-order", "The court has lost it", on));

        asked.Refused(A.Administrator, (file, on) => file.ChasePaper("court-order", "By letter", on)).Should().ContainSingle(r => r.Text.Contains("ask for it again"));
        asked.Act(A.Administrator, (file, on) => file.RequestPaper("court-order", "By letter", on));

        came.Wanted(Wants.PreviousConvictions).Should().BeEquivalentTo(new { Standing = PaperStanding.Received, ReceivedOn = came.Today });
        came.File.Facts.Date(Facts.ConvictionsOn).Should().Be(came.Today);
        asked.Wanted(Wants.CourtOrder).Should().BeEquivalentTo(new { Standing = PaperStanding.Requested, Chases = 0, IsOutstanding = true });
        asked.Running(Terms.ChaseCourt).Should().NotBeNull("its ladder begins anew");
    }

    [Fact]
    public void A_receipt_recorded_by_mistake_is_taken_back_by_a_caseworker_and_what_it_opened_is_blocked_again()
    {
        var tribunal = Awaited.Through("prepare-the-case-summary", "receive-the-hospitals-papers").WithPapers();
        tribunal.Offers(A.Caseworker).Single(o => o.Step.Code == "write-the-statement").IsOpen.Should().BeTrue();

        tribunal.Refused(A.Administrator, (file, on) => file.TakeBackPaper("clinician-report", "Another patient’s", on)).Should().ContainSingle(r => r.Code == "not-entitled");
        tribunal.Refused(A.Caseworker, (file, on) => file.TakeBackPaper("clinician-report", " ", on)).Should().ContainSingle(r => r.Field == "why");
        tribunal.Act(A.Caseworker, (file, on) => file.TakeBackPaper("clinician-report", "Another patient’s", on)).Act(A.Caseworker, (file, on) => file.TakeBackPaper("previous-convictions", "Another patient’s", on));

        tribunal.Refused("write-the-statement").Should().Contain(r => r.Text.StartsWith("Responsible clinician’s report"));
        tribunal.File.Facts.Has(Facts.ConvictionsOn).Should().BeFalse("the date was that of the wrong papers");
        tribunal.Wanted(Wants.ClinicianReport).Should().BeEquivalentTo(new { Standing = PaperStanding.Wanted, IsOutstanding = true, ReceivedOn = (DateOnly?)null });
        tribunal.WithPapers().File.Papers.Count(p => p.Paper == Papers.ConvictionsCover.Key).Should().Be(1, "one cover sheet waits already");
        tribunal.Refused(A.Caseworker, (file, on) => file.TakeBackPaper("horoscope", "No", on)).Should().ContainSingle(r => r.Field == "paper");
    }

    [Fact]
    public void Bad_input_is_told_what_mends_it()
    {
        var tribunal = Awaited;

        tribunal.Refused(A.Administrator, (file, on) => file.RequestPaper("horoscope", "By letter", on)).Should().ContainSingle(r => r.Field == "paper" && r.Text.Contains("previous-convictions"));
        tribunal.Refused(A.Administrator, (file, on) => file.RequestPaper("court-order", "", on)).Should().ContainSingle(r => r.Field == "how");
        tribunal.Refused(A.Administrator, (file, on) => file.ChasePaper("court-order", "By letter", on)).Should().ContainSingle(r => r.Text.Contains("ask for it first"));
        tribunal.Refused(A.Administrator, (file, on) => file.ReceivePaper("court-order", on.Today.AddDays(1), null, on)).Should().ContainSingle(r => r.Field == "receivedOn");
        tribunal.File.WantedPapers.Should().OnlyContain(p => p.Standing == PaperStanding.Wanted);
    }

    static PlayedCase Chased(PlayedCase played, int times)
    {
        for (var n = 0; n < times; n++) played.DaysLater(7).Act(A.Administrator, (file, on) => file.ChasePaper("court-order", "By telephone", on));
        return played;
    }
}
