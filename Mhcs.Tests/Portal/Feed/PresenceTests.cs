using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Feed;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Feed;

public sealed class PresenceTests
{
    static readonly CaseReference Recall = new("R-1001"), Other = new("R-1002");
    static readonly PersonId Ann = new(1), Ben = new(2);
    readonly HandClock _clock = new();
    readonly InProcessFeed _feed;
    readonly Presences _presences;

    public PresenceTests() => _presences = new(_feed = new(_clock), _feed, _clock);

    [Fact]
    public async Task Who_is_on_a_case_is_known_to_the_others_on_it_and_on_no_other()
    {
        await _presences.Say(new("a", Recall.Value, Ann.Value, null));
        await _presences.Say(new("b", Recall.Value, Ben.Value, "step/assess"));

        _presences.Beside(Recall, Ann).Should().ContainSingle().Which.Editing.Should().Be("step/assess");
        _presences.Beside(Recall, Ben).Should().ContainSingle().Which.Person.Should().Be(Ann.Value);
        _presences.Beside(Other, Ann).Should().BeEmpty();
    }

    [Fact]
    public async Task Of_somebody_with_several_screens_the_one_that_edits_is_told()
    {
        await _presences.Say(new("b1", Recall.Value, Ben.Value, null));
        await _presences.Say(new("b2", Recall.Value, Ben.Value, "fact/hospital"));

        _presences.Beside(Recall, Ann).Should().ContainSingle().Which.Editing.Should().Be("fact/hospital");
    }

    [Fact]
    public async Task Whoever_leaves_is_gone_and_whoever_falls_silent_is_forgotten_by_itself()
    {
        await _presences.Say(new("a", Recall.Value, Ann.Value, null));
        await _presences.Say(new("a", Recall.Value, Ann.Value, null, Left: true));
        await _presences.Say(new("b", Recall.Value, Ben.Value, null));
        _presences.Beside(Recall, new(3)).Should().ContainSingle();

        _clock.Advance(Presences.Believed + TimeSpan.FromSeconds(1));

        _presences.Beside(Recall, new(3)).Should().BeEmpty();
    }

    [Fact]
    public async Task Screens_that_do_not_ask_for_it_never_hear_of_it()
    {
        using var leaving = new CancellationTokenSource();
        List<FeedSignal> heard = [];
        await using var listening = _feed.Listen(s => s.Here is null && s.Concerns("A"), leaving.Token).GetAsyncEnumerator(leaving.Token);
        await listening.MoveNextAsync();

        await _presences.Say(new("a", Recall.Value, Ann.Value, null));
        await _feed.Publish(new FeedSignal(FeedSignal.Cases, "A", "R-1"));
        await listening.MoveNextAsync();
        heard.Add(listening.Current);

        heard.Should().ContainSingle().Which.Topic.Should().Be(FeedSignal.Cases);
        new FeedSignal(FeedSignal.Presence) { Here = new("a", Recall.Value, 1, null) }.Concerns(null).Should().BeFalse();
    }

    [Fact]
    public void It_reaches_another_node_as_it_was_said()
    {
        var said = new FeedSignal(FeedSignal.Presence) { Here = new("a", Recall.Value, Ann.Value, "step/assess", Left: true) };

        JsonSerializer.Deserialize<FeedSignal>(JsonSerializer.Serialize(said)).Should().Be(said);
    }
}
