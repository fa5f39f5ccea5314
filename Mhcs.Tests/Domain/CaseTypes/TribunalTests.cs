using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class TribunalTests
{
    [Fact]
    public void A_section_70_application_is_a_detained_patients() =>
        FluentActions.Invoking(() => A.Tribunal(Facts.DetainedApplies, LegalCategory.Cd)).Should().Throw<RuleBroken>().WithMessage("*route*");

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
    public void A_deferred_discharge_opens_its_case_deferred_already_with_the_arrangements_to_chase()
    {
        var tribunal = A.Tribunal().Heard().Take("record-deferred-conditional-discharge", (Facts.ArrangementsOutstanding, "A place in a staffed house"));
        var row = Tribunal.Type.Moves.First(m => m.Step.Code == "record-deferred-conditional-discharge");

        var (discharge, events) = CaseFile.OpenAfter(tribunal.File, new("C-0002"), ConditionalDischarge.Type, tribunal.On(A.Caseworker), row.OpensWith);

        discharge.StateCode.Should().Be("Deferred");
        discharge.Facts.Text(Facts.ArrangementsOutstanding).Should().Be("A place in a staffed house");
        discharge.Deadlines.Should().ContainSingle(d => d.IsRunning && d.Rule == Terms.ChaseDeferredDischarge.Rule);
        discharge.Version.Should().Be(1);
        events.OfType<StepTaken>().Should().ContainSingle();
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

    static PlayedCase Notified(params (Fact, string?)[] answers) => A.Tribunal(category: LegalCategory.S47_49).Heard().Take("record-notification-under-section-74", answers).Through("review-the-decision", "accept-the-decision");

    [Theory]
    [InlineData("No", "Implemented", "remission")]
    [InlineData("Yes", "Accepted", null)]
    public void Without_notice_a_transferred_prisoner_goes_back_to_prison_unless_the_tribunal_recommended_the_hospital(string stay, string state, string? opens)
    {
        var tribunal = Notified((Facts.Section74Stay, stay)).Take("give-no-notice-of-discharge");

        tribunal.State.Should().Be(state);
        Tribunal.Type.Moves.Single(m => m.Step.Code == "give-no-notice-of-discharge" && m.To.Code == state).Opens.Should().Be(opens);
    }

    [Fact]
    public void A_patient_entitled_to_absolute_discharge_is_free_once_the_tribunal_has_directed_it_after_our_notice()
    {
        var tribunal = Notified((Facts.Section74Entitlement, Facts.EntitledAbsolutely)).Take("give-notice-that-the-patient-may-be-discharged");

        (tribunal.State, tribunal.Patient.Category).Should().Be(("DischargeAwaited", LegalCategory.S47_49));
        tribunal.Take("record-the-tribunals-absolute-discharge").State.Should().Be("Implemented");
        tribunal.Patient.Category.Should().Be(LegalCategory.NotRestricted);
    }

    [Fact]
    public void A_notice_for_a_conditional_entitlement_opens_the_discharge() =>
        (Notified().Take("give-notice-that-the-patient-may-be-discharged").State, Tribunal.Type.Moves.Single(m => m.From.Code == "Section74" && m.To.Code == "Accepted" && m.Step.Code == "give-notice-that-the-patient-may-be-discharged").Opens).Should().Be(("Accepted", "conditional-discharge"));

    [Fact]
    public void Conditions_that_the_tribunal_varies_stand_on_the_patients_record()
    {
        var tribunal = A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, A.Supervised).Assigned().Through("give-the-tribunal-the-supervisors-names").Heard();

        tribunal.Take("record-conditions-varied", (Facts.ConditionResidence, "Live at the new address"));

        tribunal.Patient.ConditionsInForce.Should().Contain(c => c.Text == "Live at the new address");
    }

    static PlayedCase HeardInTheCommunity(LegalCategory category) => A.Tribunal(category == LegalCategory.CdDol ? Facts.ReferenceOfDischarged : Facts.DischargedApplies, category, A.Supervised).Assigned().Through("give-the-tribunal-the-supervisors-names").Heard();

    [Fact]
    public void Conditions_of_the_tribunal_that_deprive_of_liberty_bring_the_position_with_its_own_references()
    {
        var tribunal = HeardInTheCommunity(LegalCategory.Cd).Take("record-conditions-varied", (Facts.DeprivesOfLiberty, "Yes"), (Facts.ConditionLiberty, "Be escorted whenever outside"));

        (tribunal.Patient.Category, tribunal.Patient.CategorySince).Should().Be((LegalCategory.CdDol, tribunal.Today));
        ReferenceDuty.Of(tribunal.Patient, tribunal.Today, A.Reference.Book).Should().NotBeNull();
    }

    [Fact]
    public void Where_the_tribunal_takes_the_deprivation_of_liberty_away_the_position_goes_with_it()
    {
        var kept = HeardInTheCommunity(LegalCategory.CdDol).Take("record-conditions-varied", (Facts.DeprivesOfLiberty, "Yes"), (Facts.ConditionLiberty, "Be escorted at night"));
        var ended = HeardInTheCommunity(LegalCategory.CdDol).Take("record-conditions-varied");

        kept.Patient.CategorySince.Should().Be(new DateOnly(2020, 3, 2));
        (ended.Patient.Category, ended.Patient.CategorySince).Should().Be((LegalCategory.Cd, ended.Today));
    }

    [Fact]
    public void The_answer_on_liberty_and_its_condition_agree_and_its_day_has_come()
    {
        var tribunal = HeardInTheCommunity(LegalCategory.Cd);

        tribunal.Refused("record-conditions-varied", (Facts.DeprivesOfLiberty, "Yes")).Should().ContainSingle(r => r.Text.StartsWith("Write the condition", StringComparison.Ordinal));
        tribunal.Refused("record-conditions-varied", (Facts.ConditionLiberty, "Escorted")).Should().ContainSingle(r => r.Text.StartsWith("Write the condition", StringComparison.Ordinal));
        tribunal.Refused("record-conditions-varied", (Facts.DeprivesOfLiberty, "Yes"), (Facts.ConditionLiberty, "Escorted"), (Facts.ChangedFrom, A.Text(tribunal.Today.AddDays(3)))).Should().ContainSingle(r => r.Text.StartsWith("These conditions change", StringComparison.Ordinal));
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
    public void An_absolute_discharge_that_is_set_aside_leaves_the_patient_as_before_and_can_be_decided_again()
    {
        var tribunal = A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, p => { A.Supervised(p); p.Apply(new ConditionsSet([new("Residence", "Live at 11 Teasel Way")], new(2022, 3, 2))); })
            .Assigned().Through("give-the-tribunal-the-supervisors-names").Heard().Through("record-absolute-discharge", "review-the-decision", "seek-to-have-it-set-aside").DaysLater(20);
        tribunal.Refused("record-that-it-will-be-heard-again", (Facts.OpenedAgain, null)).Should().ContainSingle(r => r.Field == Facts.OpenedAgain.Key);

        tribunal.Take("record-that-it-will-be-heard-again");

        (tribunal.Patient.Category, tribunal.Patient.CategorySince).Should().Be((LegalCategory.Cd, new DateOnly(2020, 3, 2)));
        tribunal.Patient.Considerations.Should().BeEmpty("what was set aside is no consideration");
        tribunal.Patient.ConditionsInForce.Should().ContainSingle();
        tribunal.Patient.EmptyPosts.Should().BeNull();
        tribunal.Take("record-the-hearing-date", (Facts.HearingOn, A.Text(tribunal.Today))).Through("record-that-the-case-was-heard", "record-no-discharge").Patient.Category.Should().Be(LegalCategory.Cd);
    }

    [Fact]
    public void A_conditional_discharge_that_falls_on_appeal_leaves_the_patient_detained_and_its_case_to_be_ended()
    {
        var tribunal = A.Tribunal().Heard().Take("record-conditional-discharge");
        var (discharge, _) = CaseFile.OpenAfter(tribunal.File, new("C-0002"), ConditionalDischarge.Type, tribunal.On(A.Caseworker));
        var carriedOut = Support.Answers.To(ConditionalDischarge.Type.Moves.First(m => m.From.Code == "Received" && m.Step.Code == "record-the-discharge").Asks, tribunal.Now);
        discharge.Take(ConditionalDischarge.Type.Moves.First(m => m.Step.Code == "record-the-discharge").Step, carriedOut, tribunal.On(A.Caseworker));
        tribunal.Patient.Category.Should().Be(LegalCategory.Cd);

        tribunal.Through("review-the-decision", "seek-permission-to-appeal").DaysLater(40).Take("record-the-outcome-of-the-appeal", (Facts.DecisionStands, "No"));

        (tribunal.State, tribunal.Patient.Category, tribunal.Patient.CategorySince).Should().Be(("Heard", LegalCategory.S37_41, new DateOnly(2020, 3, 2)));
        tribunal.Patient.ConditionsOn(tribunal.Today).Should().BeEmpty();
        discharge.Offers(tribunal.On(A.Caseworker)).Should().Contain(o => o.Step.Code == "end-case" && o.IsOpen);
    }

    [Fact]
    public void A_decision_that_stands_on_appeal_or_brought_nothing_about_changes_no_position()
    {
        var stands = A.Tribunal().Heard().Through("record-absolute-discharge", "review-the-decision", "seek-permission-to-appeal", "record-the-outcome-of-the-appeal");
        var nothing = A.Tribunal().Heard().Through("record-no-discharge", "review-the-decision", "seek-to-have-it-set-aside").Take("record-that-it-will-be-heard-again", (Facts.OpenedAgain, null));

        (stands.State, stands.Patient.Category).Should().Be(("DecisionRecorded", LegalCategory.NotRestricted));
        (nothing.Patient.Category, nothing.Patient.Considerations.Count).Should().Be((LegalCategory.S37_41, 0));
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
