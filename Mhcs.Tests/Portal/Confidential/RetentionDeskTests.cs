using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Confidential;

public sealed class RetentionDeskTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    RetentionDesk Desk => _portal.Services.GetRequiredService<RetentionDesk>();
    RetentionQuery Query => _portal.Services.GetRequiredService<RetentionQuery>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        await _portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.Patients.AddRange(Ended("P-10001", new(2004, 5, 6)), Ended("P-10002", new(2005, 5, 6)), Ended("P-10003", new(2024, 5, 6)));
            return Task.CompletedTask;
        });
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Records_whose_period_has_run_are_listed_and_those_decided_on_are_not()
    {
        (await Listed(RetentionView.Due)).Should().Equal("P-10001", "P-10002");

        (await Desk.Review("P-10001", RetentionDecision.OfferToArchives, null, "Of public interest", _section.DeputyHead.Id)).Reasons.Should().BeEmpty();
        (await Desk.Review("P-10002", RetentionDecision.Keep, new(2050, 1, 1), "A claim is likely", _section.DeputyHead.Id)).Reasons.Should().BeEmpty();

        (await Listed(RetentionView.Due)).Should().BeEmpty();
        (await Listed(RetentionView.All)).Should().Equal("P-10001", "P-10002", "P-10003");
    }

    [Fact]
    public async Task A_hold_placed_by_anybody_of_the_team_stops_disposal_until_a_deputy_head_lifts_it()
    {
        var hold = (await Desk.Place(" p-10001 ", HoldGround.PublicInquiry, "Inquiry of 2026", _section.Administrator.Id)).Id!.Value;
        (await Listed(RetentionView.Held)).Should().Equal("P-10001");

        (await Desk.Review("P-10001", RetentionDecision.MarkForDisposal, null, "Old", _section.DeputyHead.Id)).Reasons.Should().ContainSingle(r => r.Field == "decision");
        (await Desk.Lift(hold, "Closed", _section.Ann.Id)).Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        (await Desk.Lift(hold, "The inquiry has closed", _section.DeputyHead.Id)).Reasons.Should().BeEmpty();

        (await Desk.Review("P-10001", RetentionDecision.MarkForDisposal, null, "Old", _section.DeputyHead.Id)).Reasons.Should().BeEmpty();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Patients.CountAsync(p => p.Number == "P-10001")).Should().Be(1, "nothing is deleted");
    }

    [Fact]
    public async Task A_patient_of_another_team_is_as_missing_as_one_there_is_not()
    {
        var answers = await Task.WhenAll(Desk.Place("P-10001", HoldGround.Inquest, "Inquest", _section.Stranger.Id), Desk.Place("P-99999", HoldGround.Inquest, "Inquest", _section.Administrator.Id));

        answers.SelectMany(a => a.Reasons).Select(r => r.Text).Distinct().Should().ContainSingle();
        (await Query.For(_section.Stranger.Id, RetentionView.All))!.Total.Should().Be(0);
    }

    [Fact]
    public async Task A_closed_claim_about_nobody_on_the_books_is_listed_by_its_last_day_and_held_by_its_reference()
    {
        var on = _portal.Services.GetRequiredService<Mhcs.Portal.People.Occasions>().Now;
        var letter = (await _section.Desk.OpenWithoutPatient(Letter.Type, "A", London.Day(on), Support.Answers.To(Letter.Type.Opening.Asks, on.AddMinutes(-1)), _section.Administrator.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;
        (await Listed(RetentionView.Cases)).Should().BeEmpty("it is still being answered");
        await _section.Desk.Hand(letter, _section.TeamManager.Id, (file, now) => file.AssignTo(_section.Ann, now));
        await _section.Take(letter, _section.TeamManager, "record-that-no-reply-is-needed");

        (await Query.For(_section.DeputyHead.Id, RetentionView.Cases))!.Rows.Should().ContainSingle().Which.Ended.Should().Be(London.Day(on));
        var hold = await Desk.Place(letter.Value, HoldGround.Litigation, "A claim was threatened", _section.Administrator.Id);

        hold.Reasons.Should().BeEmpty();
        (await Query.For(_section.DeputyHead.Id, RetentionView.Cases))!.Rows.Single().Holds.Should().ContainSingle(h => h.Hold.Holds);
        (await Desk.Review(letter.Value, RetentionDecision.MarkForDisposal, null, "Old", _section.DeputyHead.Id)).Reasons.Should().ContainSingle().Which.Text.Should().Contain("is kept until");
        (await Desk.Lift(hold.Id!.Value, "It was settled", _section.DeputyHead.Id)).Reasons.Should().BeEmpty();
    }

    [Fact]
    public async Task A_case_about_a_patient_is_part_of_the_patients_record()
    {
        var recall = await _section.OpenRecall();

        (await Desk.Place(recall.Value, HoldGround.Inquest, "Inquest", _section.Administrator.Id)).Reasons.Should().ContainSingle().Which.Text.Should().Contain("part of the record of P-20001");
    }

    async Task<IReadOnlyList<string>> Listed(RetentionView view) => [.. (await Query.For(_section.DeputyHead.Id, view))!.Rows.Select(r => r.Number)];

    static Patient Ended(string number, DateOnly on)
    {
        var patient = new Patient { Number = number, Surname = "Foxglove", Forenames = "Wren", BornOn = new(1960, 1, 2), Team = "A" };
        patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, new(1990, 1, 2)));
        patient.Apply(new LegalStatusBegan(LegalCategory.NotRestricted, on));
        return patient;
    }
}
