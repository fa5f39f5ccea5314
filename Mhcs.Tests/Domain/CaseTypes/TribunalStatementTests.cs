using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class TribunalStatementTests
{
    static readonly Person Second = A.Person(Grade.Caseworker, 21);

    [Fact]
    public void Our_statement_is_due_three_weeks_after_the_hospitals_papers_and_by_five()
    {
        var tribunal = A.Tribunal().Assigned().Through("ask-for-the-reports").On(new(2026, 12, 4));

        tribunal.Take("receive-the-hospitals-papers");

        tribunal.Running(Terms.TribunalStatement)!.LastDay.Should().Be(new DateOnly(2026, 12, 29));
        tribunal.Running(Terms.HospitalReports).Should().BeNull();
    }

    [Fact]
    public void Of_a_discharged_patient_the_supervisors_report_and_no_three_weeks_of_the_hospital_run()
    {
        var tribunal = A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, A.Supervised).Assigned().Through("ask-for-the-reports", "give-the-tribunal-the-supervisors-names");
        tribunal.Running(Terms.SupervisorsTribunalReports)!.LastDay.Should().Be(tribunal.Today.AddDays(21));

        tribunal.Refused("receive-the-hospitals-papers").Should().NotBeEmpty();
        tribunal.Take("receive-the-supervisors-reports").State.Should().Be("Drafting");

        tribunal.File.Deadlines.Should().NotContain(d => d.IsRunning && (d.Rule == Terms.TribunalStatement.Rule || d.Rule == Terms.SupervisorsTribunalReports.Rule));
    }

    [Fact]
    public void The_hospitals_three_weeks_run_from_its_receipt_of_the_application_and_not_from_our_asking()
    {
        var known = A.Tribunal().DaysLater(6).Take("ask-for-the-reports", (Facts.HospitalReceivedOn, "2026-11-04"));
        var unknown = A.Tribunal().DaysLater(6).Take("ask-for-the-reports", (Facts.HospitalReceivedOn, null));

        (known.Running(Terms.HospitalReports)!.LastDay, unknown.Running(Terms.HospitalReports)!.LastDay).Should().Be((new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 23)));
    }

    [Fact]
    public void What_is_owed_at_once_is_owed_from_the_receipt_and_not_from_the_logging_of_it()
    {
        var patient = A.Patient(LegalCategory.Cd);
        A.Supervised(patient);
        var on = new Occasion(Actor.Of(A.Administrator, A.Reference.Matrix), A.Monday, A.Reference.Book);

        var (file, _) = CaseFile.Open(new("F-0001"), Tribunal.Type, patient, new(2026, 10, 28), Support.Answers.To(Tribunal.Type.Opening.Asks, A.Monday, (Facts.TribunalRoute, Facts.DischargedApplies)), on);
        var (leave, _) = CaseFile.Open(new("L-0001"), Leave.Type, A.Patient(LegalCategory.S37_41), new(2026, 10, 28), Support.Answers.To(Leave.Type.Opening.Asks, A.Monday, (Facts.LeaveKind, Facts.MedicalLeave)), on);

        file.Deadlines.Single(d => d.Rule == Terms.NameSupervisors.Rule).LastDay.Should().Be(new DateOnly(2026, 10, 28));
        leave.Deadlines.Single(d => d.Rule == Terms.MedicalLeaveDecision.Rule).LastDay.Should().Be(new DateOnly(2026, 10, 28));
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
}
