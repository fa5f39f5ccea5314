using Mhcs.Domain.Cases;
using Mhcs.Domain.Quality;

namespace Mhcs.Tests.Domain.Quality;

public sealed class SamplingTests
{
    static readonly IReadOnlyList<DecidedCase> Frame = [.. Enumerable.Range(1, 200).Select(n => new DecidedCase(CaseReference.Of("R", n), "recall", "Recall", new(1), DateTimeOffset.UnixEpoch, new(2), [new(2)]))];

    [Fact]
    public void The_same_seed_over_the_same_frame_draws_the_same_cases_in_whatever_order_the_frame_lies()
    {
        var one = Sampling.Draw(Frame, 20, 42);

        var again = Sampling.Draw(Frame.Reverse(), 20, 42);

        again.Should().Equal(one);
        one.Should().HaveCount(20).And.OnlyHaveUniqueItems();
        Sampling.Draw(Frame, 20, 43).Should().NotEqual(one);
    }

    [Fact]
    public void A_larger_draw_from_the_same_seed_begins_with_the_smaller() =>
        Sampling.Draw(Frame, 30, 42).Take(20).Should().Equal(Sampling.Draw(Frame, 20, 42));

    [Fact]
    public void No_case_is_favoured()
    {
        var drawn = Enumerable.Range(0, 2000).SelectMany(seed => Sampling.Draw(Frame, 10, seed)).CountBy(c => c.Reference).ToDictionary();

        drawn.Should().HaveCount(200);
        drawn.Values.Should().OnlyContain(n => n > 50 && n < 160, "each is drawn about 100 times");
    }

    [Theory]
    [InlineData("3,2,2", null, QualityResult.Meets)]
    [InlineData("3,2,1", null, QualityResult.Minor)]
    [InlineData("1,1,2", null, QualityResult.Minor)]
    [InlineData("1,1,1", null, QualityResult.Major)]
    [InlineData("3,3,0", null, QualityResult.Major)]
    [InlineData("3,3,na", null, QualityResult.Meets)]
    [InlineData("3,3,3", CriticalFail.WrongPower, QualityResult.Critical)]
    public void The_result_follows_from_the_scores_unless_a_critical_fail_decides_it(string scores, CriticalFail? fail, QualityResult result) =>
        Assessment.ResultOf([.. scores.Split(',').Select((s, n) => new Mark($"{n}", s == "na" ? null : int.Parse(s), null))], fail).Should().Be(result);

    [Fact]
    public void A_share_of_fewer_than_five_says_nothing()
    {
        new CriterionFigures("letter", 4, 4).Share.Should().BeNull();
        new CriterionFigures("letter", 4, 5).Share.Should().Be(80);
    }
}
