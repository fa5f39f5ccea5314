using Mhcs.Portal.SignIn;

namespace Mhcs.Tests.Portal.SignIn;

public sealed class InTurnTests
{
    readonly InTurn _turns = new();
    readonly List<string> _heard = [];

    Task Hear(string letter, ValueTask<bool> may) => _turns.Pass(may, () =>
    {
        _heard.Add(letter);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Letters_typed_do_not_overtake_one_another_while_a_session_is_asked_after()
    {
        TaskCompletionSource<bool> slow = new();

        Task[] typed = [Hear("P", new(slow.Task)), Hear("-", new(true)), Hear("2", new(true))];
        _heard.Should().BeEmpty();
        slow.SetResult(true);
        await Task.WhenAll(typed);

        _heard.Should().Equal("P", "-", "2");
    }

    [Fact]
    public async Task What_may_not_be_heard_holds_up_nothing()
    {
        TaskCompletionSource<bool> slow = new();

        Task[] typed = [Hear("first", new(slow.Task)), Hear("second", new(true))];
        slow.SetException(new TimeoutException());

        await typed[0].Invoking(t => t).Should().ThrowAsync<TimeoutException>();
        await typed[1];
        _heard.Should().Equal("second");
    }

    [Fact]
    public async Task An_act_that_goes_on_for_long_does_not_keep_the_next_from_beginning()
    {
        TaskCompletionSource longAct = new();

        var first = _turns.Pass(new(true), () => longAct.Task);
        await Hear("next", new(true));

        first.IsCompleted.Should().BeFalse();
        _heard.Should().Equal("next");
        longAct.SetResult();
        await first;
    }
}
