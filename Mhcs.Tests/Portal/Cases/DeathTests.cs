using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

public sealed class DeathTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _recall, _death;

    DateOnly Today => London.Day(_portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        _recall = await _section.OpenRecall();
        await _section.Desk.Work(_recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(_recall, _section.Ann, step);
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await _section.Take(_recall, _section.DeputyHead, step);
        _death = await OpenDeath();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_death_stops_a_letter_waiting_to_go_and_only_an_override_on_the_trail_lets_it_out()
    {
        await RecordTheDeath();

        (await Issue(_section.Administrator, null)).Should().BeOfType<Outcome.Refused>().Which.Sentences.Single().Should().StartWith("The patient’s death is recorded");
        (await Issue(_section.TeamManager, "The hospital needs it for the coroner")).Should().BeOfType<Outcome.Refused>().Which.Reasons.Single().Code.Should().Be("not-entitled");
        (await Issue(_section.DeputyHead, "The hospital needs it for the coroner")).Should().BeOfType<Outcome.Done>();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var overridden = await db.Trail.SingleAsync(e => e.Kind == nameof(DeathOverridden));
        overridden.By.Should().Be(_section.DeputyHead.Id);
        overridden.Event.Should().BeEquivalentTo(new { What = "Recall warrant, section 42(3)", Why = "The hospital needs it for the coroner" });
    }

    [Fact]
    public async Task What_a_death_has_stopped_is_nobodys_letter_to_issue_any_more()
    {
        var letters = _portal.Services.GetRequiredService<Mhcs.Portal.Letters.LettersQuery>();
        (await letters.For(_section.Administrator.Id, new()))!.Rows.Should().Contain(r => r.File.Reference == _recall);

        await RecordTheDeath();

        var page = (await letters.For(_section.Administrator.Id, new()))!;
        page.Rows.Should().OnlyContain(r => r.File.Reference == _death);
        page.Kinds.Should().NotContain(k => k.Paper == Papers.RecallWarrant);
    }

    [Fact]
    public async Task Whoever_has_to_hear_of_the_death_stays_in_somebodys_work_and_nothing_else_of_a_stopped_case_does()
    {
        await RecordTheDeath();

        var told = (await File(_recall)).Notices.Where(n => n.SentAt is null).ToList();
        var errands = (await _portal.Services.GetRequiredService<MyWorkQuery>().For(_section.Ann.Id))!.Errands.Where(e => e.Reference == _recall).ToList();

        told.Should().Contain(n => n.About == AfterDeath.Stop.Label).And.Contain(n => n.About != AfterDeath.Stop.Label);
        // What was decided before the death still goes into PPUD, which tells nobody.
        errands.Select(e => e.Number).Should().BeEquivalentTo(told.Where(n => n.About == AfterDeath.Stop.Label || n.IsForPpud).Select(n => n.Number));
        errands.Should().OnlyContain(e => !e.IsPaper);
    }

    [Fact]
    public async Task Every_clock_of_every_other_case_stops_in_the_commit_that_records_the_death()
    {
        (await File(_recall)).Deadlines.Should().Contain(d => d.IsRunning);

        await RecordTheDeath();

        var stopped = await File(_recall);
        (stopped.StateCode, stopped.NextDueOn).Should().Be(("DeathRecorded", null));
        stopped.Deadlines.Should().OnlyContain(d => !d.IsRunning);
        stopped.Patient!.DiedOn.Should().Be(Today);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var recorded = await db.Trail.SingleAsync(e => e.Kind == nameof(PatientChanged) && e.Data.Contains("patientDied"));
        (await db.Trail.Where(e => e.Kind == nameof(DeadlineEnded)).ToListAsync()).Should().NotBeEmpty().And.OnlyContain(e => e.At == recorded.At);
    }

    [Fact]
    public async Task The_other_cases_are_closed_from_the_case_of_the_death_once_their_warrants_are_called_off()
    {
        await RecordTheDeath();
        await Tell(_death);
        await _section.Take(_death, _section.Administrator, "record-that-the-police-are-told");

        var early = await Settle();
        await Tell(_recall);
        var late = await Settle();

        early.Should().BeOfType<Outcome.Refused>().Which.Sentences.Single().Should().StartWith($"{_recall}: ");
        late.Should().BeOfType<Outcome.Done>();
        (await File(_recall)).Should().Match<CaseFile>(f => f.StateCode == "Deceased" && !f.IsOpen);
    }

    [Fact]
    public async Task A_death_of_the_wrong_patient_is_taken_back_and_what_it_stopped_goes_on()
    {
        var before = (await File(_recall)).Deadlines.Where(d => d.IsRunning).Select(d => (d.Rule, d.LastDay)).ToList();
        await RecordTheDeath();

        await _section.Take(_death, _section.DeputyHead, "take-death-back");

        var running = await File(_recall);
        (running.StateCode, running.Patient!.DiedOn).Should().Be(("WarrantIssued", null));
        running.Deadlines.Where(d => d.IsRunning).Select(d => (d.Rule, d.LastDay)).Should().Equal(before);
        (await Issue(_section.Administrator, null)).Should().BeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task A_patient_has_one_open_case_of_their_death()
    {
        var again = await _section.Desk.Open(AllCaseTypes.Get("death"), "P-20001", Today, Support.Answers.To(AllCaseTypes.Get("death").Opening.Asks, _portal.Services.GetRequiredService<TimeProvider>().GetUtcNow()), _section.Administrator.Id);

        again.Should().BeOfType<Outcome.Refused>().Which.Sentences.Single().Should().Contain(_death.Value);
    }

    async Task<CaseReference> OpenDeath()
    {
        var now = _portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return (await _section.Desk.Open(AllCaseTypes.Get("death"), "P-20001", Today, Support.Answers.To(AllCaseTypes.Get("death").Opening.Asks, now), _section.Administrator.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;
    }

    async Task RecordTheDeath()
    {
        foreach (var step in new[] { "confirm-the-death", "record-the-death" }) await _section.Take(_death, _section.Administrator, step);
    }

    Task<Outcome> Issue(Person by, string? despite) => _portal.Services.GetRequiredService<DocumentDesk>().Issue(_recall, 1, by.Id, despiteDeath: despite);

    Task<Outcome> Settle() => _section.Desk.Work(_death, _section.Ann.Id, (file, on) =>
    {
        var move = file.Type.Moves.First(m => m.Step.Code == "settle-the-open-actions");
        return file.Take(move.Step, Support.Answers.To(move.Asks, on.At), on);
    });

    async Task Tell(CaseReference reference)
    {
        foreach (var notice in (await File(reference)).Notices.Where(n => n.SentAt is null && (reference == _death || n.About == AfterDeath.Stop.Label)))
            (await _section.Desk.Work(reference, _section.Administrator.Id, (file, on) => file.MarkSent(notice.Number, "by telephone", on))).Should().BeOfType<Outcome.Done>();
    }

    async Task<CaseFile> File(CaseReference reference)
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).SingleAsync(c => c.Reference == reference);
    }
}
