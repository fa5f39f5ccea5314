using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Hearings;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Hearings;

public sealed class TribunalQueryTests : IAsyncDisposable
{
    readonly PortalApp _portal = new();

    public TribunalQueryTests() => _ = _portal.Address;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    TribunalQuery Query => _portal.Services.GetRequiredService<TribunalQuery>();
    DateOnly Today => London.Day(_portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    [Fact]
    public async Task What_waits_for_us_stands_apart_from_what_is_listed()
    {
        var section = await Section.In(_portal.Services);
        var (mine, listed) = (await Opened(section, "P-20001"), await Listed(section, "P-20002", Today.AddDays(20)));

        var view = (await Query.For(section.Ann.Id, new()))!;

        view.ForUs.Select(r => r.File.Reference).Should().Equal(mine);
        view.Hearings.Select(r => r.File.Reference).Should().Equal(listed);
        (view.Directions.Count, view.Reviews.Count).Should().Be((0, 0));
    }

    [Fact]
    public async Task Hearings_further_ahead_than_asked_are_left_out_and_those_of_other_teams_are_never_there()
    {
        var section = await Section.In(_portal.Services);
        await Listed(section, "P-20001", Today.AddDays(20));

        (await Query.For(section.Ann.Id, new(Weeks: 2)))!.Hearings.Should().BeEmpty();
        (await Query.For(section.Ann.Id, new(Weeks: 4)))!.Hearings.Should().ContainSingle();
        (await Query.For(section.Stranger.Id, new()))!.Hearings.Should().BeEmpty();
        (await Query.For(section.Ben.Id, new(Mine: true)))!.Hearings.Should().BeEmpty();
    }

    [Fact]
    public async Task Each_direction_and_each_adjournment_to_review_has_its_line_until_it_is_done()
    {
        var section = await Section.In(_portal.Services);
        var reference = await Listed(section, "P-20001", Today.AddDays(20));
        await section.Take(reference, section.Administrator, "record-an-adjournment");
        await section.Take(reference, section.Administrator, "record-a-direction", (Facts.Direction, "Serve the risk assessment"), (Facts.DirectionDueOn, A.Text(Today.AddDays(9))));
        await section.Take(reference, section.Administrator, "record-a-direction", (Facts.Direction, "Say who attends"), (Facts.DirectionDueOn, A.Text(Today.AddDays(5))));

        var before = (await Query.For(section.Ann.Id, new()))!;
        var number = before.Directions[1].File.Deadlines.First(d => d.Name == "Serve the risk assessment").Number;
        await section.Desk.Work(reference, section.Ann.Id, (file, on) => file.Comply(number, "Sent by secure email", on));
        await section.Take(reference, section.DeputyHead, "review-the-adjournment-or-directions");
        var after = (await Query.For(section.Ann.Id, new()))!;

        before.Directions.Select(r => r.What).Should().Equal("Say who attends", "Serve the risk assessment");
        before.Reviews.Should().ContainSingle();
        before.Hearings.Should().BeEmpty("an adjourned hearing has no date");
        after.Directions.Select(r => r.What).Should().Equal("Say who attends");
        after.Reviews.Should().BeEmpty();
    }

    [Fact]
    public async Task The_page_is_narrowed_by_stage_route_region_and_directions_and_says_how_many_each_choice_has()
    {
        var section = await Section.In(_portal.Services);
        var (prepared, listed) = (await Opened(section, "P-20001"), await Listed(section, "P-20002", Today.AddDays(20)));
        await section.Take(listed, section.Administrator, "record-a-direction", (Facts.Direction, "Say who attends"), (Facts.DirectionDueOn, A.Text(Today.AddDays(5))));

        var view = (await Query.For(section.Ann.Id, new() { Stages = [TribunalStage.Listed] }))!;

        (view.Hearings.Count, view.ForUs.Count).Should().Be((1, 0));
        view.ForOthers.Select(r => r.File.Reference).Should().Equal(listed);
        (view.Counts[nameof(TribunalStage.Statement)], view.Counts[nameof(TribunalStage.Listed)], view.Counts[Facts.DischargedApplies], view.Counts[nameof(TribunalFilter.DirectionsDue)]).Should().Be((1, 1, 2, 1));
        (await Query.For(section.Ann.Id, new() { Stages = [TribunalStage.Statement] }))!.ForUs.Select(r => r.File.Reference).Should().Equal(prepared);
        (await Query.For(section.Ann.Id, new() { DirectionsDue = true }))!.ForUs.Should().BeEmpty();
        (await Query.For(section.Ann.Id, new() { Routes = [Facts.DetainedApplies] }))!.Hearings.Should().BeEmpty();
        (await Query.For(section.Ann.Id, new() { Regions = ["London"] }))!.Hearings.Should().BeEmpty("the patient is in no hospital of that region");
    }

    [Fact]
    public void An_address_carries_every_filter_there_and_back_and_what_it_does_not_know_is_left_out()
    {
        var filter = new TribunalFilter("A", 4, Mine: true) { Routes = [Facts.DischargedApplies], Stages = [TribunalStage.Adjourned, TribunalStage.Decided], Regions = ["North East"], Bodies = [Facts.TribunalBody.Options[1]], DirectionsDue = true };

        From(filter.Href).Should().Be(filter);
        From("/tribunal?stage=nowhere&route=99&weeks=3&region=mars").Should().Be(new TribunalFilter());

        static TribunalFilter From(string address)
        {
            var asked = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://portal" + address).Query);
            return TribunalFilter.From(name => asked.TryGetValue(name, out var value) ? value.ToString() : null);
        }
    }

    [Fact]
    public async Task A_deferred_discharge_stands_there_with_what_is_outstanding_until_a_later_application_is_said_to_overtake_it()
    {
        var section = await Section.In(_portal.Services);
        await Detained("P-20001");
        var discharge = (await section.Desk.Open(ConditionalDischarge.Type, "P-20001", Today, FactSheet.Empty, section.Administrator.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;
        await section.Take(discharge, section.Ann, ConditionalDischarge.DeferCode, (Facts.ArrangementsOutstanding, "A place in a staffed house"));
        var before = (await Query.For(section.Administrator.Id, new()))!;

        var later = (await section.Desk.Open(Tribunal.Type, "P-20001", Today, Section.Answers((Facts.TribunalRoute, Facts.DetainedApplies), (Facts.TribunalBody, Facts.TribunalBody.Options[0])), section.Administrator.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;
        var overtaken = (await Query.For(section.Administrator.Id, new()))!;
        await section.Take(discharge, section.Ann, "record-a-later-application-or-reference");

        before.Deferred.Should().ContainSingle().Which.What.Should().Be("A place in a staffed house");
        overtaken.Deferred.Should().ContainSingle().Which.What.Should().StartWith($"Before the tribunal again: {later}");
        (await Query.For(section.Administrator.Id, new()))!.Deferred.Should().BeEmpty();
        before.ForUs.Should().BeEmpty("a discharge is no case of the tribunal");
    }

    async Task Detained(string patient)
    {
        await using var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        (await db.Patients.SingleAsync(p => p.Number == patient)).Apply(new LegalStatusBegan(LegalCategory.S37_41, Today.AddYears(-2)));
        await db.SaveChangesAsync();
    }

    static async Task<CaseReference> Opened(Section section, string patient)
    {
        var outcome = await section.Desk.Open(Tribunal.Type, patient, London.Day(TimeProvider.System.GetUtcNow()), Section.Answers((Facts.TribunalRoute, Facts.DischargedApplies), (Facts.TribunalBody, Facts.TribunalBody.Options[0])), section.Administrator.Id);
        return outcome.Should().BeOfType<Outcome.Done>().Subject.Reference;
    }

    static async Task<CaseReference> Listed(Section section, string patient, DateOnly hearing)
    {
        var reference = await Opened(section, patient);
        (await section.Desk.Work(reference, section.TeamManager.Id, (file, on) => file.AssignTo(section.Ann, on))).Should().BeOfType<Outcome.Done>();
        foreach (var step in new[] { "give-the-tribunal-the-supervisors-names", "ask-for-the-reports", "prepare-the-case-summary", "receive-the-supervisors-reports", "write-the-statement" })
            await section.Take(reference, section.Ann, step);
        await section.Take(reference, section.Ben, "endorse-the-statement");
        await section.Take(reference, section.Administrator, "send-our-statement");
        await section.Take(reference, section.Administrator, "record-the-hearing-date", (Facts.HearingOn, A.Text(hearing)));
        return reference;
    }
}
