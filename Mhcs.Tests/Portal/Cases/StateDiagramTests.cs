using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases.Diagram;

namespace Mhcs.Tests.Portal.Cases;

public class StateDiagramTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> EveryPlace => [.. AllCaseTypes.All.SelectMany(t => t.States.Select(s => (t.Key, s.Code)))];

    [Theory, MemberData(nameof(EveryPlace))]
    public void Wherever_a_case_is_each_state_has_one_place_of_its_own(string type, string code)
    {
        var (table, stays) = WayTo(type, code);

        var picture = StateDiagram.Of(table, stays, Next(table, stays), _ => null);

        picture.Boxes.Select(b => b.State).Concat(picture.AnyTime).Should().BeEquivalentTo(table.States, "the diagram on screen is the table");
        picture.Boxes.Select(b => (b.X, b.Y)).Should().OnlyHaveUniqueItems();
        picture.Boxes.Should().OnlyContain(b => b.X >= 0 && b.Y >= 0 && b.Right <= picture.Width && b.Bottom <= picture.Height && b.Lines.Count <= 3);
        picture.Boxes.Where(b => b.Look == PathLook.Now).Should().ContainSingle().Which.State.Code.Should().Be(code);
    }

    [Theory, MemberData(nameof(EveryPlace))]
    public void The_path_taken_stands_in_the_top_row_and_is_drawn(string type, string code)
    {
        var (table, stays) = WayTo(type, code);

        var picture = StateDiagram.Of(table, stays, Next(table, stays), _ => null);

        picture.Boxes.Where(b => b.Look is PathLook.Taken or PathLook.Now).Should().OnlyContain(b => b.Row == 0).And.HaveCount(stays.Select(s => s.State).Distinct().Count());
        picture.Lines.Count(l => l.Look == PathLook.Taken).Should().Be(stays.Count - 1);
    }

    [Theory, MemberData(nameof(EveryPlace))]
    public void Words_under_a_box_never_run_into_the_box_below(string type, string code)
    {
        var (table, stays) = WayTo(type, code);

        var picture = StateDiagram.Of(table, stays, Next(table, stays), _ => "by 11 Dec");

        var above = picture.Boxes.GroupBy(b => b.Column).Select(c => c.OrderBy(b => b.Row).ToList()).SelectMany(c => c.Zip(c.Skip(1)));
        above.Where(pair => pair.Second.Y < pair.First.Bottom + 20).Should().BeEmpty("the words take some 20 pixels");
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("parliamentary-question")]
    [InlineData("submission")]
    public void What_is_sent_back_to_often_still_stands_on_the_way_ahead(string type)
    {
        var table = AllCaseTypes.Get(type);

        var picture = StateDiagram.Of(table, [new(table.Start, Start, null)], [], _ => null);

        picture.AnyTime.Should().OnlyContain(s => s.Kind == StateKind.Waiting || s.Kind == StateKind.Closed);
        picture.Boxes.Where(b => b.Row == 0).Select(b => b.State.Code).Should().Contain(["Drafting", "Clearance"]);
    }

    [Fact]
    public void A_state_visited_twice_is_drawn_once_with_both_lines()
    {
        var (table, stays) = WayTo("recall", "EnhancedMonitoring");
        stays = [.. stays, new(table.State("RecallConsidered"), Start.AddDays(3), null), new(table.State("EnhancedMonitoring"), Start.AddDays(4), null)];

        var picture = StateDiagram.Of(table, stays, Next(table, stays), _ => null);

        picture.Boxes.Where(b => b.State.Code == "EnhancedMonitoring").Should().ContainSingle().Which.Look.Should().Be(PathLook.Now);
        picture.Lines.Count(l => l.Look == PathLook.Taken).Should().Be(4);
    }

    [Fact]
    public void Cases_that_went_the_same_way_share_a_picture_and_keep_their_own_words()
    {
        var (table, stays) = WayTo("recall", "EnhancedMonitoring");
        using StateDiagrams pictures = new();
        StateDiagram Drawn(Func<State, string?> under) => pictures.Of(table, stays, Next(table, stays), under);

        var (one, other, bare) = (Drawn(s => s == table.Start ? "3 d" : null), Drawn(s => s == table.Start ? "71 d" : null), Drawn(_ => null));

        one.Lines.Should().BeSameAs(other.Lines);
        (Under(one), Under(other), Under(bare)).Should().Be(("3 d", "71 d", null));
        bare.Lines.Should().NotBeSameAs(one.Lines, "lines run past the words under a box");

        string? Under(StateDiagram picture) => picture.Boxes.Single(b => b.State == table.Start).Under;
    }

    [Theory]
    [InlineData(0, 35, "35 min")]
    [InlineData(5, 20, "5 h 20 min")]
    [InlineData(26, 0, "1 d 2 h")]
    [InlineData(24 * 71, 30, "71 d")]
    public void Time_in_a_state_is_said_in_the_units_that_matter(int hours, int minutes, string words) =>
        Lasting.Words(new TimeSpan(hours, minutes, 0)).Should().Be(words);

    /// <summary>The shortest way from the start of the table.</summary>
    static (CaseType, IReadOnlyList<Stay>) WayTo(string type, string code)
    {
        var table = AllCaseTypes.Get(type);
        Dictionary<State, State?> from = new() { [table.Start] = null };
        Queue<State> waiting = new([table.Start]);
        while (waiting.TryDequeue(out var at))
            foreach (var move in table.Moves.Where(m => m.From == at))
                if (from.TryAdd(move.To, at)) waiting.Enqueue(move.To);
        List<State> path = [];
        for (var at = table.State(code); at is not null; at = from[at]) path.Insert(0, at);
        return (table, [.. path.Select((s, n) => new Stay(s, Start.AddHours(n), n < path.Count - 1 ? Start.AddHours(n + 1) : null))]);
    }

    static HashSet<State> Next(CaseType table, IReadOnlyList<Stay> stays) => [.. table.Moves.Where(m => m.From == stays[^1].State && m.To != m.From).Select(m => m.To)];
}
