using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class BroughtForwardTests
{
    [Fact]
    public void A_file_on_which_we_have_to_act_and_nothing_is_due_asks_for_its_next_step_within_the_target()
    {
        var transfer = A.HospitalTransfer(Facts.Level);

        transfer.Running(Terms.NextStep)!.LastDay.Should().Be(A.Reference.Book.Days.EnglandAndWales.AddWorkingDays(transfer.Today, 5));
        transfer.File.NextRule.Should().Be(Terms.NextStep.Rule);
    }

    [Fact]
    public void A_step_answers_it_and_a_date_of_the_table_takes_its_place()
    {
        var transfer = A.HospitalTransfer(Facts.Level);

        transfer.Take("accept-as-complete");

        transfer.Running(Terms.NextStep).Should().BeNull();
        transfer.File.Deadlines.Single(d => d.Rule == Terms.NextStep.Rule).MetAt.Should().NotBeNull();
        transfer.File.NextRule.Should().Be(Terms.LevelTransferDecision.Rule);
    }

    [Fact]
    public void A_file_that_waits_for_others_comes_back_and_a_note_puts_it_off_again()
    {
        var transfer = A.HospitalTransfer(Facts.Level).Take("ask-for-missing-information");
        var first = transfer.Running(Terms.BringForward)!.LastDay;

        transfer.DaysLater(5).Noted("Rang the ward; they will write by Friday.");

        transfer.Running(Terms.BringForward)!.LastDay.Should().BeAfter(first);
    }

    [Fact]
    public void A_note_is_no_step()
    {
        var transfer = A.HospitalTransfer(Facts.Level);
        var due = transfer.Running(Terms.NextStep)!.LastDay;

        transfer.DaysLater(2).Noted("Read the file through.");

        transfer.Running(Terms.NextStep)!.LastDay.Should().Be(due);
    }

    [Fact]
    public void A_discharged_patient_is_due_again_when_the_supervisors_report_is()
    {
        var discharge = A.Discharge(category: LegalCategory.Cd, with: A.Supervised);

        discharge.Take("take-up-supervision-of-a-discharged-patient");

        discharge.File.NextRule.Should().Be(Terms.NextSupervisorsReport.Rule);
        discharge.File.NextDueOn.Should().Be(discharge.Running(Terms.NextSupervisorsReport)!.InternalDue);
    }
}
