using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Boards;

public sealed class MyWorkQueryTests : IAsyncDisposable
{
    readonly PortalApp _portal = new();

    public MyWorkQueryTests() => _ = _portal.Address;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    async Task<WorkInHand> Read(Person me) => (await _portal.Services.GetRequiredService<MyWorkQuery>().For(me.Id))!;

    [Fact]
    public async Task My_cases_stand_by_date_and_nobody_elses_among_them()
    {
        var team = await BusyTeam.In(_portal.Services);
        var (late, soon) = (await team.Case(team.Quillan, askedDaysAgo: 60), await team.Case(team.Quillan));
        await team.Case(team.Larkspur);
        await team.Case();

        var work = await Read(team.Quillan);

        work.Groups[0].Title.Should().Be(MyWorkQuery.Overdue);
        work.Groups.SelectMany(g => g.Rows).Select(r => r.Reference).Should().Equal(late, soon);
        work.Unassigned.Should().ContainSingle();
        work.Takes.Should().BeTrue();
    }

    [Fact]
    public async Task An_administrator_sees_what_the_team_has_to_send_and_takes_nothing()
    {
        var section = await Section.In(_portal.Services);
        var recall = await section.OpenRecall(await HighProfile(section));

        var work = await Read(section.Administrator);

        work.TeamsErrands.Should().BeTrue();
        work.Takes.Should().BeFalse();
        work.Errands.Should().NotBeEmpty().And.OnlyContain(e => e.Reference == recall);
        (await Read(section.Ann)).Errands.Should().BeEmpty("they are not on a case of theirs");
    }

    static async Task<string> HighProfile(Section section)
    {
        await using var db = await section.Dbs.CreateDbContextAsync();
        db.Patients.Single(p => p.Number == "P-20001").HighProfile = true;
        await db.SaveChangesAsync();
        return "P-20001";
    }
}
