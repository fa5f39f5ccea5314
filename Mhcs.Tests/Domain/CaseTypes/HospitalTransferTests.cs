using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class HospitalTransferTests
{
    [Theory]
    [InlineData(Facts.Level, "consent-to-the-level-transfer", "level-transfer")]
    [InlineData(Facts.StepUp, "consent-to-the-step-up", "step-up-transfer")]
    [InlineData(Facts.StepDown, "grant-trial-leave", "step-down-transfer")]
    public void Each_direction_is_offered_its_own_decision_at_its_own_level(string direction, string step, string authority)
    {
        var transfer = A.HospitalTransfer(direction).AwaitingDecision();

        var offered = transfer.Offers(A.HeadOfTeam).Where(o => o.Move.To.Code is "ConsentGranted" or "TrialLeaveGranted").ToList();

        offered.Should().ContainSingle(o => o.Step.Code == step && o.Move.By.Key == authority).And.HaveCount(1);
    }

    [Fact]
    public void A_step_down_is_never_granted_in_full_at_once() =>
        A.HospitalTransfer(Facts.StepDown).AwaitingDecision().Refused("consent-to-the-level-transfer").Should().ContainSingle(r => r.Text.Contains("The move is level"));

    [Fact]
    public void The_direction_has_to_fit_the_two_levels_of_security()
    {
        var opening = () => A.Case("hospital-transfer", LegalCategory.S37_41, null, (Facts.MoveDirection, Facts.StepUp), (Facts.ProposedSecurity, "Low"));

        opening.Should().Throw<RuleBroken>().WithMessage("The direction doesn’t fit*");
    }

    [Fact]
    public void Level_transfers_run_to_the_fast_track_target_and_the_others_to_theirs()
    {
        var level = A.HospitalTransfer().Assigned().Take("accept-as-complete");
        var down = A.HospitalTransfer(Facts.StepDown).Assigned().Take("accept-as-complete");

        level.Running(Terms.LevelTransferDecision).Should().NotBeNull();
        level.Running(Terms.SecurityTransferDecision).Should().BeNull();
        down.Running(Terms.LevelTransferDecision).Should().BeNull();
        down.Running(Terms.SecurityTransferDecision).Should().NotBeNull();
    }

    [Fact]
    public void Consent_that_is_not_used_lapses_by_itself()
    {
        var transfer = A.HospitalTransfer().AwaitingDecision().Take("consent-to-the-level-transfer");

        transfer.DaysLater(91).TimePasses().File.IsOpen.Should().BeTrue();
        transfer.DaysLater(1).TimePasses();

        transfer.State.Should().Be("Lapsed");
    }

    [Fact]
    public void The_patient_stays_with_the_sending_hospital_during_trial_leave()
    {
        var transfer = A.HospitalTransfer(Facts.StepDown).OnTrialLeave();

        transfer.Patient.Hospital.Should().Be("Northmere Hospital");
        transfer.Running(Terms.TrialLeaveEnds)!.LastDay.Should().Be(transfer.Today.AddMonths(6));
        transfer.Running(Terms.TrialLeaveReminder)!.LastDay.Should().Be(transfer.Today.AddMonths(6).AddDays(-28));
    }

    [Fact]
    public void Trial_leave_ends_in_full_transfer_an_extension_or_the_return()
    {
        PlayedCase Reviewed() => A.HospitalTransfer(Facts.StepDown).OnTrialLeave().DaysLater(150).Through("begin-the-review", "recommend-after-trial-leave");

        var moved = Reviewed().Through("transfer-in-full", "confirm-the-move");
        var extended = Reviewed().Take("extend-trial-leave");
        var returned = Reviewed().Take("return-the-patient-to-the-sending-hospital");

        moved.Patient.Hospital.Should().Be("Millwhistle Hospital");
        moved.Patient.Security.Should().Be("Low");
        extended.State.Should().Be("OnTrialLeave");
        extended.Running(Terms.TrialLeaveEnds)!.From.Should().Be(extended.File.Deadlines.First(d => d.Rule == Terms.TrialLeaveEnds.Rule).LastDay);
        (returned.State, returned.Patient.Hospital).Should().Be(("ReturnedToSender", "Northmere Hospital"));
    }

    [Fact]
    public void Trial_leave_stands_on_the_patients_record_of_leave_until_it_ends()
    {
        var transfer = A.HospitalTransfer(Facts.StepDown).OnTrialLeave();
        var until = transfer.Patient.Leaves.Should().ContainSingle().Subject.Until;

        transfer.Patient.Leaves[0].Should().BeEquivalentTo(new { Kind = Facts.TrialLeave, Where = "Millwhistle Hospital", From = transfer.Today });
        transfer.Patient.Leaves[0].IsInForceOn(transfer.Today).Should().BeTrue();
        transfer.DaysLater(150).Through("begin-the-review", "recommend-after-trial-leave").Take("extend-trial-leave", (Facts.TrialLeaveTo, A.Text(until.AddMonths(6))));
        transfer.Patient.Leaves[0].Until.Should().Be(until.AddMonths(6));
        transfer.DaysLater(20).Through("begin-the-review", "recommend-after-trial-leave").Take("transfer-in-full");
        transfer.Patient.Leaves[0].Should().BeEquivalentTo(new { To = transfer.Today, Ending = "Transferred in full", IsClosed = true });
    }

    [Fact]
    public void Leave_during_trial_leave_waits_for_a_report_on_the_trial_leave()
    {
        var transfer = A.HospitalTransfer(Facts.StepDown).OnTrialLeave();
        var leave = A.Leave(with: p => p.Apply(new LeaveAgreed("H-0900", Facts.TrialLeave, "Millwhistle Hospital", "Throughout", "Staff", new(2026, 10, 1), new(2027, 3, 31), new(2026, 10, 1)))).Assigned();

        leave.Refused("accept-as-complete").Should().ContainSingle(r => r.Mend == Mend.In("H-0900"));
        transfer.DaysLater(3).Take("interim-report").Patient.Leaves[0].IsReported(transfer.Today).Should().BeTrue();
    }

    [Fact]
    public void An_absence_suspends_trial_leave_and_it_goes_on_by_a_decision_of_the_deputy_head()
    {
        var transfer = A.HospitalTransfer(Facts.StepDown).OnTrialLeave();
        var absence = PlayedCase.Open(UnauthorisedAbsence.Type, transfer.Patient, null, (Facts.AbsenceKind, Facts.Abscond));

        transfer.Patient.Leaves[0].SuspendedOn.Should().NotBeNull();
        absence.Assigned().Through("record-that-the-police-are-told", "record-the-return");
        transfer.RefusedTo(A.TeamManager, "let-the-trial-leave-go-on").Should().ContainSingle(r => r.Code == "not-entitled");
        transfer.Take("let-the-trial-leave-go-on").Patient.Leaves[0].IsInForceOn(transfer.Today).Should().BeTrue();
    }

    [Fact]
    public void Only_a_patient_in_hospital_under_restrictions_is_transferred()
    {
        var opening = () => A.Case("hospital-transfer", LegalCategory.Cd);

        opening.Should().Throw<RuleBroken>().WithMessage("*The patient is detained in hospital under restrictions*");
    }
}
