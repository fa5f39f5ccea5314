using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Patients;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Confidential;

public sealed class ConflictTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    ConfidentialDesk Desk => _portal.Services.GetRequiredService<ConfidentialDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Who_declares_a_conflict_lays_down_the_patient_s_cases_and_sees_them_no_more()
    {
        var (hers, other) = (await _section.OpenRecall(), await _section.OpenRecall("P-20002"));
        foreach (var file in new[] { hers, other }) await _section.Desk.Hand(file, _section.TeamManager.Id, (f, on) => f.AssignTo(_section.Ann, on));

        (await Desk.Declare("P-20001", "My cousin", _section.Ann.Id)).Reasons.Should().BeEmpty();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Cases.Where(c => c.Reference == hers).Select(c => c.AssigneeId).SingleAsync()).Should().BeNull();
        var cases = _portal.Services.GetRequiredService<CaseQuery>();
        (await cases.Find(hers.Value, _section.Ann.Id)).Should().BeNull();
        (await cases.Find(other.Value, _section.Ann.Id)).Should().NotBeNull();
        (await _portal.Services.GetRequiredService<PatientQuery>().For(_section.Ann.Id, "P-20001")).Should().BeNull();
        (await _portal.Services.GetRequiredService<BoardQuery>().Seen(_section.Ann.Id, "A"))!.Value.Cases.Select(c => c.Reference).Should().Equal(other);
        (await cases.Find(hers.Value, _section.Ben.Id)).Should().NotBeNull();
    }

    [Fact]
    public async Task A_conflict_is_lifted_by_whoever_leads_the_person_with_a_reason_and_both_stay_on_the_record()
    {
        await Desk.Declare("P-20001", "A former neighbour", _section.DeputyHead.Id);

        (await Desk.Lift(_section.DeputyHead.Id, "P-20001", "It was another person", _section.DeputyHead.Id)).Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        (await Desk.Lift(_section.DeputyHead.Id, "P-20001", "It was another person", _section.TeamManager.Id)).Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        (await Desk.Lift(_section.DeputyHead.Id, "P-20001", " ", _section.HeadOfTeam.Id)).Reasons.Should().ContainSingle(r => r.Field == "because");
        (await Desk.Lift(_section.DeputyHead.Id, "P-20001", "It was another person", _section.HeadOfTeam.Id)).Reasons.Should().BeEmpty();

        (await _portal.Services.GetRequiredService<PatientQuery>().For(_section.DeputyHead.Id, "P-20001")).Should().NotBeNull();
        var conflict = (await _portal.Services.GetRequiredService<ConfidentialQuery>().For(_section.HeadOfTeam.Id))!.Conflicts.Should().ContainSingle().Subject.Conflict;
        (conflict.Why, conflict.LiftedBecause, conflict.LiftedBy).Should().Be(("A former neighbour", "It was another person", _section.HeadOfTeam.Id));
    }

    [Fact]
    public async Task What_somebody_declares_is_read_by_them_and_by_those_who_lead_them_alone()
    {
        await Desk.Declare("P-20001", "My cousin", _section.Ann.Id);
        var query = _portal.Services.GetRequiredService<ConfidentialQuery>();

        (await query.For(_section.Ann.Id))!.Conflicts.Should().ContainSingle();
        (await query.For(_section.HeadOfTeam.Id))!.Conflicts.Should().ContainSingle();
        (await query.For(_section.Ben.Id))!.Conflicts.Should().BeEmpty();
        (await query.For(_section.Stranger.Id))!.Conflicts.Should().BeEmpty();
    }

    [Fact]
    public async Task A_refused_declaration_leaves_the_cases_where_they_were()
    {
        var file = await _section.OpenRecall();
        await _section.Desk.Hand(file, _section.TeamManager.Id, (f, on) => f.AssignTo(_section.Ann, on));

        (await Desk.Declare("P-20001", " ", _section.Ann.Id)).Reasons.Should().ContainSingle(r => r.Field == "why");

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Cases.Where(c => c.Reference == file).Select(c => c.AssigneeId).SingleAsync()).Should().Be(_section.Ann.Id);
    }
}
