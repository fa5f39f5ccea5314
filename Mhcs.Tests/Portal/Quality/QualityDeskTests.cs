using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Data;
using Mhcs.Portal.Quality;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Portal.Quality;

public sealed class QualityDeskTests(QualityDeskTests.Own section) : IClassFixture<QualityDeskTests.Own>
{
    QualityDesk Desk => section.Portal.Get<QualityDesk>();
    DateOnly Today => Mhcs.Domain.Deadlines.London.Day(section.Portal.Get<Mhcs.Portal.People.Occasions>().Now);
    Criteria Criteria => section.Portal.Get<ReferenceData>().Criteria.On(Today);

    [Fact]
    public async Task A_sample_can_be_drawn_again_from_the_seed_and_the_frame_on_its_record()
    {
        var deputy = await section.Portal.Someone(Grade.DeputyHead);

        var outcome = await Desk.Draw("A", Today.AddDays(-365), Today, 5, deputy.Id, seed: 7);

        outcome.Reasons.Should().BeEmpty();
        await using var db = await section.Portal.Db();
        var sample = await db.QualitySamples.Include(s => s.Assessments).SingleAsync(s => s.Id == outcome.Id);
        var frame = sample.Frame.Select(r => new DecidedCase(new(r), "", "", default, default, default, []));
        Sampling.Draw(frame, 5, sample.Seed).Select(c => c.Reference).Should().BeEquivalentTo(sample.Assessments.Select(a => a.Reference));
        var entry = await db.Trail.OrderByDescending(e => e.Seq).FirstAsync(e => e.Kind == "QualitySampleDrawn");
        entry.Data.Should().Contain("\"seed\":7").And.Contain("\"frame\":").And.Contain(sample.Assessments[0].Reference.Value);
    }

    [Fact]
    public async Task Only_a_deputy_head_or_above_draws_and_each_fault_is_named()
    {
        var caseworker = await section.Portal.Someone(Grade.Caseworker);
        var deputy = await section.Portal.Someone(Grade.DeputyHead);

        (await Desk.Draw("A", Today.AddDays(-30), Today, 5, caseworker.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        (await Desk.Draw("B", Today.AddDays(-30), Today, 5, deputy.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        (await Desk.Draw("A", Today, Today.AddDays(1), 0, deputy.Id)).Reasons.Select(r => r.Field).Should().BeEquivalentTo("to", "number");
    }

    [Fact]
    public async Task Nobody_assesses_their_own_work()
    {
        var assessment = await Sampled();
        var head = await section.Portal.Someone(Grade.HeadOfSection);
        await using (var db = await section.Portal.Db())
            await db.Assessments.Where(a => a.Id == assessment.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DecidedBy, head.Id));

        var outcome = await Desk.Assess(assessment.Id, Marks(2), null, null, head.Id);

        outcome.Reasons.Should().ContainSingle().Which.Text.Should().Be("You took this decision, so somebody else assesses it");
    }

    [Fact]
    public async Task An_assessment_needs_every_criterion_and_a_note_on_what_is_below_the_standard()
    {
        var assessment = await Sampled();
        var head = await section.Portal.Someone(Grade.HeadOfSection);

        (await Desk.Assess(assessment.Id, [], null, null, head.Id)).Reasons.Should().HaveCount(Criteria.All.Count);
        (await Desk.Assess(assessment.Id, Marks(1), null, null, head.Id)).Reasons.Should().HaveCount(Criteria.All.Count).And.OnlyContain(r => r.Text.StartsWith("Say in a note why"));
        (await Desk.Assess(assessment.Id, Marks(4), null, null, head.Id)).Done.Should().BeFalse();
    }

    [Fact]
    public async Task The_caseworker_reads_the_assessment_and_replies_once()
    {
        var assessment = await Sampled();
        var head = await section.Portal.Someone(Grade.HeadOfSection);
        await Desk.Assess(assessment.Id, Marks(3), CriticalFail.WrongRecipient, "Check the address", head.Id);

        var read = await section.Portal.Get<QualityQuery>().One(assessment.Caseworker, assessment.Id);
        var reply = await Desk.Reply(assessment.Id, "The address was the one on the record that day", assessment.Caseworker);
        var again = await Desk.Reply(assessment.Id, "And another thing", assessment.Caseworker);

        read!.Assessment.Result.Should().Be(QualityResult.Critical);
        read.MayReply.Should().BeTrue();
        reply.Reasons.Should().BeEmpty();
        again.Reasons.Should().ContainSingle().Which.Text.Should().StartWith("There is a reply already");
        (await Desk.Reply(assessment.Id, "Me too", head.Id)).Done.Should().BeFalse();
        (await Desk.Assess(assessment.Id, Marks(3), null, null, head.Id)).Reasons.Should().ContainSingle().Which.Text.Should().Be("This case has been assessed already");
    }

    [Fact]
    public async Task An_assessment_comes_to_the_caseworkers_own_work_and_their_reply_to_whoever_assessed()
    {
        var assessment = await Sampled();
        var head = await section.Portal.Someone(Grade.HeadOfSection);
        var quality = section.Portal.Get<QualityQuery>();
        await Desk.Assess(assessment.Id, Marks(3), null, null, head.Id);
        var read = await quality.News(assessment.Caseworker);

        await Desk.Reply(assessment.Id, "It was the one on the record that day", assessment.Caseworker);

        read.Should().ContainSingle(n => n.Assessment.Id == assessment.Id).Which.From.Should().Be(head.Name);
        (await quality.News(assessment.Caseworker)).Should().NotContain(n => n.Assessment.Id == assessment.Id, "it is answered");
        (await quality.News(head.Id)).Should().ContainSingle(n => n.Assessment.Id == assessment.Id && n.Assessment.Reply != null);
    }

    [Fact]
    public async Task Reading_an_assessment_is_on_the_trail()
    {
        var assessment = await Sampled();
        var head = await section.Portal.Someone(Grade.HeadOfSection);

        (await section.Portal.Get<QualityQuery>().One(head.Id, assessment.Id)).Should().NotBeNull();

        await using var db = await section.Portal.Db();
        (await db.Trail.CountAsync(e => e.Kind == Mhcs.Portal.Audit.SensitiveReads.Quality && e.By == head.Id && e.Data.Contains($"\"{assessment.Reference.Value}\""))).Should().Be(1);
    }

    [Fact]
    public async Task Scores_stand_on_the_dashboard_and_open_their_list()
    {
        var assessment = await Sampled();
        var head = await section.Portal.Someone(Grade.HeadOfSection);
        var before = (await Reading(head.Id, assessment.Team)).Quality.Now;

        await Desk.Assess(assessment.Id, Marks(2), null, null, head.Id);

        var quality = (await Reading(head.Id, assessment.Team)).Quality.Now;
        quality.Assessed.Should().Be(before.Assessed + 1);
        quality.Of("letter").Met.Should().Be(before.Of("letter").Met + 1);
        var list = await section.Portal.Get<QualityQuery>().For(head.Id, new() { Team = assessment.Team, Criterion = "letter" }, size: 100);
        list!.Total.Should().Be(quality.Of("letter").Scored);
        list.Rows.Should().HaveCount(Math.Min(list.Total, 100)).And.OnlyContain(r => r.Assessment.Marks.Any(m => m.Criterion == "letter" && m.Score != null));
        (await section.Portal.Get<QualityQuery>().For(head.Id, new() { Team = assessment.Team, Recent = true }))!.Total.Should().Be(quality.Assessed);
    }

    async Task<Mhcs.Portal.Dashboards.TeamReading> Reading(PersonId me, string team) => (await section.Portal.Get<Mhcs.Portal.Dashboards.TeamFiguresQuery>().For(me, team))!;

    IReadOnlyList<Mark> Marks(int score) => [.. Criteria.All.Select(c => new Mark(c.Key, score, null))];

    /// <summary>A case of team A, sampled and to be assessed, on which its decision-maker is not the caseworker.</summary>
    async Task<Assessment> Sampled()
    {
        var deputy = await section.Portal.Someone(Grade.DeputyHead);
        var outcome = await Desk.Draw("A", Today.AddDays(-700), Today, 1, deputy.Id);
        outcome.Reasons.Should().BeEmpty();
        await using var db = await section.Portal.Db();
        return await db.Assessments.AsNoTracking().FirstAsync(a => a.SampleId == outcome.Id);
    }

    public sealed class Own : IAsyncDisposable
    {
        public SeededSection Portal { get; } = new();

        public ValueTask DisposeAsync() => Portal.DisposeAsync();
    }
}
