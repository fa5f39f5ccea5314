using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Guidance;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Guidance;

public sealed class GuidanceDeskTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    GuidanceDesk Desk => _portal.Services.GetRequiredService<GuidanceDesk>();
    GuidanceQuery Query => _portal.Services.GetRequiredService<GuidanceQuery>();
    DateOnly Today => London.Day(_portal.Services.GetRequiredService<Occasions>().Now);

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Every_kind_of_case_has_pages_that_govern_it_from_the_first_start_on()
    {
        var shelf = _portal.Services.GetRequiredService<GuidanceShelf>();

        foreach (var type in AllCaseTypes.All) (await shelf.For(type.Key)).Should().NotBeEmpty("{0} has guidance", type.Label);
        (await shelf.For(Recall.Type.Key))[0].Href.Should().Be("/guidance/recall", "what is written for this type comes first");
    }

    [Fact]
    public async Task A_new_version_counts_only_when_a_second_person_has_approved_it()
    {
        var version = await Propose(Draft() with { Text = "Check the **bed** twice." });

        var alone = await Desk.Decide(version, true, _section.DeputyHead.Id);
        var before = (await Query.Page(_section.Ann.Id, "recall"))!;
        var together = await Desk.Decide(version, true, _section.HeadOfTeam.Id);

        alone.Reasons.Should().ContainSingle().Which.Code.Should().Be("rule");
        before.Shown.Version.Number.Should().Be(1);
        before.Versions.Should().HaveCount(1, "a caseworker doesn’t see what waits");
        together.Reasons.Should().BeEmpty();
        var after = (await Query.Page(_section.Ann.Id, "recall"))!;
        (after.Shown.Version.Number, after.Shown.Version.Text, after.Shown.By, after.Shown.Decided).Should().Be((2, "Check the **bed** twice.", _section.DeputyHead.Name, _section.HeadOfTeam.Name));
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.OrderByDescending(e => e.Seq).Select(e => e.Kind).FirstAsync()).Should().Be(GuidanceDesk.Approved);
    }

    [Fact]
    public async Task A_caseworker_neither_writes_nor_approves()
    {
        (await Desk.Propose("recall", Draft(), _section.Ann.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        var version = await Propose(Draft());
        (await Desk.Decide(version, true, _section.TeamManager.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
    }

    [Fact]
    public async Task A_version_that_must_be_read_closes_its_cases_to_whoever_has_not_confirmed_it_and_confirming_opens_them()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await InForce(Draft() with { MustRead = true, ReadBy = Today });

        var refused = await Assess(recall);
        var mine = await Query.Mine(_section.Ann.Id);
        await Desk.Confirm("recall", 2, _section.Ann.Id);
        var done = await Assess(recall);

        refused.Should().BeOfType<Outcome.Refused>().Which.Reasons.Should().ContainSingle(r => r.Mend == Mend.Read("recall"));
        mine.Unread.Should().ContainSingle().Which.Key.Should().Be("recall");
        done.Sentences.Should().BeEmpty();
        (await Query.Mine(_section.Ann.Id)).Unread.Should().BeEmpty();
    }

    [Fact]
    public async Task Before_its_day_a_version_is_asked_for_and_closes_nothing()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await InForce(Draft() with { MustRead = true, ReadBy = Today.AddDays(7) });

        (await Query.Mine(_section.Ann.Id)).Unread.Should().ContainSingle();
        (await Assess(recall)).Sentences.Should().BeEmpty();
    }

    [Fact]
    public async Task A_small_change_after_it_takes_nobody_out_of_reading_and_reading_the_newer_one_counts()
    {
        await InForce(Draft() with { MustRead = true, ReadBy = Today.AddDays(7) });
        await InForce(Draft() with { Text = "A comma.", Change = "A comma" });

        (await Query.Mine(_section.Ann.Id)).Unread.Should().ContainSingle();
        (await Desk.Confirm("recall", 2, _section.Ann.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("wrong-state");
        await Desk.Confirm("recall", 3, _section.Ann.Id);
        (await Query.Mine(_section.Ann.Id)).Unread.Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_leads_sees_who_of_their_people_has_read_it_and_nobody_else_does()
    {
        await InForce(Draft() with { MustRead = true, ReadBy = Today.AddDays(7) });
        await Desk.Confirm("recall", 2, _section.Ann.Id);

        var readers = (await Query.Page(_section.TeamManager.Id, "recall"))!.Readers;

        readers.Single(r => r.Person.Id == _section.Ann.Id).At.Should().NotBeNull();
        readers.Single(r => r.Person.Id == _section.Ben.Id).At.Should().BeNull();
        readers.Should().NotContain(r => r.Person.Team == "B");
        (await Query.Page(_section.Ben.Id, "recall"))!.Readers.Should().BeEmpty();
    }

    [Fact]
    public async Task An_overdue_review_stands_before_the_owner_and_the_head_until_it_is_recorded()
    {
        await Desk.GiveTo("recall", _section.DeputyHead.Id, _section.HeadOfTeam.Id);
        await _portal.Services.GetRequiredService<Mhcs.Portal.Data.WriteLane>().Write(async writing => (await writing.Db.PolicyPages.SingleAsync(p => p.Key == "recall")).ReviewOn = Today.AddDays(-1));

        (await Query.Mine(_section.DeputyHead.Id)).ToReview.Should().ContainSingle(p => p.Key == "recall");
        (await Query.Mine(_section.HeadOfTeam.Id)).ToReview.Should().Contain(p => p.Key == "recall");
        (await Query.Mine(_section.Ann.Id)).ToReview.Should().BeEmpty();
        await Desk.Review("recall", Today.AddMonths(6), _section.DeputyHead.Id);
        (await Query.Mine(_section.DeputyHead.Id)).ToReview.Should().BeEmpty();
    }

    [Fact]
    public async Task The_guidance_is_searched_by_all_the_words_wherever_they_stand()
    {
        var found = (await Query.All(_section.Ann.Id, "BED emergency warrant"))!;

        found.Pages.Should().ContainSingle(r => r.Page.Key == "recall").Which.Passage.Should().NotBeNullOrEmpty();
        found.Pages.Should().NotContain(r => r.Page.Key == "engagement");
        (await Query.All(_section.Ann.Id, "xyzzy"))!.Pages.Should().BeEmpty();
    }

    PageDraft Draft() => new("Recall of a conditionally discharged patient", "Recall", [Recall.Type.Key], "Check the bed.", "Check the bed", Today.AddYears(1), false, null);

    async Task<int> Propose(PageDraft draft)
    {
        (await Desk.Propose("recall", draft, _section.DeputyHead.Id)).Reasons.Should().BeEmpty();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.PageVersions.OrderByDescending(v => v.Id).Select(v => v.Id).FirstAsync();
    }

    async Task InForce(PageDraft draft) => (await Desk.Decide(await Propose(draft), true, _section.HeadOfTeam.Id)).Reasons.Should().BeEmpty();

    Task<Outcome> Assess(CaseReference recall) => _section.Desk.Work(recall, _section.Ann.Id, (file, on) =>
    {
        var move = file.Type.Moves.First(m => m.From == file.State && m.Step.Code == "assess-the-concern");
        return file.Take(move.Step, Mhcs.Tests.Support.Answers.To(move.Asks, on.At), on);
    });
}
