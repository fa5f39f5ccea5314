using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Cases;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

public sealed class CaseQueryTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    CaseQuery Query => _portal.Services.GetRequiredService<CaseQuery>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_case_that_somebody_may_not_see_is_not_found()
    {
        var recall = await _section.OpenRecall();

        (await Query.Find(recall.Value, _section.Stranger.Id)).Should().BeNull();
        (await Query.Find("R-9999", _section.Ann.Id)).Should().BeNull();
        (await Query.Find("not a reference", _section.Ann.Id)).Should().BeNull();
        (await Query.Find(recall.Value, _section.Ann.Id)).Should().NotBeNull();
    }

    [Fact]
    public async Task Of_a_long_record_the_newest_entries_are_read_and_the_rest_is_counted()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.Ann.Id, (file, on) => [.. Enumerable.Range(0, 200).SelectMany(n => file.AddNote($"Note {n}", on))]);   // one act, longer than a page

        var view = (await Query.Find(recall.Value, _section.Ann.Id))!;

        view.Happenings.Should().HaveCount(CaseQuery.Newest).And.OnlyContain(h => h.Event is NoteAdded);
        view.Earlier.Should().BeGreaterThan(150);
        view.Backbone.Should().ContainSingle().Which.Event.Should().BeOfType<CaseOpened>();
        view.Path().Should().ContainSingle().Which.State.Label.Should().Be("Concern raised");
    }

    [Fact]
    public async Task The_history_goes_down_to_the_field_with_what_it_was_before()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.Ann.Id, (file, on) => file.RecordFacts(Section.Answers((Facts.ConcernSource, "Police")), "The call came from the police", on));

        var act = Act.Of((await Query.Find(recall.Value, _section.Ann.Id))!)[0];

        act.Changes.Should().ContainSingle().Which.Should().Be(new FieldChange(Facts.ConcernSource, Facts.ConcernSource.Options[0], "Police"));
        act.Head.Event.By.Should().Be(_section.Ann.Id);
    }

    [Fact]
    public async Task A_paper_from_others_is_what_its_act_was_about_and_not_the_chase_that_it_answers()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.Ann.Id, (file, on) => file.RequestPaper(Wants.PreviousConvictions.Key, "By secure email", on));
        await _section.Desk.Work(recall, _section.Ann.Id, (file, on) => file.ChasePaper(Wants.PreviousConvictions.Key, "By telephone", on));
        await _section.Desk.Work(recall, _section.Ann.Id, (file, on) => file.GiveUpPaper(Wants.PreviousConvictions.Key, "The police hold none", on));

        var acts = Act.Of((await Query.Find(recall.Value, _section.Ann.Id))!);

        acts.Take(3).Select(a => a.Head.Event.GetType().Name).Should().Equal(nameof(PaperNotAvailable), nameof(PaperChased), nameof(PaperRequested));
        acts[0].With.Should().Contain(h => h.Event is DeadlineMet);
    }

    [Fact]
    public async Task What_happened_since_is_told_to_whoever_was_overtaken()
    {
        var recall = await _section.OpenRecall();
        var seen = (await Query.Find(recall.Value, _section.Ann.Id))!;
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ben, on));

        (await Query.Since(seen)).Should().ContainSingle().Which.Event.Should().BeOfType<CaseAssigned>();
    }

    [Fact]
    public async Task A_case_waits_for_the_decision_of_those_who_may_take_it_and_did_not_recommend_it()
    {
        var decisions = _portal.Services.GetRequiredService<DecisionsQuery>();
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);

        (await decisions.For(_section.DeputyHead.Id))!.Value.Rows.Should().ContainSingle().Which.File.Reference.Should().Be(recall);
        (await decisions.Count(_section.Ann.Id)).Should().Be(0, "a caseworker does not decide recalls");
        (await decisions.Count(_section.Stranger.Id)).Should().Be(0, "it is another team's");
    }

    [Fact]
    public async Task What_waits_for_a_decision_offers_only_steps_that_are_open_now()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        await _section.Take(recall, _section.DeputyHead, "approve-recall");

        var listed = (await _portal.Services.GetRequiredService<DecisionsQuery>().For(_section.DeputyHead.Id))!.Value.Rows.Single(r => r.File.Reference == recall);

        var offers = (await Query.Find(recall.Value, _section.DeputyHead.Id))!.Offers;
        listed.Decisions.Select(s => s.Code).Should().BeEquivalentTo(offers.Where(o => o.IsOpen && o.Move.By.IsDecision).Select(o => o.Step.Code)).And.NotContain("approve-recall", "that is decided");
    }

    [Fact]
    public async Task A_warrant_whose_signature_fell_waits_for_whoever_may_sign_it_until_it_is_signed_again()
    {
        var decisions = _portal.Services.GetRequiredService<DecisionsQuery>();
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await _section.Take(recall, _section.DeputyHead, step);
        var signed = await decisions.Count(_section.DeputyHead.Id);

        await _section.Desk.Work(recall, _section.DeputyHead.Id, (file, on) => file.RecordFacts(Section.Answers((Facts.BriefReason, "Another reason altogether")), "It was wrong", on));
        var fallen = (await decisions.For(_section.DeputyHead.Id))!.Value.Rows.Single(r => r.File.Reference == recall);
        var others = (await decisions.For(_section.TeamManager.Id))!.Value.Rows;
        await _section.Desk.Work(recall, _section.DeputyHead.Id, (file, on) => file.SignPaper(1, on));

        (fallen.Decisions.Count, fallen.ToSign.Single().Paper).Should().Be((0, Papers.RecallWarrant.Key));
        others.Should().BeEmpty("a team manager signs no warrant");
        (signed, await decisions.Count(_section.DeputyHead.Id)).Should().Be((0, 0));
    }

    [Fact]
    public async Task A_decision_taken_no_longer_waits_for_anybody()
    {
        var decisions = _portal.Services.GetRequiredService<DecisionsQuery>();
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        var before = await decisions.Count(_section.DeputyHead.Id);

        await _section.Take(recall, _section.DeputyHead, "refuse-recall");

        (before - await decisions.Count(_section.DeputyHead.Id)).Should().Be(1);
    }
}
