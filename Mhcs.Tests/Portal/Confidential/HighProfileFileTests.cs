using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Confidential;

/// <summary>A high-profile assessment closes its file by itself, and nobody is shut out who has to go on with the patient.</summary>
public sealed class HighProfileFileTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _assessment, _recall;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        _recall = await _section.OpenRecall();
        var on = (await _portal.Services.GetRequiredService<Occasions>().For(_section.DeputyHead.Id))!;
        _assessment = ((Outcome.Done)await _section.Desk.Open(HighProfileAssessment.Type, "P-20001", on.Today, Support.Answers.To(HighProfileAssessment.Type.Opening.Asks, on.At), _section.Administrator.Id)).Reference;
        await Give(_assessment, _section.Ann);
        await _section.Take(_assessment, _section.Ann, "record-the-evidence");
        await _section.Take(_assessment, _section.Ann, "put-it-to-the-deputy-head");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_exists_from_then_on_for_its_owner_the_deputy_head_and_whoever_leads_the_team()
    {
        await _section.Take(_assessment, _section.DeputyHead, "assess-as-high-profile");

        foreach (var person in new[] { _section.Ann, _section.TeamManager, _section.DeputyHead, _section.HeadOfTeam }) (await Sees(person)).Should().BeTrue("{0} goes on with the patient", person.Name);
        foreach (var person in new[] { _section.Ben, _section.Administrator, _section.Stranger }) (await Sees(person)).Should().BeFalse("{0} has nothing to do with the patient", person.Name);
        await _section.Take(_assessment, _section.Ann, "record-the-briefing");
    }

    [Fact]
    public async Task Whoever_holds_another_case_of_the_patient_sees_it_too()
    {
        await Give(_recall, _section.Ben);

        await _section.Take(_assessment, _section.DeputyHead, "assess-as-high-profile");

        (await Sees(_section.Ben)).Should().BeTrue();
    }

    [Fact]
    public async Task Whoever_is_given_another_case_of_the_patient_later_joins_those_named_and_the_record_says_why()
    {
        await _section.Take(_assessment, _section.DeputyHead, "assess-as-high-profile");

        await Give(_recall, _section.Ben);

        (await Sees(_section.Ben)).Should().BeTrue();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var told = (await db.Trail.Where(e => e.Kind == nameof(RestrictionChanged)).OrderBy(e => e.Seq).ToListAsync()).Select(e => ((RestrictionChanged)e.Event!).Why);
        told.Should().Equal("Assess as high profile", $"Was given {_recall}");
    }

    [Fact]
    public async Task Whoever_takes_an_unassigned_case_of_the_patient_themselves_is_not_let_in_by_that()
    {
        await _section.Take(_assessment, _section.DeputyHead, "assess-as-high-profile");

        (await _section.Desk.Hand(_recall, _section.Ben.Id, (file, on) => file.AssignTo(_section.Ben, on))).Should().BeOfType<Outcome.Done>();

        (await Sees(_section.Ben)).Should().BeFalse();
    }

    [Fact]
    public async Task It_can_be_opened_to_the_team_again()
    {
        await _section.Take(_assessment, _section.DeputyHead, "assess-as-high-profile");

        (await _section.Desk.Work(_assessment, _section.TeamManager.Id, (file, on) => file.Restrict(false, [], "The interest has passed", on))).Should().BeOfType<Outcome.Done>();

        (await Sees(_section.Ben)).Should().BeTrue();
    }

    async Task Give(CaseReference file, Person to) =>
        (await _section.Desk.Hand(file, _section.TeamManager.Id, (f, on) => f.AssignTo(to, on))).Should().BeOfType<Outcome.Done>();

    async Task<bool> Sees(Person person) => await _portal.Services.GetRequiredService<CaseQuery>().Find(_assessment.Value, person.Id) is not null;
}
