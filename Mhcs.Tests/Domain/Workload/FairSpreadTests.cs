using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;

namespace Mhcs.Tests.Domain.Workload;

public class FairSpreadTests
{
    static readonly DateOnly Today = new(2026, 12, 1);
    readonly Person _ann = Someone(1, "A. Larkspur"), _ben = Someone(2, "B. Thimbleby"), _cat = Someone(3, "C. Wetherlam", percent: 60);

    [Fact]
    public void Each_case_goes_to_whoever_is_least_loaded_with_it()
    {
        var spread = FairSpread.Propose([Free(1, 3), Free(2, 3), Free(3, 3)], new Dictionary<Person, Load> { [_ann] = new(30, 60), [_ben] = new(34, 60) }, Today);

        spread.Select(p => p.To).Should().Equal(_ann, _ann, _ben);
        spread[0].Before.Percent.Should().Be(50);
        spread[0].After.Percent.Should().Be(55);
    }

    [Fact]
    public void Part_time_counts_in_proportion()
    {
        var spread = FairSpread.Propose([Free(1, 4)], new Dictionary<Person, Load> { [_cat] = new(20, _cat.Capacity), [_ann] = new(30, _ann.Capacity) }, Today);

        spread.Should().ContainSingle().Which.To.Should().Be(_ann, "36 points of capacity fill faster than 60");
    }

    [Fact]
    public void The_heaviest_are_placed_first_and_the_more_urgent_of_equals()
    {
        var spread = FairSpread.Propose([Free(1, 1), Free(2, 4, due: Today.AddDays(9)), Free(3, 4, due: Today)], new Dictionary<Person, Load> { [_ann] = new(0, 60) }, Today);

        spread.Select(p => p.Case.Reference.Value).Should().Equal("R-0003", "R-0002", "R-0001");
    }

    [Fact]
    public void Nobody_is_given_a_case_that_the_file_would_refuse_them()
    {
        _ann.Conflicts.Add(new("P-1", Today));
        _ben.Absences.Add(new(Today, Today.AddDays(4), "Annual leave"));

        var spread = FairSpread.Propose([Free(1, 3), Free(2, 3, restrictedTo: _ann.Id)], new Dictionary<Person, Load> { [_ann] = new(0, 60), [_ben] = new(0, 60), [_cat] = new(30, 36) }, Today);

        spread[0].To.Should().Be(_cat);
        spread[0].Why.Should().Contain("A. Larkspur has a conflict of interest");
        spread[1].To.Should().Be(_ann);
        spread[1].Why.Should().Be("The only one who can take it. The case is restricted and C. Wetherlam is not named on it");
    }

    [Fact]
    public void A_case_that_nobody_can_take_stays_and_says_why()
    {
        _ann.Absences.Add(new(Today, Today.AddDays(4), "Annual leave"));

        var spread = FairSpread.Propose([Free(1, 3)], new Dictionary<Person, Load> { [_ann] = new(0, 60) }, Today);

        spread.Should().ContainSingle().Which.To.Should().BeNull();
        spread[0].Why.Should().Be("Nobody who holds cases is at work");
    }

    [Fact]
    public void Where_everybody_is_full_it_says_so()
    {
        var spread = FairSpread.Propose([Free(1, 3)], new Dictionary<Person, Load> { [_ann] = new(60, 60) }, Today);

        spread.Should().ContainSingle().Which.Why.Should().Contain("past 100%");
    }

    [Fact]
    public void No_order_of_asking_changes_the_proposal()
    {
        var cases = Enumerable.Range(1, 12).Select(n => Free(n, n % 4 + 1)).ToList();
        var loads = new Dictionary<Person, Load> { [_ann] = new(12, 60), [_ben] = new(3, 60), [_cat] = new(7, 36) };

        var spread = FairSpread.Propose(cases, loads, Today);

        FairSpread.Propose(Enumerable.Reverse(cases), loads, Today).Should().Equal(spread);
        loads[_ann].Points.Should().Be(12, "nothing is done by asking");
    }

    static Person Someone(int id, string name, int percent = 100) => new() { Id = new(id), UserName = name, Name = name, Grade = Grade.Caseworker, Team = "A", WorkingPercent = percent };

    static Unplaced Free(int n, int weight, DateOnly? due = null, PersonId? restrictedTo = null) =>
        new(CaseReference.Of("R", n), "A", $"P-{n}", weight, due, restrictedTo is not null, restrictedTo is { } id ? [id] : []);
}
