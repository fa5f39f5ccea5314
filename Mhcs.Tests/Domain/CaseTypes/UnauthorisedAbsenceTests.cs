using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class UnauthorisedAbsenceTests
{
    [Fact]
    public void An_absence_stands_on_the_patients_record_and_suspends_all_leave_at_once()
    {
        var absence = A.Absence(with: p => { Agree(p, "L-0900"); Agree(p, "L-0901"); });

        absence.Patient.AbsentSince.Should().Be(absence.Today);
        absence.Patient.Leaves.Should().HaveCount(2).And.OnlyContain(l => l.SuspendedOn == absence.Today);
    }

    [Fact]
    public void Leave_that_has_ended_or_is_suspended_already_is_left_as_it_is()
    {
        var before = new DateOnly(2026, 10, 1);

        var absence = A.Absence(with: p => { Agree(p, "L-0900"); p.Apply(new LeaveEnded("L-0900", "Withdrawn", before)); Agree(p, "L-0901"); p.Apply(new LeaveSuspended("L-0901", before)); });

        absence.Events.OfType<PatientChanged>().Select(e => e.Change).OfType<LeaveSuspended>().Should().BeEmpty();
    }

    [Fact]
    public void Nobody_is_absent_twice_at_once()
    {
        var opening = () => A.Absence(with: p => p.Apply(new AbsenceBegan("A-0900", Facts.Escape, new(2026, 10, 30))));

        opening.Should().Throw<RuleBroken>().WithMessage("The patient is absent without leave*");
    }

    [Fact]
    public void Only_a_patient_in_hospital_under_restrictions_is_absent_without_leave() =>
        FluentActions.Invoking(() => A.Absence(category: LegalCategory.Cd)).Should().Throw<RuleBroken>().WithMessage("*The patient is detained in hospital under restrictions*");

    [Fact]
    public void Whoever_failed_to_return_was_on_leave()
    {
        FluentActions.Invoking(() => A.Absence(Facts.FailureToReturn, answers: (Facts.AbsenceLeave, Facts.NotOnLeave))).Should().Throw<RuleBroken>().WithMessage("*was on leave*");

        A.Absence(Facts.FailureToReturn, answers: (Facts.AbsenceLeave, Facts.UnescortedDay)).State.Should().Be("Reported");
    }

    [Theory]
    [InlineData(LegalCategory.S37_41, false)]
    [InlineData(LegalCategory.S47_49, true)]
    [InlineData(LegalCategory.S45A, true)]
    public void A_transferred_prisoner_at_large_is_unlawfully_at_large(LegalCategory category, bool unlawfully)
    {
        var absence = A.Absence(category: category);

        absence.Patient.IsUnlawfullyAtLarge.Should().Be(unlawfully);
        absence.Take("record-the-return").Patient.IsUnlawfullyAtLarge.Should().BeFalse();
    }

    [Fact]
    public void A_restricted_patient_is_taken_back_however_long_it_has_been()
    {
        var absence = AtLarge().DaysLater(600).TimePasses();

        absence.State.Should().Be("AtLarge");
        absence.Take("record-the-return").Patient.AbsentSince.Should().BeNull();
    }

    [Fact]
    public void The_hospital_tells_the_police_and_us_at_once_and_both_are_watched()
    {
        var toldByPolice = A.Absence(answers: (Facts.AbsenceToldBy, "The police"));
        var toldByHospital = A.Absence();

        toldByPolice.Running(Terms.WeAreToldOfAbsence)!.Watch.Should().BeTrue();
        toldByHospital.Running(Terms.WeAreToldOfAbsence).Should().BeNull();
        toldByPolice.Take("record-the-hospitals-own-report-of-it").Running(Terms.WeAreToldOfAbsence).Should().BeNull();
        toldByPolice.Take("record-that-the-police-are-told").Running(Terms.PoliceToldOfAbsence).Should().BeNull();
    }

    [Fact]
    public void The_absence_of_a_high_profile_patient_is_briefed_within_two_hours()
    {
        var absence = A.Absence(with: p => p.HighProfile = true);

        absence.Running(Terms.BriefOnIncident)!.OverdueAt.Should().Be(absence.Now.AddHours(2));
        absence.Take("brief-the-head-of-team").Issued.Should().Contain("absence-briefing");
        absence.Running(Terms.BriefOnIncident).Should().BeNull();
        A.Absence().Running(Terms.BriefOnIncident).Should().BeNull();
    }

    [Fact]
    public void The_hospitals_report_is_awaited_three_working_days_after_the_return_and_comes_before_the_review()
    {
        var absence = AtLarge().Take("record-the-return");

        absence.Running(Terms.IncidentReport)!.LastDay.Should().Be(new DateOnly(2026, 11, 5));
        absence.Issued.Should().Contain("absence-report-request");
        absence.Refused("put-the-review-to-the-deputy-head").Should().ContainSingle(r => r.Mend == Mend.Record(Facts.AbsenceReportOn));
        absence.Through("record-the-hospitals-report", "put-the-review-to-the-deputy-head").State.Should().Be("AwaitingReview");
    }

    [Fact]
    public void A_return_is_not_before_the_absence() =>
        A.Absence().Refused("record-the-return", (Facts.ReturnedAt, A.Text(A.Monday.AddHours(-1)))).Should().ContainSingle(r => r.Field == Facts.ReturnedAt.Key);

    [Fact]
    public void The_victim_is_warned_before_the_review_is_put_to_the_deputy_head()
    {
        var absence = A.Absence(with: p => p.VictimScheme = true).Assigned().Take("record-that-the-police-are-told", (Facts.VictimWarning, "Not done yet")).Through("record-the-return", "record-the-hospitals-report");

        absence.Told.Should().Contain(Parties.VictimLiaison.Key);
        absence.Refused("put-the-review-to-the-deputy-head").Should().ContainSingle(r => r.Mend == Mend.Record(Facts.VictimWarning));
        absence.Recording((Facts.VictimWarning, "Done by the victim liaison officer")).Take("put-the-review-to-the-deputy-head").State.Should().Be("AwaitingReview");
    }

    [Fact]
    public void The_review_is_not_closed_while_leave_is_still_suspended()
    {
        var absence = A.Absence(with: p => Agree(p, "L-0900")).Assigned().Through("record-that-the-police-are-told", "record-the-return", "record-the-hospitals-report", "put-the-review-to-the-deputy-head");

        absence.Refused("close-the-review").Should().ContainSingle(r => r.Mend == Mend.In("L-0900") && !r.Text.Contains("L-0900"));
        absence.Patient.Apply(new LeaveEnded("L-0900", "Withdrawn", absence.Today));

        absence.Take("close-the-review").State.Should().Be("Closed");
        absence.Issued.Should().Contain("absence-outcome");
    }

    [Fact]
    public void A_deputy_head_closes_the_review_and_nobody_closes_their_own()
    {
        var absence = AtLarge().Through("record-the-return", "record-the-hospitals-report").TakeAs(A.DeputyHead, "put-the-review-to-the-deputy-head");

        absence.RefusedTo(A.TeamManager, "close-the-review").Should().ContainSingle(r => r.Code == "not-entitled");
        absence.RefusedTo(A.DeputyHead, "close-the-review").Should().ContainSingle(r => r.Text.Contains("recommended this yourself"));
    }

    [Fact]
    public void The_absence_of_a_patient_still_at_large_is_ended_by_nobody_below_the_deputy_head_who_would_review_it()
    {
        AtLarge().RefusedTo(A.Caseworker, "end-case").Should().ContainSingle(r => r.Code == "not-entitled");
        AtLarge().RefusedTo(A.DeputyHead, "end-case").Should().BeEmpty();
        A.Absence(with: p => Agree(p, "L-0900")).Take("record-the-return").RefusedTo(A.DeputyHead, "end-case").Should().ContainSingle(r => r.Mend == Mend.In("L-0900"));
    }

    [Fact]
    public void A_patient_who_is_located_may_come_back_be_lost_again_or_stay_away()
    {
        var located = AtLarge().Take("record-where-the-patient-is");

        located.Through("record-that-the-patient-is-lost-again", "record-where-the-patient-is").State.Should().Be("Located");
        located.RefusedTo(A.TeamManager, "record-that-no-return-is-expected").Should().ContainSingle(r => r.Code == "not-entitled");
        located.Take("record-that-no-return-is-expected").Through("record-the-hospitals-report", "put-the-review-to-the-deputy-head", "close-the-review");

        located.Patient.AbsentSince.Should().BeNull();
        located.Patient.Absences.Should().ContainSingle(a => a.Ending == "Closed without a return");
    }

    [Fact]
    public void An_absence_taken_over_from_another_system_stands_on_the_patients_record()
    {
        var on = A.Absence().On(A.DeputyHead);
        var patient = A.Patient(LegalCategory.S37_41);

        CaseFile.TakeOver(new("A-0900"), UnauthorisedAbsence.Type, patient, new(UnauthorisedAbsence.Type.State("AtLarge"), new(2026, 11, 1), new(2026, 11, 2), Answers.To(UnauthorisedAbsence.Type.Opening.Asks, A.Monday), null), on);

        patient.Absences.Should().ContainSingle(a => a.Case == "A-0900" && a.To == null);
    }

    static PlayedCase AtLarge() => A.Absence().Assigned().Through("record-that-the-police-are-told", "record-the-patient-at-large");

    static void Agree(Patient patient, string reference) =>
        patient.Apply(new LeaveAgreed(reference, Facts.UnescortedDay, "Northmere", "Twice a week", "Nobody", new(2026, 9, 1), new(2027, 3, 1), new(2026, 8, 30)));
}
