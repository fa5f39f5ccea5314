using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class TribunalHearingTests
{
    [Fact]
    public void When_a_hearing_moves_the_dates_counted_from_it_move_and_the_record_shows_it()
    {
        var tribunal = A.Tribunal().Listed();
        var hearing = tribunal.Today.AddDays(70);

        var happened = tribunal.Do("record-that-the-hearing-moved", tribunal.On(A.Administrator), (Facts.HearingOn, A.Text(hearing)));

        happened.OfType<DeadlineMoved>().Select(m => m.Rule).Should().BeEquivalentTo("FTT-06", "FTT-17");
        happened.OfType<DeadlineMoved>().Should().OnlyContain(m => m.From == hearing && m.Why.Contains("Date of the hearing"));
        tribunal.Running(Terms.CheckStatement)!.LastDay.Should().Be(hearing.AddDays(-14));
        tribunal.File.Deadlines.Count(d => d.Rule == "FTT-17").Should().Be(1);
    }

    [Fact]
    public void Each_direction_is_a_date_of_its_own_named_by_what_was_ordered_and_answered_by_itself()
    {
        var tribunal = A.Tribunal().Listed();
        tribunal.Take("record-a-direction", (Facts.Direction, "Serve the risk assessment"), (Facts.DirectionDueOn, "2026-11-20"));
        tribunal.Take("record-a-direction", (Facts.Direction, "Say who will attend"), (Facts.DirectionDueOn, "2026-11-14"));
        var directions = tribunal.File.Deadlines.Where(d => d.Rule == "FTT-20").ToList();

        tribunal.File.Comply(directions[0].Number, "Served by secure email", tribunal.On(A.Administrator));

        directions.Select(d => (d.Name, d.LastDay)).Should().Equal(("Serve the risk assessment", new(2026, 11, 20)), ("Say who will attend", new DateOnly(2026, 11, 16)));
        directions.Select(d => d.IsRunning).Should().Equal(false, true);
        tribunal.File.NextName.Should().NotBe("Serve the risk assessment");
    }

    [Fact]
    public void Correcting_the_day_of_a_direction_moves_the_latest_and_leaves_the_others()
    {
        var tribunal = A.Tribunal().Listed();
        tribunal.Take("record-a-direction", (Facts.Direction, "First"), (Facts.DirectionDueOn, "2026-11-20")).Take("record-a-direction", (Facts.Direction, "Second"), (Facts.DirectionDueOn, "2026-11-24"));

        tribunal.Recording((Facts.DirectionDueOn, "2026-11-27"));

        tribunal.File.Deadlines.Where(d => d.Rule == "FTT-20").Select(d => d.LastDay).Should().Equal(new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 27));
    }

    [Fact]
    public void A_date_that_a_step_answers_is_not_ticked_off_by_itself()
    {
        var tribunal = A.Tribunal().Listed();
        var check = tribunal.Running(Terms.CheckStatement)!.Number;

        FluentActions.Invoking(() => tribunal.File.Comply(check, "Done", tribunal.On(A.Administrator))).Should().Throw<RuleBroken>().WithMessage("*answered by a step*");
        FluentActions.Invoking(() => tribunal.File.Comply(999, "Done", tribunal.On(A.Administrator))).Should().Throw<RuleBroken>().WithMessage("*no such running date*");
    }

    [Fact]
    public void The_deputy_head_reviews_adjournments_and_directions_within_two_working_days()
    {
        var tribunal = A.Tribunal().Listed();

        tribunal.Take("record-an-adjournment").Take("record-a-direction", (Facts.DirectionDueOn, "2026-12-01"));

        tribunal.State.Should().Be("Adjourned");
        tribunal.File.Deadlines.Where(d => d.Rule == "FTT-15").Should().ContainSingle().Which.LastDay.Should().Be(new DateOnly(2026, 11, 4));
        tribunal.RefusedTo(A.TeamManager, "review-the-adjournment-or-directions").Should().ContainSingle(r => r.Code == "not-entitled");
        tribunal.TakeAs(A.DeputyHead, "review-the-adjournment-or-directions").Running(Terms.ReviewDirections).Should().BeNull();
    }

    [Fact]
    public void A_concern_taken_up_with_the_judge_is_on_the_record_until_the_judge_answers()
    {
        var tribunal = A.Tribunal().Listed().Through("record-an-adjournment");
        tribunal.Refused("record-the-judges-answer").Should().NotBeEmpty();

        tribunal.TakeAs(A.DeputyHead, "take-up-a-concern-with-the-judge", (Facts.JudgeConcern, "The adjournment leaves no time for reports"));

        tribunal.Told.Should().Contain("judge");
        tribunal.DaysLater(1).Take("record-the-judges-answer", (Facts.JudgeAnswer, "Noted")).File.Facts.Text(Facts.JudgeAnswer).Should().Be("Noted");
    }

    [Fact]
    public void A_hearing_does_not_end_before_its_date()
    {
        var tribunal = A.Tribunal().Listed();

        tribunal.Refused("record-that-the-case-was-heard").Should().ContainSingle(r => r.Text.Contains("before its date"));

        tribunal.DaysLater(42).Take("record-that-the-case-was-heard").State.Should().Be("Heard");
    }

    [Fact]
    public void A_review_that_the_decision_overtook_is_answered_with_it()
    {
        var tribunal = A.Tribunal().Heard().Take("record-a-direction", (Facts.DirectionDueOn, "2027-02-01"));

        tribunal.Through("record-no-discharge", "review-the-decision", "accept-the-decision").Running(Terms.ReviewDirections).Should().BeNull();
    }

    [Fact]
    public void An_adjourned_case_is_listed_again()
    {
        var tribunal = A.Tribunal().Heard().Through("record-an-adjournment");

        tribunal.Take("record-the-hearing-date", (Facts.HearingOn, A.Text(tribunal.Today.AddDays(60))));

        tribunal.State.Should().Be("Listed");
        tribunal.Running(Terms.CheckStatement)!.LastDay.Should().Be(tribunal.Today.AddDays(46));
    }

    [Fact]
    public void Only_references_the_rule_names_are_decided_on_the_papers()
    {
        A.Tribunal().Listed().Refused("record-that-no-hearing-is-held").Should().NotBeEmpty();

        A.Tribunal(Facts.ReferenceOfDetained).Listed().Take("record-that-no-hearing-is-held").Take("record-no-discharge").State.Should().Be("DecisionRecorded");
    }
}
