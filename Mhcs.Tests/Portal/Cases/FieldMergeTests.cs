using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Answers = Mhcs.Portal.Cases.Answers;

namespace Mhcs.Tests.Portal.Cases;

/// <summary>Two people at one form: what each of them touched.</summary>
public sealed class FieldMergeTests
{
    static readonly Fact[] Asked = [Facts.ConcernSource, Facts.Concern, Facts.SupervisorsViews];

    [Fact]
    public void What_only_one_of_them_answered_is_not_contested() =>
        Both(seen: [], now: [(Facts.Concern, "Theirs")], mine: [(Facts.SupervisorsViews, "Mine")]).Should().BeEmpty();

    [Fact]
    public void What_both_answered_differently_stands_side_by_side()
    {
        var both = Both(seen: [(Facts.Concern, "Before")], now: [(Facts.Concern, "Theirs")], mine: [(Facts.Concern, "Mine")]).Should().ContainSingle().Subject;

        (both.Fact, both.Theirs.Value, both.Mine).Should().Be((Facts.Concern, "Theirs", "Mine"));
    }

    [Fact]
    public void What_both_answered_alike_is_agreed() =>
        Both(seen: [], now: [(Facts.Concern, "Same")], mine: [(Facts.Concern, "Same")]).Should().BeEmpty();

    [Fact]
    public void What_the_other_left_as_it_was_is_mine() =>
        Both(seen: [(Facts.Concern, "Before")], now: [(Facts.Concern, "Before")], mine: [(Facts.Concern, "Mine")]).Should().BeEmpty();

    static IReadOnlyList<Contested> Both((Fact, string)[] seen, (Fact, string)[] now, (Fact Fact, string Value)[] mine)
    {
        var answers = new Answers();
        foreach (var (fact, value) in mine) answers[fact.Key] = value;
        return FieldMerge.Both(Asked, Sheet(seen), Sheet(now), f => mine.Any(m => m.Fact == f), answers);
    }

    static FactSheet Sheet((Fact Fact, string Value)[] facts) => FactSheet.Of(facts.Select(f => KeyValuePair.Create(f.Fact.Key, (string?)f.Value)));
}
