using DocumentFormat.OpenXml.Packaging;
using Mhcs.Domain.Amendments;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Admin;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Library;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Documents;

/// <summary>The texts of papers, changed by two people.</summary>
public sealed class TemplateLibraryTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    readonly Person _head = new() { UserName = "s.head", Name = "S. Head", Grade = Grade.HeadOfSection }, _administrator = new() { UserName = "s.admin", Name = "S. Admin", Grade = Grade.SystemAdministrator };
    Section _section = null!;

    static readonly string Changed = PaperTemplate.TextOf(Papers.MonitoringLetter).Replace("watch more closely", "watch far more closely");

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
    public async Task The_next_letter_carries_the_text_that_a_second_person_approved_and_keeps_which_it_was()
    {
        var first = await MonitoringLetter("P-20001");
        await Get<DocumentDesk>().Issue(first, 1, _section.Administrator.Id);
        var proposed = await Desk.ProposeText("monitoring", Changed, "Supervisors asked for plainer words", Today, _head.Id);
        Get<TemplateLibrary>().Of(Papers.MonitoringLetter).Version.Should().Be(1, "it is only proposed");

        (await Desk.Decide(proposed.Id!.Value, approve: true, _administrator.Id)).Reasons.Should().BeEmpty();
        var second = await MonitoringLetter("P-20002");
        (await Get<DocumentDesk>().Issue(second, 1, _section.Administrator.Id)).Should().BeOfType<Outcome.Done>();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var issued = await db.Documents.OrderBy(d => d.At).ToListAsync();
        issued.Select(d => d.Template).Should().Equal(1, 2);
        Text(issued[0].Id).Should().NotContain("far more closely");
        Text(issued[1].Id).Should().Contain("far more closely");
        (await db.Trail.Where(e => e.Kind == nameof(PaperIssued)).OrderBy(e => e.Seq).ToListAsync()).Select(e => ((PaperIssued)e.Event!).Template).Should().Equal(1, 2);
        var view = (await Get<TemplatesQuery>().Of("monitoring", _head.Id))!;
        view.Versions.Select(v => v.Number).Should().Equal(2, 1);
    }

    [Fact]
    public async Task A_warrant_whose_text_was_changed_after_the_signature_is_signed_again_before_it_goes_out()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await _section.Take(recall, _section.DeputyHead, step);
        var proposed = await Desk.ProposeText("recall-warrant", PaperTemplate.TextOf(Papers.RecallWarrant).Replace("in simple terms", "in plain words"), "Plainer", Today, _head.Id);
        (await Desk.Decide(proposed.Id!.Value, approve: true, _administrator.Id)).Reasons.Should().BeEmpty();

        (await Get<DocumentDesk>().Issue(recall, 1, _section.Administrator.Id)).Sentences.Should().ContainSingle().Which.Should().StartWith("Its text").And.Contain("Have it signed again");
        (await Get<DecisionsQuery>().For(_section.DeputyHead.Id))!.Value.Rows.Single().ToSign.Should().ContainSingle("it waits for a signature again");
        await _section.Desk.Work(recall, _section.DeputyHead.Id, (file, on) => file.SignPaper(1, on));
        (await Get<DocumentDesk>().Issue(recall, 1, _section.Administrator.Id)).Should().BeOfType<Outcome.Done>();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.Where(e => e.Kind == nameof(PaperSigned)).OrderBy(e => e.Seq).ToListAsync()).Select(e => ((PaperSigned)e.Event!).Template).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Nobody_approves_their_own_text_and_one_change_waits_at_a_time()
    {
        var proposed = await Desk.ProposeText("monitoring", Changed, "Plainer", Today, _head.Id);

        (await Desk.Decide(proposed.Id!.Value, approve: true, _head.Id)).Reasons.Should().ContainSingle().Which.Text.Should().StartWith("You proposed this");
        (await Desk.ProposeText("monitoring", Changed + "!", "Plainer still", Today, _administrator.Id)).Reasons.Should().Contain(r => r.Text.StartsWith("A change to this waits"));
        Get<TemplateLibrary>().Of(Papers.MonitoringLetter).Version.Should().Be(1);
    }

    [Fact]
    public async Task An_unsound_text_is_not_even_proposed_and_only_the_two_roles_propose()
    {
        (await Desk.ProposeText("recall-warrant", "# A warrant\n\nCome back.", "Shorter", Today, _head.Id)).Reasons.Should().HaveCountGreaterThan(3);
        (await Desk.ProposeText("monitoring", PaperTemplate.TextOf(Papers.MonitoringLetter), "The same", Today, _head.Id)).Reasons.Should().ContainSingle().Which.Text.Should().StartWith("This is how it reads");
        (await Desk.ProposeText("monitoring", Changed, "Plainer", Today, _section.HeadOfTeam.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
    }

    [Fact]
    public async Task A_text_waits_for_its_day()
    {
        var proposed = await Desk.ProposeText("monitoring", Changed, "Plainer", Today.AddDays(3), _head.Id);
        await Desk.Decide(proposed.Id!.Value, approve: true, _administrator.Id);
        var library = Get<TemplateLibrary>();
        library.Of(Papers.MonitoringLetter).Version.Should().Be(1);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        library.Take(await db.Amendments.AsNoTracking().Where(a => a.Standing == AmendmentStanding.Approved).ToListAsync(), London.At(Today.AddDays(3), new(0, 0)));

        library.Of(Papers.MonitoringLetter).Version.Should().Be(2);
    }

    async Task<CaseReference> MonitoringLetter(string patient)
    {
        var recall = await _section.OpenRecall(patient);
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await _section.Take(recall, _section.Ann, "assess-the-concern");
        await _section.Take(recall, _section.Ann, "monitor-closely");
        return recall;
    }

    string Text(string document)
    {
        using var word = WordprocessingDocument.Open(Path.Combine(Get<Storage>().Documents, document), isEditable: false);
        return word.MainDocumentPart!.Document.InnerText;
    }

    T Get<T>() where T : notnull => _portal.Services.GetRequiredService<T>();
}
