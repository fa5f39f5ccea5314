using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Confidential;

public sealed class BreakGlassTests : IAsyncLifetime
{
    readonly TimedApp _portal = new();
    Section _section = null!;
    CaseReference _locked;

    ConfidentialDesk Desk => _portal.Services.GetRequiredService<ConfidentialDesk>();
    ConfidentialQuery Query => _portal.Services.GetRequiredService<ConfidentialQuery>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        _locked = await _section.OpenRecall();
        (await _section.Desk.Work(_locked, _section.TeamManager.Id, (file, on) => file.Restrict(true, [], "Press interest", on))).Sentences.Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_deputy_head_opens_a_restricted_file_for_a_day_and_no_longer()
    {
        (await Sees(_section.DeputyHead)).Should().Be((false, false, false));

        (await Desk.BreakGlass(_locked.Value, "The patient is at large and Ann is away", _section.DeputyHead.Id)).Reasons.Should().BeEmpty();

        (await Sees(_section.DeputyHead)).Should().Be((true, true, true));
        (await Sees(_section.Ben)).Should().Be((false, false, false), "it was opened to one person");
        _portal.Clock.Advance(GlassBreak.Lasts);
        (await Sees(_section.DeputyHead)).Should().Be((false, false, false));
    }

    [Fact]
    public async Task What_is_missing_not_restricted_or_of_another_team_is_refused_in_the_same_words_and_the_try_is_on_the_trail()
    {
        var open = await _section.OpenRecall("P-20002");

        var answers = await Task.WhenAll(Desk.BreakGlass("R-9999", "Urgent", _section.DeputyHead.Id), Desk.BreakGlass(open.Value, "Urgent", _section.DeputyHead.Id), Desk.BreakGlass(" ", "Urgent", _section.DeputyHead.Id));

        answers.SelectMany(a => a.Reasons).Select(r => (r.Text, r.Field)).Distinct().Should().ContainSingle().Which.Field.Should().Be("reference");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.CountAsync(e => e.Kind == ConfidentialTrail.OpeningRefused && e.By == _section.DeputyHead.Id)).Should().Be(3);
    }

    [Fact]
    public async Task An_opened_file_is_there_to_be_read_and_nothing_is_done_on_it()
    {
        await Desk.BreakGlass(_locked.Value, "The patient is at large", _section.DeputyHead.Id);

        var noted = await _section.Desk.Work(_locked, _section.DeputyHead.Id, (file, on) => file.AddNote("Read in an emergency", on));
        var given = await _section.Desk.Hand(_locked, _section.DeputyHead.Id, (file, on) => file.AssignTo(_section.Ben, on));

        noted.Sentences.Concat(given.Sentences).Should().HaveCount(2).And.OnlyContain(s => s.StartsWith("You opened this restricted file to read it"));
    }

    [Fact]
    public async Task Below_a_deputy_head_nobody_opens_one_and_nobody_without_a_reason()
    {
        (await Desk.BreakGlass(_locked.Value, "Urgent", _section.Ben.Id)).Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        (await Desk.BreakGlass(_locked.Value, " ", _section.DeputyHead.Id)).Reasons.Should().ContainSingle(r => r.Field == "reason");

        (await Sees(_section.DeputyHead)).Should().Be((false, false, false));
    }

    [Fact]
    public async Task The_head_is_told_and_takes_note_once_and_never_of_their_own()
    {
        await Desk.BreakGlass(_locked.Value, "The patient is at large", _section.DeputyHead.Id);
        (await Query.ToNote(_section.HeadOfTeam.Id)).Should().Be(1);
        (await Query.ToNote(_section.DeputyHead.Id)).Should().Be(0);
        var row = (await Query.For(_section.HeadOfTeam.Id))!.Openings.Should().ContainSingle().Subject;

        (await Desk.Note(row.Opening.Id, _section.DeputyHead.Id)).Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        (await Desk.Note(row.Opening.Id, _section.HeadOfTeam.Id)).Reasons.Should().BeEmpty();
        (await Desk.Note(row.Opening.Id, _section.HeadOfTeam.Id)).Reasons.Should().ContainSingle(r => r.Code == "wrong-state");

        (await Query.ToNote(_section.HeadOfTeam.Id)).Should().Be(0);
        (await Query.For(_section.Ben.Id))!.Openings.Should().BeEmpty("it is no business of a caseworker's");
    }

    /// <summary>By the page, by the list and by the board.</summary>
    async Task<(bool Page, bool List, bool Board)> Sees(Person person)
    {
        _portal.Services.GetRequiredService<Staff>().Changed();
        var page = await _portal.Services.GetRequiredService<CaseQuery>().Find(_locked.Value, person.Id);
        var list = await _portal.Services.GetRequiredService<CaseListQuery>().For(person.Id, new CaseFilter(), new CaseOrder());
        var board = await _portal.Services.GetRequiredService<BoardQuery>().Seen(person.Id, "A");
        return (page is not null, list!.Rows.Any(r => r.Reference == _locked), board!.Value.Cases.Any(c => c.Reference == _locked));
    }
}
