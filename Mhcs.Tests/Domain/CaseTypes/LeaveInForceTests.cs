using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class LeaveInForceTests
{
    [Fact]
    public void Leave_ends_by_itself_with_its_last_day_and_its_report_is_due_in_four_weeks()
    {
        var leave = InForce().On(new(2027, 5, 2));

        leave.TimePasses().State.Should().Be("InForce");
        leave.DaysLater(1).TimePasses();

        leave.State.Should().Be("ReportAwaited");
        leave.Running(Terms.LeaveReport)!.LastDay.Should().Be(new DateOnly(2027, 5, 30));
        leave.Patient.Leaves[0].Should().BeEquivalentTo(new { To = new DateOnly(2027, 5, 2), Ending = "Its last day passed", IsClosed = false });
    }

    [Fact]
    public void The_last_report_is_not_older_than_the_end_of_the_leave()
    {
        var leave = InForce().On(new(2027, 5, 3)).TimePasses();

        leave.Refused("record-the-report-on-the-leave", (Facts.LeaveReportOn, "2027-05-01")).Should().ContainSingle(r => r.Field == Facts.LeaveReportOn.Key);
        leave.Take("record-the-report-on-the-leave", (Facts.LeaveReportOn, "2027-05-03"));

        leave.State.Should().Be("Completed");
        leave.Patient.Leaves[0].IsReported(leave.Today).Should().BeTrue();
    }

    [Fact]
    public void Leave_that_was_never_taken_needs_no_report()
    {
        var leave = InForce().On(new(2027, 5, 3)).TimePasses().Take("record-that-no-leave-was-taken");

        leave.State.Should().Be("Completed");
        leave.Patient.Leaves[0].Should().BeEquivalentTo(new { IsClosed = true, Report = "No leave was taken" });
    }

    [Fact]
    public void An_interim_report_leaves_the_leave_in_force()
    {
        var leave = InForce().DaysLater(40).Take("interim-report");

        leave.State.Should().Be("InForce");
        leave.Patient.Leaves[0].IsReported(leave.Today).Should().BeTrue();
    }

    [Fact]
    public void A_suspension_is_recorded_at_once_by_anybody_who_does_casework_and_reviewed_in_ten_working_days()
    {
        var leave = InForce().DaysLater(6).TakeAs(A.Administrator, "record-the-clinicians-suspension");

        leave.State.Should().Be("Suspended");
        leave.Running(Terms.ReviewSuspendedLeave)!.LastDay.Should().Be(new DateOnly(2026, 11, 23));
        leave.Patient.Leaves[0].IsInForceOn(leave.Today).Should().BeFalse();
        leave.Issued.Should().Contain("leave-suspended");
    }

    [Fact]
    public void The_day_of_review_that_our_letter_gives_is_a_date_until_the_leave_is_reviewed()
    {
        var leave = InForce().Take("record-the-clinicians-suspension", (Facts.ReviewOn, "2026-11-10"));

        leave.Running(Terms.ReviewOfLeavePromised)!.LastDay.Should().Be(new DateOnly(2026, 11, 10));
        leave.Take("keep-the-leave-suspended", (Facts.ReviewOn, "2026-12-01")).Running(Terms.ReviewOfLeavePromised)!.LastDay.Should().Be(new DateOnly(2026, 12, 1));
        leave.File.Deadlines.Count(d => d.IsRunning && d.Rule == Terms.ReviewOfLeavePromised.Rule).Should().Be(1);
        leave.Take("let-the-overnight-leave-go-on").Running(Terms.ReviewOfLeavePromised).Should().BeNull();
    }

    [Fact]
    public void The_record_says_the_clinicians_day_of_a_suspension_and_of_a_report_and_not_ours()
    {
        var leave = InForce().DaysLater(6).Take("record-the-clinicians-suspension", (Facts.LeaveSuspendedOn, "2026-11-05"));

        leave.Patient.Leaves[0].SuspendedOn.Should().Be(new DateOnly(2026, 11, 5));
        leave.Patient.Apply(new LeaveAgreed("L-0900", Facts.UnescortedDay, "Northmere", "Twice a week", "Nobody", new(2026, 3, 2), new(2026, 12, 31), new(2026, 3, 1)));
        leave.Take("record-that-a-later-agreement-takes-its-place", (Facts.LeaveReportOn, "2026-11-06")).Patient.Leaves[0].ReportedOn.Should().Be(new DateOnly(2026, 11, 6));
    }

    [Fact]
    public void Suspended_leave_goes_on_only_by_a_decision_at_the_level_that_agreed_it()
    {
        var leave = InForce().Take("record-the-clinicians-suspension").DaysLater(3);

        leave.RefusedTo(A.TeamManager, "let-the-overnight-leave-go-on").Should().ContainSingle(r => r.Code == "not-entitled");
        leave.TakeAs(A.DeputyHead, "let-the-overnight-leave-go-on");

        leave.State.Should().Be("InForce");
        leave.Patient.Leaves[0].IsInForceOn(leave.Today).Should().BeTrue();
        leave.Running(Terms.ReviewSuspendedLeave).Should().BeNull();
    }

    [Fact]
    public void An_incident_suspends_the_leave_and_the_hospitals_report_of_it_is_watched()
    {
        var leave = InForce().DaysLater(2).TakeAs(A.Administrator, "record-an-incident-on-leave");

        leave.State.Should().Be("Suspended");
        leave.Running(Terms.LeaveIncidentReported)!.Watch.Should().BeTrue();
        leave.Take("record-the-hospitals-report-of-the-incident").Running(Terms.LeaveIncidentReported).Should().BeNull();
    }

    [Fact]
    public void Suspended_leave_too_ends_with_its_last_day() =>
        InForce().Take("record-the-clinicians-suspension").On(new(2027, 5, 3)).TimePasses().State.Should().Be("ReportAwaited");

    [Fact]
    public void Withdrawn_leave_has_ended_and_is_still_reported()
    {
        var leave = InForce().DaysLater(5).Take("withdraw-the-leave");

        leave.State.Should().Be("ReportAwaited");
        leave.Patient.Leaves[0].Should().BeEquivalentTo(new { To = leave.Today, Ending = "Withdrawn", IsClosed = false });
        leave.Issued.Should().Contain("leave-withdrawn");
    }

    [Fact]
    public void A_later_agreement_takes_its_place_only_where_there_is_one()
    {
        var leave = InForce();

        leave.Refused("record-that-a-later-agreement-takes-its-place").Should().ContainSingle(r => r.Text.StartsWith("No later leave stands"));
        leave.Patient.Apply(new LeaveAgreed("L-0900", Facts.UnescortedDay, "Northmere", "Twice a week", "Nobody", new(2026, 3, 2), new(2026, 12, 31), new(2026, 3, 1)));
        leave.Take("record-that-a-later-agreement-takes-its-place");

        leave.State.Should().Be("Superseded");
        leave.Patient.Leaves[0].IsReported(leave.Today).Should().BeTrue();
    }

    [Fact]
    public void A_case_that_ends_while_leave_is_in_force_bars_no_later_leave()
    {
        var leave = InForce().Take("end-case");

        leave.Patient.Leaves[0].Should().BeEquivalentTo(new { IsClosed = true, To = leave.Today });
        leave.Patient.Leaves[0].IsReported(leave.Today).Should().BeTrue();
    }

    [Fact]
    public void A_corrected_day_of_leave_moves_the_terms_on_the_patients_record_with_its_date()
    {
        var leave = InForce();

        leave.RecordingAs(A.DeputyHead, (Facts.LeaveUntil, "2027-01-15"));

        leave.Running(Terms.LeaveEnds)!.LastDay.Should().Be(new DateOnly(2027, 1, 15));
        leave.Patient.Leaves[0].Until.Should().Be(new DateOnly(2027, 1, 15));
        leave.Events.OfType<PatientChanged>().Select(e => e.Change).OfType<LeaveCorrected>().Should().ContainSingle();
    }

    [Fact]
    public void What_is_recorded_before_leave_is_agreed_or_is_no_term_of_it_changes_nothing_on_the_patients_record()
    {
        var asked = A.Leave().Assigned().Recording((Facts.LeaveUntil, "2027-01-15"));
        var agreed = InForce().Recording((Facts.LeavePurpose, "To see the family"));

        asked.Patient.Leaves.Should().BeEmpty();
        agreed.Events.OfType<PatientChanged>().Select(e => e.Change).OfType<LeaveCorrected>().Should().BeEmpty();
    }

    [Fact]
    public void Leave_that_an_absence_suspended_goes_on_by_a_decision_in_its_own_case_once_the_patient_is_back()
    {
        var leave = InForce().DaysLater(3);
        leave.Offers(A.DeputyHead).Should().NotContain(o => o.Step.Code == "let-the-overnight-leave-go-on");
        leave.Patient.Apply(new AbsenceBegan("A-0001", Facts.Abscond, leave.Today));
        leave.Patient.Apply(new LeaveSuspended("L-0001", leave.Today));

        leave.Refused("let-the-overnight-leave-go-on").Should().ContainSingle(r => r.Mend == Mend.In("A-0001"));
        leave.Patient.Apply(new AbsenceEnded("A-0001", "Came back", leave.Today));
        leave.RefusedTo(A.TeamManager, "let-the-overnight-leave-go-on").Should().ContainSingle(r => r.Code == "not-entitled");
        leave.TakeAs(A.DeputyHead, "let-the-overnight-leave-go-on");

        leave.Patient.Leaves[0].IsInForceOn(leave.Today).Should().BeTrue();
        leave.Issued.Should().Contain("leave-resumed");
    }

    [Fact]
    public void No_leave_is_agreed_while_the_patient_is_absent()
    {
        var leave = A.Leave().AwaitingDecision();
        leave.Patient.Apply(new AbsenceBegan("A-0001", Facts.Abscond, leave.Today));

        leave.Refused("agree-the-escorted-day-leave").Should().ContainSingle(r => r.Mend == Mend.In("A-0001"));
    }

    /// <summary>Overnight leave until 2 May 2027, agreed on 3 November 2026.</summary>
    static PlayedCase InForce() => A.Leave(Facts.UnescortedOvernight).AwaitingDecision().Take("agree-the-overnight-leave");
}
