using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class LeaveTests
{
    [Theory]
    [InlineData(Facts.EscortedDay, "agree-the-escorted-day-leave", "escorted-leave")]
    [InlineData(Facts.UnescortedDay, "agree-the-unescorted-day-leave", "unescorted-leave")]
    [InlineData(Facts.EscortedOvernight, "agree-the-overnight-leave", "overnight-leave")]
    [InlineData(Facts.UnescortedOvernight, "agree-the-overnight-leave", "overnight-leave")]
    [InlineData(Facts.LongTermEscorted, "agree-the-long-term-leave", "long-term-leave")]
    [InlineData(Facts.MedicalLeave, "agree-the-urgent-leave", "urgent-leave")]
    [InlineData(Facts.CompassionateLeave, "agree-the-urgent-leave", "urgent-leave")]
    [InlineData(Facts.CourtAttendance, "direct-the-attendance-at-court", "court-attendance")]
    public void Each_kind_of_leave_is_offered_its_own_decision_at_its_own_level(string kind, string step, string authority)
    {
        var leave = A.Leave(kind).AwaitingDecision();

        var offered = leave.Offers(A.HeadOfTeam).Where(o => o.Move.To.Code == "InForce" && o.Move.Asks.Contains(Facts.DecisionReasons) && !o.Move.Asks.Contains(Facts.LeaveNotAgreed)).ToList();

        offered.Should().ContainSingle(o => o.Step.Code == step && o.Move.By.Key == authority).And.HaveCount(1);
    }

    [Theory]
    [InlineData(Facts.UnescortedDay, "agree-the-unescorted-day-leave")]
    [InlineData(Facts.EscortedOvernight, "agree-the-overnight-leave")]
    [InlineData(Facts.UnescortedOvernight, "agree-the-overnight-leave")]
    public void Unescorted_and_overnight_leave_is_agreed_by_a_deputy_head_and_nobody_below(string kind, string step)
    {
        var leave = A.Leave(kind).AwaitingDecision();

        var refused = leave.RefusedTo(A.TeamManager, step);
        leave.TakeAs(A.DeputyHead, step);

        refused.Should().ContainSingle(r => r.Code == "not-entitled");
        leave.State.Should().Be("InForce");
    }

    [Fact]
    public void A_new_leave_waits_for_the_report_of_the_last_one()
    {
        var leave = A.Leave(with: p => Before(p, until: new(2026, 9, 30))).Assigned();

        var refused = leave.Refused("accept-as-complete");
        leave.Patient.Apply(new LeaveReported("L-0900", "Reported", Closes: true, leave.Today));

        refused.Should().ContainSingle().Which.Should().BeEquivalentTo(new
        {
            Text = "The earlier leave (unescorted day, 2 March 2026 to 30 September 2026) is not reported yet: record the clinician’s report on it first", Mend = new Mend(MendKind.OtherCase, "L-0900"),
        });
        leave.Take("accept-as-complete").State.Should().Be("Assessment");
    }

    [Fact]
    public void Why_a_new_leave_waits_stands_beside_the_step_before_it_is_tried()
    {
        var leave = A.Leave(with: p => Before(p, until: new(2026, 9, 30)));

        var condition = leave.Offers(A.Administrator).Single(o => o.Step.Code == "accept-as-complete").Conditions.Single();

        condition.Should().BeEquivalentTo(new { Met = false, Mend = new Mend(MendKind.OtherCase, "L-0900") });
        condition.Text.Should().StartWith("The earlier leave (unescorted day");
    }

    [Fact]
    public void Leave_that_goes_on_needs_a_report_of_the_last_four_weeks()
    {
        PlayedCase Reported(int daysAgo) => A.Leave(with: p =>
        {
            Before(p, until: null);
            p.Apply(new LeaveReported("L-0900", "Interim report", Closes: false, new DateOnly(2026, 11, 2).AddDays(-daysAgo)));
        });

        var fresh = Reported(28).Refused("accept-as-complete");
        var stale = Reported(29).Refused("accept-as-complete");

        fresh.Should().BeEmpty();
        stale.Should().ContainSingle();
    }

    [Fact]
    public void Leave_that_has_not_begun_bars_no_other() =>
        A.Leave(with: p => p.Apply(new LeaveAgreed("L-0900", Facts.EscortedDay, "Millwhistle", "Once a week", "Two nurses", new(2026, 11, 3), new(2027, 3, 1), new(2026, 10, 30)))).Refused("accept-as-complete").Should().BeEmpty();

    [Fact]
    public void Agreed_leave_stands_on_the_patients_record_with_its_terms()
    {
        var leave = A.Leave(Facts.UnescortedDay, null, (Facts.LeaveWhere, "Millwhistle, 4 miles"), (Facts.LeaveWithWhom, "Nobody")).AwaitingDecision().Take("agree-the-unescorted-day-leave");

        leave.Patient.Leaves.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Case = "L-0001", Kind = Facts.UnescortedDay, Where = "Millwhistle, 4 miles", WithWhom = "Nobody", Until = new DateOnly(2027, 5, 2) });
        leave.Patient.Leaves[0].IsInForceOn(leave.Today).Should().BeTrue();
        leave.Issued.Should().Contain("leave-consent");
    }

    [Fact]
    public void What_is_agreed_in_part_is_in_force_on_our_terms()
    {
        var leave = A.Leave(Facts.EscortedOvernight, null, (Facts.LeaveHowOften, "Four nights a week")).AwaitingDecision().Take("agree-a-part-of-the-overnight-leave", (Facts.LeaveHowOften, "One night a week"));

        leave.Patient.Leaves[0].HowOften.Should().Be("One night a week");
        leave.Issued.Should().Contain("leave-consent-in-part");
    }

    [Fact]
    public void Exclusion_zones_are_worded_where_the_victim_check_asks_for_them()
    {
        var leave = A.Leave(with: p => p.VictimScheme = true).Assigned().Take("accept-as-complete").Take("recommend", (Facts.VictimCheck, Facts.VictimCheck.Options[1]), (Facts.LeaveExclusions, null)).DaysLater(1);

        leave.Refused("agree-the-escorted-day-leave").Should().ContainSingle(r => r.Mend == Mend.Record(Facts.LeaveExclusions));
        leave.Recording((Facts.LeaveExclusions, "The area on the map")).Take("agree-the-escorted-day-leave").State.Should().Be("InForce");
    }

    [Fact]
    public void The_victim_check_is_answered_before_leave_is_agreed() =>
        A.Leave(with: p => p.VictimScheme = true).Assigned().Take("accept-as-complete").Take("recommend", (Facts.VictimCheck, null)).DaysLater(1)
            .Refused("agree-the-escorted-day-leave").Should().ContainSingle(r => r.Mend == Mend.Record(Facts.VictimCheck));

    [Fact]
    public void Victims_are_not_told_of_leave() =>
        Leave.Type.Moves.SelectMany(m => m.Tells).Should().NotContain([Parties.VictimLiaison, Parties.VictimLiaisonBefore]);

    [Fact]
    public void Medical_leave_is_decided_on_the_day_and_compassionate_leave_on_the_next()
    {
        var medical = A.Leave(Facts.MedicalLeave);
        var compassionate = A.Leave(Facts.CompassionateLeave);

        medical.Running(Terms.MedicalLeaveDecision)!.LastDay.Should().Be(medical.Today);
        compassionate.Running(Terms.CompassionateLeaveDecision)!.LastDay.Should().Be(medical.Today.AddDays(1));
        medical.Assigned().Take("accept-as-complete").File.Deadlines.Should().NotContain(d => d.Rule == Terms.EscortedLeaveDecision.Rule);
    }

    [Theory]
    [InlineData(Facts.EscortedDay, "LV-01")]
    [InlineData(Facts.UnescortedDay, "LV-02")]
    [InlineData(Facts.UnescortedOvernight, "LV-03")]
    [InlineData(Facts.LongTermEscorted, "LV-03")]
    public void The_target_of_a_decision_runs_from_the_complete_application(string kind, string rule)
    {
        var leave = A.Leave(kind).Assigned();

        leave.File.Deadlines.Should().NotContain(d => d.Rule == rule);
        leave.Take("accept-as-complete").File.Deadlines.Where(d => d.IsRunning).Select(d => d.Rule).Should().Equal(rule);
    }

    [Fact]
    public void Attendance_at_court_is_directed_and_no_consent_is_given()
    {
        var court = A.Leave(Facts.CourtAttendance).AwaitingDecision().Take("direct-the-attendance-at-court");

        court.Issued.Should().Contain("court-direction").And.NotContain("leave-consent");
        court.Patient.Leaves[0].Kind.Should().Be(Facts.CourtAttendance);
    }

    [Fact]
    public void Leave_whose_days_have_passed_is_not_agreed() =>
        A.Leave(answers: (Facts.LeaveUntil, "2026-11-02")).AwaitingDecision().Refused("agree-the-escorted-day-leave").Should().ContainSingle(r => r.Mend == Mend.Record(Facts.LeaveUntil));

    [Fact]
    public void Leave_that_was_accepted_with_another_is_agreed_only_once_that_one_is_reported()
    {
        var leave = A.Leave().AwaitingDecision();
        Before(leave.Patient, until: null);

        leave.Refused("agree-the-escorted-day-leave").Should().ContainSingle(r => r.Mend == Mend.In("L-0900"));
        leave.Patient.Apply(new LeaveReported("L-0900", "Interim report", Closes: false, leave.Today));
        leave.Refused("agree-the-escorted-day-leave").Should().BeEmpty();
    }

    [Fact]
    public void A_report_that_is_older_than_the_leave_says_nothing_about_it()
    {
        var leave = A.Leave().AwaitingDecision().Take("agree-the-escorted-day-leave").DaysLater(2);
        var from = leave.Patient.Leaves[0].From;

        leave.Refused("interim-report", (Facts.LeaveReportOn, A.Text(from.AddDays(-1)))).Should().ContainSingle(r => r.Field == Facts.LeaveReportOn.Key);
        leave.Patient.Apply(new LeaveReported("L-0001", "Interim report", Closes: false, from.AddDays(-1)));
        leave.Patient.Leaves[0].IsReported(leave.Today).Should().BeFalse();
        leave.Take("interim-report").Patient.Leaves[0].IsReported(leave.Today).Should().BeTrue();
    }

    [Fact]
    public void Leave_ends_no_earlier_than_it_begins()
    {
        var opening = () => A.Leave(answers: (Facts.LeaveFrom, "2027-06-01"));

        opening.Should().Throw<RuleBroken>().WithMessage("The last day of the leave can’t be before its first*");
    }

    [Fact]
    public void Only_a_patient_in_hospital_under_restrictions_has_leave()
    {
        var opening = () => A.Case("leave", LegalCategory.Cd);

        opening.Should().Throw<RuleBroken>().WithMessage("*The patient is detained in hospital under restrictions*");
    }

    [Fact]
    public void Leave_taken_over_from_another_system_stands_on_the_patients_record()
    {
        var on = A.Leave().On(A.DeputyHead);
        var facts = Answers.To(Leave.Type.Opening.Asks, A.Monday);
        var patient = A.Patient(LegalCategory.S37_41);

        CaseFile.TakeOver(new("L-0900"), Leave.Type, patient, new(Leave.Type.State("InForce"), new(2026, 9, 1), new(2026, 10, 1), facts, null), on);

        patient.Leaves.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Case = "L-0900", Kind = Facts.EscortedDay, Until = new DateOnly(2027, 5, 2) });
    }

    /// <summary>Leave agreed in another case, in force or ended on a day, and never reported.</summary>
    static void Before(Patient patient, DateOnly? until)
    {
        patient.Apply(new LeaveAgreed("L-0900", Facts.UnescortedDay, "Northmere", "Twice a week", "Nobody", new(2026, 3, 2), new(2026, 12, 31), new(2026, 3, 1)));
        if (until is { } day) patient.Apply(new LeaveEnded("L-0900", "Its last day passed", day));
    }
}
