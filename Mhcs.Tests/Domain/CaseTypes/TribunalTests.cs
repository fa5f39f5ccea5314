using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class TribunalTests
{
    static readonly Person Second = A.Person(Grade.Caseworker, 21);

    [Fact]
    public void A_section_70_application_is_a_detained_patients() =>
        FluentActions.Invoking(() => A.Tribunal(Facts.DetainedApplies, LegalCategory.Cd)).Should().Throw<RuleBroken>().WithMessage("*route*");

    [Fact]
    public void Our_statement_is_due_three_weeks_after_the_hospitals_papers_and_by_five()
    {
        var tribunal = A.Tribunal().Assigned().Through("ask-for-the-reports").On(new(2026, 12, 4));

        tribunal.Take("receive-the-hospitals-papers");

        tribunal.Running(Terms.TribunalStatement)!.LastDay.Should().Be(new DateOnly(2026, 12, 29));
        tribunal.Running(Terms.HospitalReports).Should().BeNull();
    }

    [Fact]
    public void After_a_recall_our_statement_is_due_in_two_weeks()
    {
        var tribunal = A.Tribunal(Facts.ReferenceAfterRecall).Assigned().Through("refer-to-tribunal");

        tribunal.Take("receive-the-hospitals-papers");

        tribunal.Running(Terms.RecallStatement)!.LastDay.Should().Be(tribunal.Today.AddDays(14));
        tribunal.Running(Terms.TribunalStatement).Should().BeNull();
    }

    [Fact]
    public void A_statement_is_not_written_before_an_administrator_prepared_the_summary()
    {
        var tribunal = A.Tribunal().Assigned().Through("ask-for-the-reports", "receive-the-hospitals-papers");

        tribunal.Refused("write-the-statement").Should().ContainSingle(r => r.Text.Contains("prepare the case summary"));

        tribunal.Through("prepare-the-case-summary", "write-the-statement").State.Should().Be("Endorsement");
    }

    [Fact]
    public void A_repeat_statement_is_checked_by_an_administrator_first()
    {
        var tribunal = A.Tribunal().Assigned().Through("ask-for-the-reports", "receive-the-hospitals-papers").Take("prepare-the-case-summary", (Facts.StatementKind, Facts.StatementKind.Options[1]));

        tribunal.Refused("write-the-statement").Should().ContainSingle(r => r.Text.Contains("check the repeat statement"));

        tribunal.Through("check-the-repeat-statement", "write-the-statement").State.Should().Be("Endorsement");
    }

    [Fact]
    public void A_statement_is_endorsed_by_a_caseworker_who_did_not_write_it()
    {
        var tribunal = A.Tribunal().ToEndorse();

        tribunal.RefusedTo(A.Caseworker, "endorse-the-statement").Should().ContainSingle(r => r.Text.Contains("You wrote this statement yourself"));

        tribunal.TakeAs(Second, "endorse-the-statement").State.Should().Be("Endorsed");
    }

    [Fact]
    public void No_statement_goes_before_the_previous_convictions_are_filed()
    {
        var tribunal = A.Tribunal().ToEndorse().TakeAs(Second, "endorse-the-statement");

        tribunal.Refused("send-our-statement").Should().ContainSingle(r => r.Text == "Previous convictions: not asked for yet" && r.Mend == Mend.Get(Wants.PreviousConvictions));

        tribunal.Act(A.Administrator, (file, on) => file.ReceivePaper("previous-convictions", tribunal.Today, null, on)).Through("send-our-statement").Issued.Should().Contain("full-statement").And.Contain("convictions-cover");
    }

    [Fact]
    public void A_discharged_patients_supervisors_are_named_on_the_same_day_and_before_the_statement_goes()
    {
        var tribunal = A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, A.Supervised);
        var names = tribunal.Running(Terms.NameSupervisors)!;

        tribunal.ToEndorse().TakeAs(Second, "endorse-the-statement").WithPapers();

        names.LastDay.Should().Be(new DateOnly(2026, 11, 2));
        tribunal.Refused("send-our-statement").Should().ContainSingle(r => r.Text.Contains("names and addresses"));
        tribunal.Through("give-the-tribunal-the-supervisors-names", "send-our-statement").State.Should().Be("Sent");
        tribunal.Running(Terms.NameSupervisors).Should().BeNull();
    }

    [Fact]
    public void When_a_hearing_moves_the_dates_counted_from_it_move_and_the_record_shows_it()
    {
        var tribunal = A.Tribunal().Listed();
        var hearing = tribunal.Today.AddDays(70);

        var happened = tribunal.Do("record-that-the-hearing-moved", tribunal.On(A.Administrator), (Facts.HearingOn, A.Text(hearing)));

        happened.OfType<DeadlineMoved>().Select(m => m.Rule).Should().BeEquivalentTo("FTT-06", "FTT-17");
        happened.OfType<DeadlineMoved>().Should().OnlyContain(m => m.From == hearing && m.Why.Contains("Date of the hearing"));
        tribunal.Running(Terms.CheckStatement)!.LastDay.Should().Be(hearing.AddDays(-14));
        tribunal.File.Deadlines.Count(d => d.Rule == "FTT-17").Should().Be(1);
    }

    [Fact]
    public void Each_direction_is_a_date_of_its_own_named_by_what_was_ordered_and_answered_by_itself()
    {
        var tribunal = A.Tribunal().Listed();
        tribunal.Take("record-a-direction", (Facts.Direction, "Serve the risk assessment"), (Facts.DirectionDueOn, "2026-11-20"));
        tribunal.Take("record-a-direction", (Facts.Direction, "Say who will attend"), (Facts.DirectionDueOn, "2026-11-14"));
        var directions = tribunal.File.Deadlines.Where(d => d.Rule == "FTT-20").ToList();

        tribunal.File.Comply(directions[0].Number, "Served by secure email", tribunal.On(A.Administrator));

        directions.Select(d => (d.Name, d.LastDay)).Should().Equal(("Serve the risk assessment", new(2026, 11, 20)), ("Say who will attend", new DateOnly(2026, 11, 16)));
        directions.Select(d => d.IsRunning).Should().Equal(false, true);
        tribunal.File.NextName.Should().NotBe("Serve the risk assessment");
    }

    [Fact]
    public void Correcting_the_day_of_a_direction_moves_the_latest_and_leaves_the_others()
    {
        var tribunal = A.Tribunal().Listed();
        tribunal.Take("record-a-direction", (Facts.Direction, "First"), (Facts.DirectionDueOn, "2026-11-20")).Take("record-a-direction", (Facts.Direction, "Second"), (Facts.DirectionDueOn, "2026-11-24"));

        tribunal.Recording((Facts.DirectionDueOn, "2026-11-27"));

        tribunal.File.Deadlines.Where(d => d.Rule == "FTT-20").Select(d => d.LastDay).Should().Equal(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 27));
    }

    [Fact]
    public void A_date_that_a_step_answers_is_not_ticked_off_by_itself()
    {
        var tribunal = A.Tribunal().Listed();
        var check = tribunal.Running(Terms.CheckStatement)!.Number;

        FluentActions.Invoking(() => tribunal.File.Comply(check, "Done", tribunal.On(A.Administrator))).Should().Throw<RuleBroken>().WithMessage("*answered by a step*");
        FluentActions.Invoking(() => tribunal.File.Comply(999, "Done", tribunal.On(A.Administrator))).Should().Throw<RuleBroken>().WithMessage("*no such running date*");
    }

    [Fact]
    public void The_deputy_head_reviews_adjournments_and_directions_within_two_working_days()
    {
        var tribunal = A.Tribunal().Listed();

        tribunal.Take("record-an-adjournment").Take("record-a-direction", (Facts.DirectionDueOn, "2026-12-01"));

        tribunal.State.Should().Be("Adjourned");
        tribunal.File.Deadlines.Where(d => d.Rule == "FTT-15").Should().ContainSingle().Which.LastDay.Should().Be(new DateOnly(2026, 11, 4));
        tribunal.RefusedTo(A.TeamManager, "review-the-adjournment-or-directions").Should().ContainSingle(r => r.Code == "not-entitled");
        tribunal.TakeAs(A.DeputyHead, "review-the-adjournment-or-directions").Running(Terms.ReviewDirections).Should().BeNull();
    }

    [Fact]
    public void A_concern_taken_up_with_the_judge_is_on_the_record_until_the_judge_answers()
    {
        var tribunal = A.Tribunal().Listed().Through("record-an-adjournment");
        tribunal.Refused("record-the-judges-answer").Should().NotBeEmpty();

        tribunal.TakeAs(A.DeputyHead, "take-up-a-concern-with-the-judge", (Facts.JudgeConcern, "The adjournment leaves no time for reports"));

        tribunal.Told.Should().Contain("judge");
        tribunal.DaysLater(1).Take("record-the-judges-answer", (Facts.JudgeAnswer, "Noted")).File.Facts.Text(Facts.JudgeAnswer).Should().Be("Noted");
    }

    [Fact]
    public void A_hearing_does_not_end_before_its_date()
    {
        var tribunal = A.Tribunal().Listed();

        tribunal.Refused("record-that-the-case-was-heard").Should().ContainSingle(r => r.Text.Contains("before its date"));

        tribunal.DaysLater(42).Take("record-that-the-case-was-heard").State.Should().Be("Heard");
    }

    [Fact]
    public void A_review_that_the_decision_overtook_is_answered_with_it()
    {
        var tribunal = A.Tribunal().Heard().Take("record-a-direction", (Facts.DirectionDueOn, "2027-02-01"));

        tribunal.Through("record-no-discharge", "review-the-decision", "accept-the-decision").Running(Terms.ReviewDirections).Should().BeNull();
    }

    [Fact]
    public void An_adjourned_case_is_listed_again()
    {
        var tribunal = A.Tribunal().Heard().Through("record-an-adjournment");

        tribunal.Take("record-the-hearing-date", (Facts.HearingOn, A.Text(tribunal.Today.AddDays(60))));

        tribunal.State.Should().Be("Listed");
        tribunal.Running(Terms.CheckStatement)!.LastDay.Should().Be(tribunal.Today.AddDays(46));
    }

    [Fact]
    public void A_decision_counts_the_days_to_challenge_it_from_its_reasons()
    {
        var tribunal = A.Tribunal().Heard();

        tribunal.Take("record-no-discharge");

        tribunal.Running(Terms.PermissionToAppeal)!.From.Should().Be(tribunal.Today);
        tribunal.Running(Terms.SetAside)!.From.Should().Be(tribunal.Today);
        tribunal.Running(Terms.AdviceOnChallenge).Should().NotBeNull();
        tribunal.Patient.Considerations.Should().ContainSingle().Which.Kind.Should().Be(Facts.DetainedApplies);
    }

    [Fact]
    public void Whoever_reviewed_a_decision_does_not_accept_it()
    {
        var tribunal = A.Tribunal().Heard().Through("record-no-discharge").TakeAs(A.DeputyHead, "review-the-decision");

        tribunal.RefusedTo(A.DeputyHead, "accept-the-decision").Should().ContainSingle(r => r.Text.Contains("recommended this yourself"));

        tribunal.TakeAs(A.HeadOfTeam, "accept-the-decision").Through("record-that-the-outcome-is-carried-out", "close-the-file").State.Should().Be("Closed");
    }

    [Fact]
    public void An_absolute_discharge_ends_the_restrictions_on_the_day_of_the_decision()
    {
        var tribunal = A.Tribunal().Heard();

        tribunal.Take("record-absolute-discharge");

        tribunal.Patient.Category.Should().Be(LegalCategory.NotRestricted);
        tribunal.Patient.CategorySince.Should().Be(tribunal.Today);
    }

    [Theory]
    [InlineData("record-conditional-discharge")]
    [InlineData("record-deferred-conditional-discharge")]
    public void A_conditional_discharge_opens_a_case_in_which_it_takes_effect(string outcome)
    {
        var tribunal = A.Tribunal().Heard();
        var row = Tribunal.Type.Moves.First(m => m.Step.Code == outcome);

        tribunal.Take(outcome);

        row.Opens.Should().Be("conditional-discharge");
        tribunal.Patient.Category.Should().Be(LegalCategory.S37_41);
    }

    [Fact]
    public void Of_a_transferred_prisoner_the_tribunal_can_only_notify_us()
    {
        var tribunal = A.Tribunal(category: LegalCategory.S47_49).Heard();

        tribunal.Refused("record-absolute-discharge").Should().ContainSingle(r => r.Text.Contains("section 74"));
        tribunal.Refused("record-conditional-discharge").Should().ContainSingle(r => r.Text.Contains("section 74"));
    }

    [Fact]
    public void A_section_74_notification_is_answered_within_ninety_days_that_begin_with_it()
    {
        var tribunal = A.Tribunal(category: LegalCategory.S47_49).Heard().On(new(2026, 12, 16));

        tribunal.Take("record-notification-under-section-74", (Facts.Section74NotifiedOn, "2026-12-01")).Through("review-the-decision", "accept-the-decision");

        tribunal.State.Should().Be("Section74");
        tribunal.Running(Terms.AnswerSection74)!.LastDay.Should().Be(new DateOnly(2027, 2, 28));
        tribunal.RefusedTo(A.DeputyHead, "give-notice-that-the-patient-may-be-discharged").Should().ContainSingle(r => r.Code == "not-entitled");
        tribunal.Take("give-no-notice-of-discharge").Running(Terms.AnswerSection74).Should().BeNull();
    }

    [Fact]
    public void Conditions_that_the_tribunal_varies_stand_on_the_patients_record()
    {
        var tribunal = A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, A.Supervised).Assigned().Through("give-the-tribunal-the-supervisors-names").Heard();

        tribunal.Take("record-conditions-varied", (Facts.ConditionResidence, "Live at the new address"));

        tribunal.Patient.ConditionsInForce.Should().Contain(c => c.Text == "Live at the new address");
    }

    [Fact]
    public void The_restriction_of_a_discharged_patient_ends_by_the_tribunals_direction()
    {
        var tribunal = A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, A.Supervised).Assigned().Through("give-the-tribunal-the-supervisors-names").Heard();

        tribunal.Take("record-the-restriction-ends");

        tribunal.Patient.Category.Should().Be(LegalCategory.NotRestricted);
    }

    [Fact]
    public void An_application_that_is_withdrawn_is_not_considered_and_a_reference_cannot_be_withdrawn()
    {
        var withdrawn = A.Tribunal().Listed().Take("record-the-withdrawal");

        (withdrawn.State, withdrawn.Patient.Considerations.Count).Should().Be(("Withdrawn", 0));
        A.Tribunal(Facts.ReferenceAtAnyTime).Listed().Refused("record-the-withdrawal").Should().NotBeEmpty();
    }

    [Fact]
    public void Only_references_the_rule_names_are_decided_on_the_papers()
    {
        A.Tribunal().Listed().Refused("record-that-no-hearing-is-held").Should().NotBeEmpty();

        A.Tribunal(Facts.ReferenceOfDetained).Listed().Take("record-that-no-hearing-is-held").Take("record-no-discharge").State.Should().Be("DecisionRecorded");
    }

    [Fact]
    public void Refused_permission_leads_to_the_Upper_Tribunal_within_a_month()
    {
        var tribunal = A.Tribunal().Heard().Through("record-no-discharge", "review-the-decision");
        tribunal.Refused("ask-the-upper-tribunal-for-permission").Should().NotBeEmpty();

        tribunal.Take("seek-permission-to-appeal").Take("record-that-permission-is-refused", (Facts.PermissionRefusedOn, "2026-12-01"));

        tribunal.Running(Terms.PermissionFromUpperTribunal)!.LastDay.Should().Be(new DateOnly(2027, 1, 4));
        tribunal.Take("ask-the-upper-tribunal-for-permission").State.Should().Be("AppealSought");
    }

    [Theory]
    [InlineData("query-the-decision-with-the-judge", "JudgeQueried")]
    [InlineData("seek-to-have-it-set-aside", "SetAsideSought")]
    public void A_decision_may_be_questioned_and_then_heard_again(string step, string state)
    {
        var tribunal = A.Tribunal().Heard().Through("record-no-discharge", "review-the-decision");

        tribunal.TakeAs(A.DeputyHead, step).State.Should().Be(state);

        tribunal.Take("record-that-it-will-be-heard-again").State.Should().Be("Sent");
    }

    [Fact]
    public void Our_reference_carries_the_day_by_which_the_law_wants_it()
    {
        var since = new DateOnly(2024, 1, 15);
        var tribunal = PlayedCase.Open(Tribunal.Type, A.Patient(LegalCategory.S37_41, since), A.Patient(LegalCategory.S37_41, since), (Facts.TribunalRoute, Facts.ReferenceOfDetained));

        tribunal.Running(Terms.ReferDetained)!.LastDay.Should().Be(new DateOnly(2027, 1, 15));

        tribunal.Assigned().Take("refer-to-tribunal").Running(Terms.ReferDetained).Should().BeNull();
    }
}
