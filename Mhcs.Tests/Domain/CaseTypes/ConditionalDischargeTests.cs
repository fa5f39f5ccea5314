using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class ConditionalDischargeTests
{
    static PlayedCase DeprivedOfLiberty() => A.Discharge().Supervised((Facts.DeprivesOfLiberty, "Yes"), (Facts.LibertyTest, "Serious harm, as the tribunal found"), (Facts.ConditionLiberty, "Be escorted whenever outside"));

    [Fact]
    public void Only_a_deputy_head_or_their_cover_changes_a_condition()
    {
        var change = A.Discharge().AwaitingConditionsDecision();

        change.RefusedTo(A.TeamManager, "change-the-conditions").Should().ContainSingle(r => r.Code == "not-entitled");
        var happened = change.Do("change-the-conditions", change.On(A.TeamManager, A.DeputyHead));

        happened.OfType<StepTaken>().Single().ActingFor.Should().Be(A.DeputyHead.Id);
        change.State.Should().Be("Supervised");
    }

    [Fact]
    public void Whoever_recommended_a_change_of_conditions_does_not_decide_it()
    {
        var change = A.Discharge().Supervised().Take("ask-for-a-change-of-conditions").TakeAs(A.DeputyHead, "recommend-on-conditions");

        change.RefusedTo(A.DeputyHead, "change-the-conditions").Should().ContainSingle(r => r.Text.StartsWith("You recommended", StringComparison.Ordinal));
    }

    [Fact]
    public void The_probation_body_is_told_before_conditions_are_changed_and_after()
    {
        var change = A.Discharge(p => p.VictimScheme = true).AwaitingConditionsDecision().Take("victims-answer");

        change.Refused("change-the-conditions").Should().ContainSingle(r => r.Mend!.Kind == Mhcs.Domain.Workflow.MendKind.SendNotices);
        change.Telling(Parties.VictimLiaisonBefore).Take("change-the-conditions");

        change.File.Notices.Last(n => n.Party == Parties.VictimLiaison.Key).DueOn.Should().NotBeNull();
    }

    [Fact]
    public void A_condition_that_is_left_empty_in_a_change_ends_and_one_that_stays_keeps_its_start()
    {
        var change = A.Discharge().AwaitingConditionsDecision().DaysLater(30);
        var before = change.Patient.ConditionsInForce.ToList();

        change.Take("change-the-conditions", (Facts.ConditionSubstances, null), (Facts.ConditionTreatment, "See the clinic every month"));

        change.Patient.ConditionsInForce.Select(c => c.Heading).Should().NotContain("Illicit substances");
        change.Patient.ConditionsInForce.Single(c => c.Heading == "Residence").From.Should().Be(before[0].From);
        change.Patient.ConditionsInForce.Single(c => c.Heading == "Treatment").From.Should().Be(change.Today);
    }

    [Fact]
    public void Conditions_that_start_later_bind_from_their_day_and_the_earlier_ones_until_then()
    {
        var change = A.Discharge().AwaitingConditionsDecision().DaysLater(30);
        var (today, starts) = (change.Today, change.Today.AddDays(10));

        change.Take("change-the-conditions", (Facts.ConditionResidence, "Live at Teasel House"), (Facts.ChangedFrom, A.Text(starts)));

        string? Residence(DateOnly day) => change.Patient.ConditionsOn(day).Single(c => c.Heading == "Residence").Text;
        Residence(today).Should().NotBe("Live at Teasel House");
        Residence(starts.AddDays(-1)).Should().NotBe("Live at Teasel House");
        Residence(starts).Should().Be("Live at Teasel House");
        DischargeConditions.InForce(change.Patient, Facts.ConditionResidence).Should().Be("Live at Teasel House", "a change begins with what was decided last");
    }

    [Fact]
    public void A_change_that_starts_sooner_takes_the_place_of_one_that_was_to_start_later()
    {
        var patient = A.Patient(LegalCategory.Cd);
        patient.Apply(new ConditionsSet([new("Residence", "Old"), new("Treatment", "Clinic")], new(2026, 1, 1)));
        patient.Apply(new ConditionsSet([new("Residence", "Planned"), new("Treatment", "Clinic")], new(2026, 12, 1)));
        patient.Apply(new ConditionsSet([new("Residence", "Old")], new(2026, 11, 10)));

        patient.ConditionsOn(new(2026, 11, 9)).Select(c => c.Text).Should().BeEquivalentTo("Old", "Clinic");
        patient.ConditionsOn(new(2026, 12, 2)).Should().ContainSingle().Which.Should().Be(new DischargeCondition("Residence", "Old", new(2026, 1, 1), null));
    }

    [Fact]
    public void The_first_report_is_due_after_four_weeks_and_the_next_three_months_after_that_day()
    {
        var discharge = A.Discharge().Supervised();
        var due = discharge.Running(Terms.FirstSupervisorsReport)!.LastDay;

        discharge.DaysLater(20).Take("record-the-report");

        due.Should().Be(new DateOnly(2026, 11, 30));
        discharge.Running(Terms.NextSupervisorsReport)!.LastDay.Should().Be(new DateOnly(2027, 2, 28));
        discharge.Running(Terms.ReadSupervisorsReport).Should().NotBeNull();
    }

    [Fact]
    public void A_report_becomes_overdue_by_itself_and_is_chased_from_the_day_it_was_due()
    {
        var discharge = A.Discharge().Supervised().On(new(2026, 12, 1), 0).TimePasses();

        discharge.State.Should().Be("ReportOverdue");
        discharge.Running(Terms.ChaseSupervisorsReport)!.From.Should().Be(new DateOnly(2026, 11, 30));
        discharge.Take("record-the-report").Running(Terms.ChaseSupervisorsReport).Should().BeNull();
        discharge.Take("read-the-report").State.Should().Be("Supervised");
    }

    [Fact]
    public void Going_back_to_supervision_does_not_hide_a_report_that_is_still_missing()
    {
        var discharge = A.Discharge().Supervised().On(new(2026, 12, 1)).TimePasses().Through("raise-a-concern", "keep-under-supervision");

        discharge.TimePasses();

        discharge.State.Should().Be("ReportOverdue");
        discharge.File.Deadlines.Count(d => d.Rule == Terms.ChaseSupervisorsReport.Rule).Should().Be(1);
    }

    [Fact]
    public void Half_a_report_is_no_report() =>
        A.Discharge().Supervised().Refused("record-the-report", (Facts.ReportParts, Facts.ReportParts.Options[1])).Should().ContainSingle(r => r.Field == Facts.ReportParts.Key);

    [Fact]
    public void No_condition_deprives_of_liberty_before_18_February_2026()
    {
        var discharge = A.Discharge().Assigned();

        var refused = discharge.Refused("record-the-discharge", (Facts.DischargedOn, "2026-02-17"), (Facts.DeprivesOfLiberty, "Yes"), (Facts.LibertyTest, "Serious harm"), (Facts.ConditionLiberty, "Escorted"));

        refused.Should().ContainSingle(r => r.Text.StartsWith("Before 18 February 2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Depriving_of_liberty_needs_its_test_and_its_condition()
    {
        var refused = A.Discharge().Assigned().Refused("record-the-discharge", (Facts.DeprivesOfLiberty, "Yes"));

        refused.Select(r => r.Field).Should().Equal(Facts.LibertyTest.Key, Facts.ConditionLiberty.Key);
    }

    [Fact]
    public void Deprivation_of_liberty_has_its_own_window_and_references()
    {
        var discharge = DeprivedOfLiberty();

        discharge.Patient.Category.Should().Be(LegalCategory.CdDol);
        discharge.Running(Terms.DischargedApplicationOpens).Should().BeNull();
        discharge.Running(Terms.DolApplicationOpens)!.LastDay.Should().Be(new DateOnly(2027, 5, 2));
        discharge.Running(Terms.ReferDol)!.LastDay.Should().Be(new DateOnly(2027, 11, 2));
        discharge.Running(Terms.DolLongstop).Should().NotBeNull();
    }

    [Fact]
    public void After_the_first_reference_the_next_falls_due_two_years_on()
    {
        var discharge = DeprivedOfLiberty().On(new(2027, 10, 1)).Take("refer-to-tribunal");

        discharge.Running(Terms.ReferDol).Should().BeNull();
        discharge.Running(Terms.ReferDolAgain)!.LastDay.Should().Be(new DateOnly(2029, 11, 2));
    }

    [Fact]
    public void The_end_of_deprivation_of_liberty_starts_the_other_windows_again()
    {
        var discharge = DeprivedOfLiberty().DaysLater(60).Through("ask-for-a-change-of-conditions", "recommend-on-conditions", "end-the-deprivation-of-liberty");

        discharge.Patient.Category.Should().Be(LegalCategory.Cd);
        discharge.Patient.ConditionsInForce.Should().NotContain(c => c.Heading == DischargeCondition.Liberty);
        discharge.Running(Terms.ReferDol).Should().BeNull();
        discharge.Running(Terms.DischargedApplicationOpens)!.From.Should().Be(discharge.Today);
    }

    [Fact]
    public void Liberty_can_be_taken_by_a_later_change_with_the_test_recorded()
    {
        var change = A.Discharge().AwaitingConditionsDecision();

        change.Refused("add-conditions-that-deprive-of-liberty").Select(r => r.Field).Should().Contain(Facts.LibertyTest.Key);
        change.Take("add-conditions-that-deprive-of-liberty", (Facts.LibertyTest, "Serious harm"), (Facts.ConditionLiberty, "Escorted"));

        change.Patient.Category.Should().Be(LegalCategory.CdDol);
        (change.Running(Terms.ReferDol) is null, change.Running(Terms.DischargedApplicationOpens) is null).Should().Be((false, true));
    }

    [Fact]
    public void A_change_of_conditions_begins_with_those_in_force()
    {
        var discharged = A.Discharge().AwaitingConditionsDecision().Patient;

        var begun = DischargeConditions.Headings.ToDictionary(h => h.Heading, h => DischargeConditions.InForce(discharged, h.Fact));

        begun.Where(h => h.Value is not null).Should().BeEquivalentTo(discharged.ConditionsInForce.Select(c => KeyValuePair.Create(c.Heading, (string?)c.Text)));
        DischargeConditions.InForce(discharged, Facts.DecisionReasons).Should().BeNull();
    }

    [Fact]
    public void A_condition_that_no_question_asks_about_stays_in_force_through_a_change()
    {
        var change = A.Discharge().AwaitingConditionsDecision();
        change.Patient.Apply(new ConditionsSet([new("Travel", "Not abroad"), .. change.Patient.ConditionsInForce.Select(c => new ConditionText(c.Heading, c.Text))], change.Today));

        change.DaysLater(1).Take("change-the-conditions");

        change.Patient.ConditionsInForce.Should().ContainSingle(c => c.Heading == "Travel");
    }

    [Fact]
    public void A_deferred_discharge_is_chased_until_it_happens_or_is_overtaken()
    {
        var deferred = A.Discharge().Assigned().Take("record-a-deferred-discharge");
        var first = deferred.Running(Terms.ChaseDeferredDischarge)!.LastDay;

        deferred.DaysLater(25).Take("chase-the-arrangements").Running(Terms.ChaseDeferredDischarge)!.From.Should().Be(first);

        deferred.Take("record-the-discharge").Patient.Category.Should().Be(LegalCategory.Cd);
        A.Discharge().Assigned().Through("record-a-deferred-discharge", "record-a-later-application-or-reference").State.Should().Be("Overtaken");
    }

    [Fact]
    public void An_administrator_asks_how_a_deferred_discharge_stands_and_chases_it_and_a_caseworker_records_what_became_of_it()
    {
        var deferred = A.Discharge().Assigned().Take("record-a-deferred-discharge");

        var asked = deferred.Do("ask-how-the-arrangements-stand", deferred.On(A.Administrator));
        deferred.TakeAs(A.Administrator, "chase-the-arrangements", (Facts.ArrangementsOutstanding, "Funding of the house"));

        asked.OfType<PaperRaised>().Single().Paper.Should().Be(Papers.ArrangementsAsked.Key);
        deferred.File.Facts.Text(Facts.ArrangementsOutstanding).Should().Be("Funding of the house");
        deferred.RefusedTo(A.Administrator, "record-the-discharge").Should().ContainSingle(r => r.Code == "not-entitled");
    }

    [Fact]
    public void Our_own_discharge_is_decided_by_the_head_of_team_after_probation_was_told()
    {
        var discharge = A.Discharge(p => p.VictimScheme = true).AwaitingDecision().Take("victims-answer");

        discharge.RefusedTo(A.DeputyHead, "agree-the-discharge").Should().ContainSingle(r => r.Code == "not-entitled");
        discharge.Refused("agree-the-discharge").Should().ContainSingle(r => r.Text.StartsWith("Tell the victim liaison officer first", StringComparison.Ordinal));
        discharge.Telling(Parties.VictimLiaisonBefore).Through("agree-the-discharge", "record-the-discharge", "begin-supervision").State.Should().Be("Supervised");
    }

    [Fact]
    public void Both_supervisors_are_appointed_when_supervision_begins_and_a_change_ends_the_one_before()
    {
        var discharge = A.Discharge().Supervised();

        discharge.Patient.SupervisorsInPost.Select(s => s.Post).Should().BeEquivalentTo(Supervisor.Clinical, Supervisor.Social);
        discharge.DaysLater(5).Take("change-a-supervisor", (Facts.SupervisorPost, Supervisor.Social), (Facts.SupervisorName, "T. Loosestrife"));

        discharge.Patient.SupervisorsInPost.Single(s => s.Post == Supervisor.Social).Name.Should().Be("T. Loosestrife");
    }

    [Fact]
    public void A_discharged_patient_is_taken_up_where_their_cycle_of_reports_stands()
    {
        var taken = A.Discharge(A.Supervised, LegalCategory.Cd).Assigned().Take("take-up-supervision-of-a-discharged-patient", (Facts.DischargedOn, "2026-03-02"));

        taken.Running(Terms.NextSupervisorsReport)!.LastDay.Should().Be(new DateOnly(2026, 12, 30));
    }

    [Fact]
    public void Considering_recall_opens_a_recall_and_a_voluntary_admission_is_agreed_by_a_deputy_head()
    {
        var discharge = A.Discharge().Supervised().Take("agree-a-voluntary-admission");

        discharge.Patient.Category.Should().Be(LegalCategory.Cd);
        discharge.Patient.Hospital.Should().NotBeNull();
        discharge.Take("consider-recall").State.Should().Be("VoluntaryAdmission", "the patient is in hospital until the recall is decided");
        ConditionalDischarge.Type.Moves.Where(m => m.Step.Code == "consider-recall").Should().OnlyContain(m => m.Opens == Recall.Type.Key);
    }

    [Theory, InlineData("discharge-absolutely", "AbsolutelyDischarged"), InlineData("lift-the-restrictions", "RestrictionLifted")]
    public void Restrictions_end_by_absolute_discharge_or_lifting(string step, string state)
    {
        var discharge = A.Discharge().Supervised().Through("ask-for-the-end-of-restrictions", "recommend-on-the-end-of-restrictions");

        discharge.RefusedTo(A.DeputyHead, step).Should().ContainSingle(r => r.Code == "not-entitled");
        discharge.Take(step).State.Should().Be(state);

        discharge.Patient.Category.Should().Be(LegalCategory.NotRestricted);
        discharge.Patient.ConditionsInForce.Should().BeEmpty();
        discharge.Patient.SupervisorsInPost.Should().BeEmpty();
    }

    [Fact]
    public void A_death_found_under_supervision_opens_the_case_of_the_death_and_supervision_goes_on_until_it_is_recorded()
    {
        var discharge = A.Discharge().Supervised().Take("report-a-death");

        (discharge.State, discharge.Patient.DiedOn).Should().Be(("Supervised", null));
        discharge.File.Type.Moves.Where(m => m.Step.Code == "report-a-death").Should().OnlyContain(m => m.Opens == "death" && m.From == m.To);
    }
}
