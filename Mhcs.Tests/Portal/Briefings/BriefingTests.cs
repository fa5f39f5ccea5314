using DocumentFormat.OpenXml.Packaging;
using Mhcs.Domain.Briefings;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Briefings;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Briefings;

/// <summary>Briefing notes and submissions: filled from the case, cleared by another.</summary>
public sealed class BriefingTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _recall;
    int _id;

    BriefingDesk Desk => _portal.Services.GetRequiredService<BriefingDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        _recall = await _section.OpenRecall();
        await _section.Desk.Work(_recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await _section.Take(_recall, _section.Ann, "assess-the-concern");
        _id = (await Desk.Begin(_recall.Value, BriefingKind.Submission, _section.Ann.Id)).Id!.Value;
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_fills_itself_from_the_case()
    {
        var briefing = (await Now()).Briefing;

        briefing.Sections.Select(s => s.Key).Should().Equal(BriefingTemplate.Sections.Select(s => s.Key));
        briefing.Sections.Should().OnlyContain(s => s.Text.Length > 0);
        Text(briefing, "background").Should().Contain("Perrin Applecross").And.Contain("Conditional discharge since");
        Text(briefing, "options").Should().Contain("Consider recall").And.Contain("Monitor closely");
        (await Desk.Begin(_recall.Value, BriefingKind.Note, _section.Stranger.Id)).Outcome.Should().BeOfType<Outcome.NotFound>();
    }

    [Fact]
    public async Task Whoever_wrote_it_does_not_clear_it_and_it_is_issued_only_when_cleared()
    {
        (await Desk.Issue(await Now(), _section.Ann.Id)).Sentences.Should().ContainSingle().Which.Should().StartWith("It is issued once somebody other than its writer");
        (await Desk.Clear(await Now(), _section.Ben.Id)).Sentences.Should().ContainSingle().Which.Should().Contain("needs a deputy head");
        await Write(_section.DeputyHead.Id, "recommendation", "Recall, for the reasons above.");
        (await Desk.Clear(await Now(), _section.DeputyHead.Id)).Sentences.Should().ContainSingle().Which.Should().Be("You wrote this last, so somebody else clears it");
        (await Desk.Clear(await Now(), _section.HeadOfTeam.Id)).Should().BeOfType<Outcome.Done>();
        (await Desk.Issue(await Now(), _section.Ann.Id)).Should().BeOfType<Outcome.Done>();

        var issued = (await Now()).Briefing;
        issued.Standing.Should().Be(BriefingStanding.Issued);
        using var word = WordprocessingDocument.Open(Path.Combine(_portal.Services.GetRequiredService<Storage>().Documents, issued.DocumentId!), isEditable: false);
        word.MainDocumentPart!.HeaderParts.Single().Header.InnerText.Should().Be("OFFICIAL-SENSITIVE");
        word.MainDocumentPart.Document.InnerText.Should().Contain("H. Saltmarsh").And.Contain("Recall, for the reasons above.").And.Contain("Rely on it until");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.Where(e => e.Kind.StartsWith("Briefing")).OrderBy(e => e.Seq).Select(e => e.Kind).ToListAsync())
            .Should().Equal(nameof(BriefingWritten), nameof(BriefingWritten), nameof(BriefingCleared), nameof(BriefingIssued));
    }

    [Fact]
    public async Task An_edit_takes_the_clearance_away_and_the_slower_of_two_writers_is_told()
    {
        await Desk.Clear(await Now(), _section.DeputyHead.Id);
        var seen = await Now();

        (await Write(_section.Ann.Id, "lines", "Nothing to say.")).Should().BeOfType<Outcome.Done>();
        (await Now()).Briefing.Standing.Should().Be(BriefingStanding.Draft);

        (await Desk.Write(seen, seen.Briefing.Sections, seen.Briefing.Version, _section.Ben.Id)).Sentences.Should().ContainSingle().Which.Should().StartWith("Somebody else changed this briefing");
    }

    [Fact]
    public async Task A_fact_recorded_since_makes_it_stale_and_filling_it_afresh_keeps_what_was_written()
    {
        await Write(_section.Ann.Id, "facts", "My own summary of the facts.");
        await _section.Desk.Work(_recall, _section.Ann.Id, (file, on) => file.RecordFacts(Section.Answers((Facts.SupervisorsViews, "They are worried")), "They rang", on));

        var stale = await Now();
        stale.Stale.Should().ContainSingle().Which.Should().Contain(Facts.SupervisorsViews.Label).And.Contain("Fill it afresh");
        (await Desk.Clear(stale, _section.DeputyHead.Id)).Sentences.Should().ContainSingle().Which.Should().Contain("recorded afresh");
        (await Desk.Fill(await Now(), _section.Ann.Id)).Should().BeOfType<Outcome.Done>();

        var fresh = await Now();
        fresh.Stale.Should().BeEmpty();
        fresh.Briefing.Sections.Any(s => s.Text.Contains("They are worried")).Should().BeTrue();
        Text(fresh.Briefing, "facts").Should().StartWith("My own summary of the facts.");
        (await Desk.Clear(fresh, _section.DeputyHead.Id)).Should().BeOfType<Outcome.Done>();
    }

    async Task<BriefingView> Now() => (await Desk.Find(_recall.Value, _id, _section.Ann.Id))!;

    async Task<Outcome> Write(Mhcs.Domain.People.PersonId by, string section, string text)
    {
        var on = (await Desk.Find(_recall.Value, _id, by))!;
        return await Desk.Write(on, [.. on.Briefing.Sections.Select(s => s.Key == section ? s with { Text = text } : s)], on.Briefing.Version, by);
    }

    static string Text(Briefing briefing, string section) => briefing.Sections.Single(s => s.Key == section).Text;
}
