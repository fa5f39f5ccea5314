using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Chasing;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Library;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Chasing;

public sealed class OwedTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _first, _second;

    OwedQuery Query => _portal.Services.GetRequiredService<OwedQuery>();
    ChaseDesk Chases => _portal.Services.GetRequiredService<ChaseDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        (_first, _second) = (await Tribunal("P-20001"), await Tribunal("P-20002"));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task What_others_owe_the_team_is_listed_with_what_it_holds_up_and_nobody_else_sees_it()
    {
        var page = (await Query.For(_section.Administrator.Id, new()))!;
        var strangers = (await Query.For(_section.Stranger.Id, new()))!;

        page.Total.Should().Be(2 * 4);
        page.Rows.Should().OnlyContain(r => r.Standing == PaperStanding.Wanted);
        strangers.Total.Should().Be(0);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_source_and_by_what_is_to_be_done_and_its_counts_agree()
    {
        await Do(_first, (file, on) => file.RequestPaper("court-order", "By letter", on));

        foreach (var filter in new[] { new OwedFilter(OwedView.ToAsk), new OwedFilter(Source: "police"), new OwedFilter(OwedView.Late), new OwedFilter(OwedView.All, "A", "court", "tribunal") })
        {
            var page = (await Query.For(_section.Administrator.Id, filter, size: 100))!;
            page.Rows.Should().HaveCount(page.Total).And.HaveCount(page.With(filter));
        }
        (await Query.For(_section.Administrator.Id, new(OwedView.ToAsk)))!.Total.Should().Be(7);
        (await Query.For(_section.Administrator.Id, new(Source: "police")))!.Rows.Should().OnlyContain(r => r.Key.Paper == "previous-convictions");
    }

    [Fact]
    public async Task Many_papers_are_asked_for_in_one_letter_a_case_and_source_and_each_is_on_its_case()
    {
        var report = await Chases.Chase(_section.Administrator.Id, [new(_first, "court-order"), new(_first, "clinical-supervisor-report"), new(_first, "social-supervisor-report"), new(_second, "court-order")]);

        report.Letters.Select(l => (l.Reference, l.Source, l.Papers.Count)).Should().BeEquivalentTo([(_first, "Court", 1), (_first, "Supervisors", 2), (_second, "Court", 1)]);
        report.Left.Should().BeEmpty();
        report.Headline.Should().Be("4 papers asked for in 3 letters");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Documents.Select(d => d.CaseId).Distinct().CountAsync()).Should().Be(2);
        (await db.WantedPapers.CountAsync(p => p.Standing == PaperStanding.Requested)).Should().Be(4);
    }

    [Fact]
    public async Task A_letter_names_no_other_patient()
    {
        var report = await Chases.Chase(_section.Administrator.Id, [new(_first, "court-order"), new(_second, "court-order")]);

        var (document, path) = (await _portal.Services.GetRequiredService<DocumentDesk>().Find(report.Letters[0].DocumentId, _section.Administrator.Id))!.Value;
        using var letter = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(path, false);
        document.Category.Should().Be("Our own letter");
        letter.MainDocumentPart!.Document.InnerText.Should().Contain("Applecross").And.Contain("Court order").And.NotContain("Brambleton");
    }

    [Fact]
    public async Task Asking_again_is_a_chase_and_what_has_come_meanwhile_is_left_with_the_reason()
    {
        await Chases.Chase(_section.Administrator.Id, [new(_first, "court-order"), new(_first, "previous-convictions")]);
        await Do(_first, (file, on) => file.ReceivePaper("previous-convictions", on.Today, null, on));
        await LongAgo();

        var report = await Chases.Chase(_section.Administrator.Id, [new(_first, "court-order"), new(_first, "previous-convictions"), new(_first, "indictment")]);

        report.Headline.Should().Be("1 of 3 papers asked for in 1 letter");
        report.Left.Select(l => l.Why).Should().BeEquivalentTo("it has come meanwhile", "the case does not want this paper");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.WantedPapers.SingleAsync(p => p.Paper == "court-order" && p.Chases == 1)).Standing.Should().Be(PaperStanding.Chased);
    }

    [Fact]
    public async Task A_manager_sees_what_was_escalated_to_their_grade_until_it_is_ticked_as_seen()
    {
        var escalations = _portal.Services.GetRequiredService<Mhcs.Portal.Boards.EscalationsQuery>();
        await Do(_first, (file, on) => file.RequestPaper("court-order", "By letter", on));
        for (var n = 0; n < CaseFile.ChasesToTeamManager; n++) await Do(_first, (file, on) => file.ChasePaper("court-order", "By telephone", on));

        var rows = (await escalations.For(_section.TeamManager.Id)).Rows;

        rows.Should().ContainSingle().Which.Should().Match<Mhcs.Portal.Boards.EscalatedRow>(r => r.Reference == _first && r.About == "Court order: chased 4 times and not received");
        (await escalations.For(_section.Stranger.Id)).Total.Should().Be(0, "it is not their team");
        (await escalations.For(_section.Administrator.Id)).Total.Should().Be(0, "it is not their grade");
        await Do(_first, (file, on) => file.MarkSent(rows[0].Number, "Seen by themselves, in the portal", on), _section.TeamManager);
        (await escalations.For(_section.TeamManager.Id)).Total.Should().Be(0);
    }

    [Fact]
    public async Task A_paper_that_was_asked_for_within_days_is_left_out_with_the_reason()
    {
        await Chases.Chase(_section.Administrator.Id, [new(_first, "court-order")]);

        var report = await Chases.Chase(_section.Administrator.Id, [new(_first, "court-order"), new(_second, "court-order")]);

        report.Letters.Should().ContainSingle().Which.Reference.Should().Be(_second);
        report.Left.Should().ContainSingle().Which.Why.Should().StartWith("it was asked for on").And.EndWith("is not due yet");
    }

    [Fact]
    public async Task What_is_over_the_most_at_a_time_is_told_and_can_be_asked_for_again()
    {
        var many = Enumerable.Range(0, ChaseDesk.Most).Select(n => new OwedPaper(new($"R-{5000 + n}"), "court-order")).Append(new(_first, "court-order"));

        var report = await Chases.Chase(_section.Administrator.Id, many);

        report.Beyond.Should().Equal(new OwedPaper(_first, "court-order"));
        report.NotAsked.Should().HaveCount(ChaseDesk.Most + 1);
    }

    [Fact]
    public async Task The_letter_that_asks_for_papers_is_written_from_the_text_in_force()
    {
        _portal.Services.GetRequiredService<TemplateLibrary>().Of(Papers.PapersWanted).Version.Should().Be(1);
        (await _portal.Services.GetRequiredService<TemplatesQuery>().All(_section.HeadOfTeam.Id)).Rows.Should().Contain(r => r.Paper == Papers.PapersWanted);

        var report = await Chases.Chase(_section.Administrator.Id, [new(_first, "clinical-supervisor-report"), new(_first, "social-supervisor-report")]);

        var (paper, _) = (await _portal.Services.GetRequiredService<DocumentDesk>().AsIssued(report.Letters.Single().DocumentId, _section.Administrator.Id))!.Value;
        paper.Blocks.Where(b => b.Kind == BlockKind.Bullet).Select(b => b.Text).Should().BeEquivalentTo(report.Letters.Single().Papers);
    }

    [Fact]
    public async Task Whoever_does_not_see_the_case_asks_for_nothing()
    {
        var report = await Chases.Chase(_section.Stranger.Id, [new(_first, "court-order")]);

        report.Letters.Should().BeEmpty();
        report.Left.Should().ContainSingle(l => l.Why.Contains("no such case"));
    }

    [Fact]
    public async Task A_paper_and_the_document_it_came_as_are_recorded_in_one_commit_and_found_from_each_other()
    {
        var bytes = "%PDF-1.7\nPrevious convictions"u8.ToArray();

        (await _portal.Services.GetRequiredService<DocumentDesk>().Receive(_first, _section.Administrator.Id, Wants.PreviousConvictions, London.Day(TimeProvider.System.GetUtcNow()), "pnc.pdf", bytes)).Should().BeOfType<Outcome.Done>();
        var refused = await _portal.Services.GetRequiredService<DocumentDesk>().Receive(_first, _section.Administrator.Id, Wants.PreviousConvictions, London.Day(TimeProvider.System.GetUtcNow()), "again.pdf", bytes);

        refused.Should().BeOfType<Outcome.Refused>();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var document = await db.Documents.SingleAsync();
        document.Category.Should().Be("Police paper");
        (await db.WantedPapers.SingleAsync(p => p.DocumentId == document.Id)).Standing.Should().Be(PaperStanding.Received);
        Directory.GetFiles(_portal.Services.GetRequiredService<Storage>().Documents).Should().HaveCount(1);
    }

    async Task<CaseReference> Tribunal(string patient)
    {
        var opened = await _section.Desk.Open(Mhcs.Domain.CaseTypes.Tribunal.Type, patient, London.Day(TimeProvider.System.GetUtcNow()), Section.Answers((Facts.TribunalRoute, Facts.DischargedApplies), (Facts.TribunalBody, Facts.TribunalBody.Options[0])), _section.Administrator.Id);
        var reference = opened.Should().BeOfType<Outcome.Done>().Subject.Reference;
        await Do(reference, (file, on) => file.AssignTo(_section.Ann, on), _section.TeamManager);
        await _section.Take(reference, _section.Administrator, "ask-for-the-reports");
        return reference;
    }

    /// <summary>What was asked for was asked for two weeks ago.</summary>
    async Task LongAgo()
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        foreach (var paper in await db.WantedPapers.Where(p => p.RequestedAt != null).ToListAsync()) db.Entry(paper).Property(p => p.RequestedAt).CurrentValue = paper.RequestedAt!.Value.AddDays(-14);
        await db.SaveChangesAsync();
    }

    async Task Do(CaseReference reference, Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> work, Person? by = null) =>
        (await _section.Desk.Work(reference, (by ?? _section.Administrator).Id, work)).Should().BeOfType<Outcome.Done>();
}
