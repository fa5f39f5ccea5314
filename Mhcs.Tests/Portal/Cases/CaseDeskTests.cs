using Mhcs.Domain.Cases;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Feed;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

public sealed class CaseDeskTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_was_done_is_still_there_when_it_is_read_again()
    {
        var recall = await _section.OpenRecall();

        var outcome = await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));

        outcome.Should().BeOfType<Outcome.Done>().Which.Events.Should().ContainSingle().Which.Should().BeOfType<CaseAssigned>();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var read = await db.Cases.Include(c => c.Deadlines).SingleAsync(c => c.Reference == recall);
        read.AssigneeId.Should().Be(_section.Ann.Id);
        read.Version.Should().Be(2);
        (await db.Trail.Where(e => e.CaseId == read.Id).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync())
            .Should().StartWith("CaseOpened").And.EndWith("CaseAssigned");
    }

    [Fact]
    public async Task A_file_of_another_team_is_as_good_as_missing()
    {
        var recall = await _section.OpenRecall();

        var outcome = await _section.Desk.Work(recall, _section.Stranger.Id, (file, on) => file.AssignTo(_section.Ann, on));

        outcome.Should().BeOfType<Outcome.NotFound>();
    }

    [Fact]
    public async Task The_slower_of_two_people_is_told_who_was_faster_and_changes_nothing()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on), version: 1);

        var outcome = await _section.Desk.Work(recall, _section.DeputyHead.Id, (file, on) => file.AssignTo(_section.Ben, on), version: 1);

        outcome.Should().BeOfType<Outcome.SomeoneWasFaster>().Which.Who.Should().Be("R. Teasel");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Cases.SingleAsync(c => c.Reference == recall)).AssigneeId.Should().Be(_section.Ann.Id);
    }

    [Fact]
    public async Task Of_eight_people_at_once_each_gets_an_answer_and_no_act_is_doubled()
    {
        var recall = await _section.OpenRecall();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            Task.Run(() => _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AddNote($"Note {n}", on), version: 1))));

        outcomes.OfType<Outcome.Done>().Should().ContainSingle();
        outcomes.OfType<Outcome.SomeoneWasFaster>().Should().HaveCount(7);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Notes.CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Of_many_files_each_is_answered_by_itself()
    {
        var first = await _section.OpenRecall();
        var second = await _section.OpenRecall("P-20002");
        var missing = CaseReference.Parse("R-9999");

        var outcomes = await _section.Desk.WorkAll([first, missing, second], _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ben, on),
            new Dictionary<CaseReference, int> { [second] = 7 });

        outcomes[first].Should().BeOfType<Outcome.Done>();
        outcomes[missing].Should().BeOfType<Outcome.NotFound>();
        outcomes[second].Should().BeOfType<Outcome.SomeoneWasFaster>();
    }

    [Fact]
    public async Task A_refusal_says_why_and_leaves_no_trace()
    {
        var recall = await _section.OpenRecall();

        var outcome = await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Administrator, on));

        outcome.Should().BeOfType<Outcome.Refused>().Which.Reasons.Should().Contain(r => r.Text.Contains("holds no cases"));
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.AnyAsync(e => e.Kind == nameof(CaseAssigned))).Should().BeFalse();
    }

    [Fact]
    public async Task Work_refused_in_its_second_part_leaves_nothing_of_its_first()
    {
        var recall = await _section.OpenRecall();

        var outcome = await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => [.. file.AssignTo(_section.Ann, on), .. file.AddNote(" ", on)]);

        outcome.Should().BeOfType<Outcome.Refused>();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Cases.SingleAsync(c => c.Reference == recall)).AssigneeId.Should().BeNull();
    }

    [Fact]
    public async Task Everyone_who_listens_hears_of_a_change()
    {
        using var leaving = new CancellationTokenSource();
        var recall = await _section.OpenRecall();
        await using var heard = _portal.Services.GetRequiredService<ILiveFeed>().Listen(s => s.Topic == FeedSignal.Cases, leaving.Token).GetAsyncEnumerator(leaving.Token);
        await heard.MoveNextAsync();

        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));

        await heard.MoveNextAsync();
        heard.Current.Should().Be(new FeedSignal(FeedSignal.Cases, "A", recall.Value));
        await leaving.CancelAsync();
    }

    [Fact]
    public async Task An_entry_of_the_trail_that_was_changed_is_found()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        var chain = _portal.Services.GetRequiredService<TrailChain>();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await chain.Verify(db, CancellationToken.None)).Ok.Should().BeTrue();

        await db.Database.ExecuteSqlRawAsync("UPDATE trail SET \"By\" = \"By\" + 1 WHERE \"Kind\" = 'CaseAssigned'");

        var verdict = await chain.Verify(db, CancellationToken.None);
        verdict.Ok.Should().BeFalse();
        verdict.FirstBad.Should().Be(await db.Trail.Where(e => e.Kind == nameof(CaseAssigned)).Select(e => e.Seq).SingleAsync());
    }
}
