using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class UnreadGuidanceTests
{
    static readonly DateOnly Today = London.Day(A.Monday);

    [Fact]
    public void Whoever_has_not_confirmed_a_page_that_must_be_read_takes_no_step_of_its_case_types_from_its_day_on()
    {
        var file = A.Recall().File;

        var (can, unmet) = Fire(file, new UnreadPage("recall", "Recall", [Recall.Type.Key], Today));

        can.Should().BeFalse();
        var refusal = unmet.Should().ContainSingle(r => r.Mend == Mend.Read("recall")).Subject;
        refusal.Text.Should().StartWith("Read “Recall” and confirm it").And.Contain("2 November 2026");
    }

    [Fact]
    public void Until_its_day_and_for_other_case_types_a_page_closes_nothing()
    {
        var file = A.Recall().File;

        Fire(file, new UnreadPage("recall", "Recall", [Recall.Type.Key], Today.AddDays(1))).Unmet.Should().NotContain(r => r.Mend == Mend.Read("recall"));
        Fire(file, new UnreadPage("leave", "Leave", [Leave.Type.Key], Today)).Unmet.Should().NotContain(r => r.Mend == Mend.Read("leave"));
    }

    [Fact]
    public void A_closed_step_says_which_page_opens_it_and_an_open_one_says_nothing_of_it()
    {
        var file = A.Recall().File;

        var closed = CaseMachine.Offers(file, On(new UnreadPage("recall", "Recall", [Recall.Type.Key], Today))).ToList();
        var open = CaseMachine.Offers(file, On()).ToList();

        closed.Should().OnlyContain(o => !o.IsOpen && o.Conditions.Any(c => !c.Met && c.Mend == Mend.Read("recall")));
        open.Should().OnlyContain(o => o.Conditions.All(c => c.Mend == null || c.Mend.Kind != MendKind.ReadGuidance));
    }

    [Fact]
    public void Time_reads_nothing_and_is_never_held_up()
    {
        Actor.TheClock.Unread.Should().BeEmpty();
    }

    static (bool Can, IReadOnlyList<Refusal> Unmet) Fire(CaseFile file, UnreadPage page)
    {
        var move = CaseMachine.Permitted(file.Type, file.State).First(m => m.After is null);
        return (CaseMachine.CanFire(file, move.Step, Answers.To(move.Asks, A.Monday), On(page), out _, out var unmet), unmet);
    }

    static Occasion On(params UnreadPage[] unread) => new(Actor.Of(A.DeputyHead, A.Reference.Matrix) with { Unread = unread }, A.Monday, A.Reference.Book);
}
