using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Patients;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Patients;

public sealed class PatientDeskTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    PatientDesk Desk => _portal.Services.GetRequiredService<PatientDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_PPUD_reference_put_right_is_on_the_patient_and_on_the_trail_and_found_by_it()
    {
        (await Desk.RecordPpud("P-20001", "AP4471", "That was another patient", _section.Administrator.Id)).Reasons.Should().BeEmpty();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Patients.SingleAsync(p => p.Number == "P-20001")).PpudReference.Should().Be("AP4471");
        (await db.Trail.SingleAsync(e => e.Kind == nameof(PpudRecorded) && e.PatientNumber == "P-20001")).Data.Should().Contain("PP20001").And.Contain("AP4471").And.Contain("That was another patient");
        (await _portal.Services.GetRequiredService<FindQuery>().For(_section.Ann.Id, "AP4471")).Should().ContainSingle();
    }

    [Fact]
    public async Task A_patient_one_does_not_see_cannot_be_written_to_after_a_conflict_or_from_another_team()
    {
        (await _portal.Services.GetRequiredService<ConfidentialDesk>().Declare("P-20001", "My cousin", _section.Ann.Id)).Done.Should().BeTrue();

        foreach (var person in new[] { _section.Ann, _section.Stranger })
            (await Desk.RecordPpud("P-20001", "AP4471", "A reason", person.Id)).Reasons.Should().ContainSingle(r => r.Code == "not-found");
    }

    [Fact]
    public async Task After_a_decision_the_administrator_has_PPUD_to_update_until_it_is_ticked_off()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Hand(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        await _section.Take(recall, _section.DeputyHead, "approve-recall");

        var errand = (await Errands()).Should().ContainSingle().Subject;
        (errand.Reference, errand.After).Should().Be((recall, "After “Approve recall”"));
        (await _section.Desk.Work(recall, _section.Administrator.Id, (file, on) => file.MarkSent(errand.Number, Notice.InPpud, on))).Should().BeOfType<Outcome.Done>();

        (await Errands()).Should().BeEmpty();
    }

    async Task<IEnumerable<Errand>> Errands() => (await _portal.Services.GetRequiredService<MyWorkQuery>().For(_section.Administrator.Id))!.Errands.Where(e => e.What == "Update PPUD");
}
