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
