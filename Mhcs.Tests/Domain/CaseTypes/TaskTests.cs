using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

/// <summary>Tasks and brought-forwards set by hand.</summary>
public sealed class TaskTests
{
    static readonly DateOnly Friday = new(2026, 11, 6), NextFriday = new(2026, 11, 13);

    [Fact]
    public void A_task_has_its_day_and_is_the_cases_next_date_when_it_is_the_earliest()
    {
        var transfer = Waiting();

        var set = transfer.File.SetTask("Ring the ward", Friday, A.DeputyHead, null, transfer.On(A.Caseworker));

        set.Should().ContainSingle().Which.Should().BeOfType<DeadlineStarted>().Which.For.Should().Be(A.DeputyHead.Id);
        (transfer.File.NextName, transfer.File.NextDueOn).Should().Be(("Ring the ward", Friday));
        transfer.File.Weight.Should().Be(1, "a task puts nothing away");
    }

    [Fact]
    public void A_task_needs_words_and_a_day_ahead_and_somebody_who_works_on_the_case()
    {
        var transfer = Waiting();
        var stranger = A.Person(Grade.Caseworker, 55);
        stranger.Team = "B";

        var refused = Refused(() => transfer.File.SetTask(" ", transfer.Today.AddDays(-1), stranger, null, transfer.On(A.Caseworker)));

        refused.Select(r => r.Field).Should().Equal("what", "dueOn", "for");
        transfer.File.Tasks.Should().BeEmpty();
    }

    [Fact]
    public void A_case_put_away_weighs_nothing_and_takes_the_place_of_what_the_rule_would_bring()
    {
        var transfer = Waiting();
        transfer.Running(Terms.BringForward).Should().NotBeNull();

        Away(transfer, NextFriday);

        transfer.Running(Terms.BringForward).Should().BeNull();
        transfer.File.Weight.Should().Be(0);
        transfer.File.ParkedUntil.Should().Be(NextFriday);
        transfer.File.NextDueOn.Should().Be(NextFriday);
    }

    [Fact]
    public void A_case_put_away_comes_back_on_its_day_by_itself_and_weighs_again()
    {
        var transfer = Away(Waiting(), NextFriday);

        transfer.On(NextFriday, 0).TimePasses();

        transfer.Events.OfType<BroughtBack>().Should().ContainSingle().Which.By.Should().Be(PersonId.Clock);
        transfer.File.ParkedUntil.Should().BeNull();
        transfer.File.Weight.Should().Be(1);
        transfer.File.Tasks.Should().ContainSingle("somebody has to turn to it");
    }

    [Fact]
    public void A_case_put_away_comes_back_early_when_what_it_waits_for_happens_and_for_nothing_else()
    {
        var transfer = Away(Waiting(), NextFriday, "document");

        transfer.Noted("Rang again.");
        transfer.File.ParkedUntil.Should().Be(NextFriday);
        transfer.File.AddDocument("d1", "Report.pdf", 10, transfer.On(A.Administrator));

        transfer.File.ParkedUntil.Should().BeNull();
        transfer.File.Tasks.Single().CameBackAt.Should().Be(transfer.Now);
    }

    [Fact]
    public void A_case_is_not_put_away_past_something_that_is_due()
    {
        var transfer = A.HospitalTransfer(Facts.Level).Assigned().Take("accept-as-complete");
        var due = transfer.Running(Terms.LevelTransferDecision)!.InternalDue;

        Refused(() => Away(transfer, due.AddDays(1))).Should().ContainSingle().Which.Text.Should().Contain(Terms.LevelTransferDecision.Name);

        Away(transfer, due.AddDays(-3)).File.Weight.Should().Be(0);
    }

    [Fact]
    public void A_case_is_put_away_once_at_a_time()
    {
        var transfer = Away(Waiting(), NextFriday);

        Refused(() => Away(transfer, Friday)).Should().ContainSingle().Which.Text.Should().Contain("already");
    }

    [Fact]
    public void Changing_the_day_needs_a_reason_and_puts_a_returned_case_away_again()
    {
        var transfer = Away(Waiting(), Friday).On(Friday).TimePasses();
        var number = transfer.File.Tasks.Single().Number;

        Refused(() => transfer.File.PutOff(number, NextFriday, " ", transfer.On(A.Caseworker))).Should().ContainSingle().Which.Field.Should().Be("reason");
        var moved = transfer.File.PutOff(number, NextFriday, "The report is promised for Thursday", transfer.On(A.Caseworker));

        moved.Should().ContainSingle().Which.Should().BeOfType<DeadlineMoved>().Which.Why.Should().Contain("Thursday");
        transfer.File.ParkedUntil.Should().Be(NextFriday);
    }

    [Fact]
    public void One_that_recurs_is_set_again_in_its_own_rhythm()
    {
        var transfer = Waiting();
        transfer.File.SetTask("Ring the ward", Friday, null, Recurrence.Weekly, transfer.On(A.Caseworker));

        transfer.DaysLater(7).File.Finish(transfer.File.Tasks.Single().Number, "Nothing new", transfer.On(A.Caseworker));

        var next = transfer.File.Tasks.Should().ContainSingle().Subject;
        (next.Name, next.LastDay, next.Every).Should().Be(("Ring the ward", NextFriday, Recurrence.Weekly));
    }

    [Fact]
    public void A_case_taken_up_again_is_brought_forward_by_the_rule_once_more()
    {
        var transfer = Away(Waiting(), NextFriday);

        transfer.File.Finish(transfer.File.Tasks.Single().Number, null, transfer.On(A.Caseworker));

        transfer.Running(Terms.BringForward).Should().NotBeNull();
        transfer.File.ParkedUntil.Should().BeNull();
    }

    [Fact]
    public void Dropping_one_needs_a_reason_and_leaves_it_on_the_record()
    {
        var transfer = Waiting();
        transfer.File.SetTask("Ring the ward", Friday, null, null, transfer.On(A.Caseworker));
        var number = transfer.File.Tasks.Single().Number;

        Refused(() => transfer.File.Drop(number, "", transfer.On(A.Caseworker))).Should().ContainSingle().Which.Field.Should().Be("reason");
        transfer.File.Drop(number, "They wrote", transfer.On(A.Caseworker));

        transfer.File.Deadlines.Single(d => d.Number == number).EndedAt.Should().Be(transfer.Now);
    }

    [Fact]
    public void Nothing_closes_with_an_open_task_and_the_refusal_names_it_and_leads_there()
    {
        var remission = A.Remission().Assigned();
        remission.File.SetTask("Tell the prison", Friday, null, null, remission.On(A.Caseworker));

        var refused = remission.Refused("end-case", (Facts.EndingReason, "The request was withdrawn"));

        refused.Should().ContainSingle().Which.Text.Should().Contain("Tell the prison");
        refused[0].Mend.Should().Be(Mend.Tasks);
        remission.File.Finish(remission.File.Tasks.Single().Number, null, remission.On(A.Caseworker));
        remission.Refused("end-case", (Facts.EndingReason, "The request was withdrawn")).Should().BeEmpty();
    }

    [Fact]
    public void A_closing_step_says_beforehand_that_a_task_is_open()
    {
        var remission = A.Remission().Assigned().AwaitingDecision();
        remission.File.SetTask("Tell the prison", remission.Today.AddDays(3), null, null, remission.On(A.Caseworker));

        var refuse = remission.Offers(A.HeadOfSection).Single(o => o.Step.Code == "refuse-the-remission");

        refuse.IsOpen.Should().BeFalse();
        refuse.Reasons.Should().ContainSingle().Which.Should().Contain("Tell the prison");
    }

    [Fact]
    public void A_death_ends_what_is_still_to_be_done()
    {
        var remission = A.Remission().Assigned();
        remission.File.SetTask("Tell the prison", Friday, null, null, remission.On(A.Caseworker));

        remission.Refused("end-case", (Facts.EndingReason, Facts.PatientDied)).Should().BeEmpty();

        remission.File.Tasks.Should().BeEmpty();
    }

    [Fact]
    public void A_task_is_moved_not_paused()
    {
        var transfer = Waiting();
        transfer.File.SetTask("Ring the ward", Friday, null, null, transfer.On(A.Caseworker));

        Refused(() => transfer.File.PauseClock(transfer.File.Tasks.Single().Number, "Waiting", transfer.On(A.Caseworker))).Should().ContainSingle().Which.Text.Should().Contain("change its day");
    }

    [Fact]
    public void What_was_put_away_and_came_back_reads_the_same_from_its_events()
    {
        var transfer = Away(Waiting(), NextFriday, "note").Noted("They wrote.");

        var again = CaseFile.From(transfer.File.Reference, transfer.AsOpened, transfer.Events);

        Told.By(again).Should().BeEquivalentTo(Told.By(transfer.File), o => o.WithStrictOrdering());
    }

    static PlayedCase Waiting() => A.HospitalTransfer(Facts.Level).Take("ask-for-missing-information");

    static PlayedCase Away(PlayedCase played, DateOnly until, string? or = null) =>
        played.Did((file, on) => file.BringForward("The ward’s report is awaited", until, Awaited.Find(or), null, null, on));

    static IReadOnlyList<Refusal> Refused(Action act) => act.Should().Throw<RuleBroken>().Which.Reasons;
}
