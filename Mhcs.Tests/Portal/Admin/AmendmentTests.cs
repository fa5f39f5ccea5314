using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Admin;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Admin;

/// <summary>The authority matrix and the targets, changed by two people.</summary>
public sealed class AmendmentTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    readonly Person _head = new() { UserName = "s.head", Name = "S. Head", Grade = Grade.HeadOfSection }, _administrator = new() { UserName = "s.admin", Name = "S. Admin", Grade = Grade.SystemAdministrator };
    Section _section = null!;

    AmendmentDesk Desk => Get<AmendmentDesk>();
    DateOnly Today => London.Day(Get<Occasions>().Now);

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        await Get<WriteLane>().Write(writing =>
        {
            writing.Db.People.AddRange(_head, _administrator);
            return Task.CompletedTask;
        });
        Get<Staff>().Changed();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_approved_level_counts_at_once_for_new_acts_and_the_old_stays_in_the_history()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        (await Approve(recall)).Granted.Should().BeFalse("a recall needs a deputy head");

        var proposed = await Desk.ProposeLevel("recall", Grade.TeamManager, Grade.HeadOfTeam, "Pilot of delegated recall", Today, _head.Id);
        (await Approve(recall)).Granted.Should().BeFalse("it is only proposed");
        var approved = await Desk.Decide(proposed.Id!.Value, approve: true, _administrator.Id);

        approved.Reasons.Should().BeEmpty();
        (await Approve(recall)).Granted.Should().BeTrue();
        var page = await Get<AmendmentsQuery>().For(_head.Id, Mhcs.Domain.Amendments.AmendmentSubject.Authority);
        page.Decided.Should().ContainSingle().Which.Amendment.Was.Should().Be("Deputy head; high profile: head of team");
        page.Levels.Single(l => l.Authority.Key == "recall").Level.Basis.Should().StartWith("Approved here");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.OrderByDescending(e => e.Seq).Take(2).Select(e => e.Kind).ToListAsync()).Should().Equal(AmendmentDesk.Approved, AmendmentDesk.Proposed);
    }

    [Fact]
    public async Task Nobody_approves_what_they_proposed_and_nobody_decides_twice()
    {
        var proposed = await Desk.ProposeLevel("recall", Grade.TeamManager, Grade.HeadOfTeam, "Pilot", Today, _head.Id);

        (await Desk.Decide(proposed.Id!.Value, approve: true, _head.Id)).Reasons.Should().ContainSingle().Which.Text.Should().Be("You proposed this, so somebody else approves or declines it");
        (await Desk.Decide(proposed.Id.Value, approve: false, _administrator.Id)).Done.Should().BeTrue();
        (await Desk.Decide(proposed.Id.Value, approve: true, _administrator.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("wrong-state");
        Get<ReferenceData>().LevelOf(Authorities.Recall).Level.Should().Be(Grade.DeputyHead);
    }

    [Fact]
    public async Task Only_the_head_of_section_and_the_administrator_propose_and_each_fault_is_named()
    {
        (await Desk.ProposeTarget("LV-01", 10, "Quicker", Today, _section.HeadOfTeam.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        (await Desk.ProposeLevel("recall", Grade.CaseworkAdministrator, null, "", Today.AddDays(-1), _head.Id)).Reasons.Select(r => r.Field).Should().BeEquivalentTo("level", "high", "reason", "from");
        (await Desk.ProposeTarget("REC-01", 10, "Quicker", Today, _head.Id)).Reasons.Should().ContainSingle().Which.Text.Should().Contain("is set by law");
        (await Desk.ProposeTarget("LV-01", 15, "The same", Today, _head.Id)).Reasons.Should().ContainSingle().Which.Text.Should().StartWith("This is how it stands");
    }

    [Fact]
    public async Task A_target_in_force_later_waits_for_its_day_and_a_running_clock_keeps_the_amount_it_began_with()
    {
        var reference = Get<ReferenceData>();
        var began = Get<Occasions>().Now;
        var proposed = await Desk.ProposeTarget("LV-01", 10, "Quicker", Today.AddDays(3), _administrator.Id);
        await Desk.Decide(proposed.Id!.Value, approve: true, _head.Id);

        reference.Resolve(Terms.Find("LV-01")!).Amount.Should().Be(15);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        reference.Take(await db.Amendments.AsNoTracking().ToListAsync(), London.At(Today.AddDays(3), new(0, 0)));

        reference.Resolve(Terms.Find("LV-01")!).Amount.Should().Be(10);
        reference.Book.Resolve(Terms.Find("LV-01")!, began).Amount.Should().Be(15);
    }

    async Task<Entitlement> Approve(CaseReference recall) => (await Get<CaseQuery>().Find(recall.Value, _section.TeamManager.Id))!.Offers.Single(o => o.Step.Code == "approve-recall").Entitlement;

    T Get<T>() where T : notnull => _portal.Services.GetRequiredService<T>();
}
