using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Patients.Import;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

/// <summary>One reading of a case serves all who look at it: as long as nothing has happened, and only those who may see it.</summary>
public sealed class CaseReadsTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_case_that_stays_as_it_is_is_read_once_for_all_who_look_at_it()
    {
        var recall = await _section.OpenRecall();
        var first = await Seen(recall, _section.Ann);

        var second = await Seen(recall, _section.Ben);

        second!.File.Should().BeSameAs(first!.File);
        second.On.By.Id.Should().Be(_section.Ben.Id, "what is a person's own is theirs");
    }

    [Fact]
    public async Task What_happens_to_another_case_leaves_a_reading_as_it_was()
    {
        var (recall, other) = (await _section.OpenRecall(), await _section.OpenRecall("P-20002"));
        var before = await Seen(recall, _section.Ann);

        await Note(other);

        (await Seen(recall, _section.Ann))!.File.Should().BeSameAs(before!.File);
    }

    [Fact]
    public async Task What_has_happened_is_seen_by_the_next_who_looks()
    {
        var recall = await _section.OpenRecall();
        var before = await Seen(recall, _section.Ann);

        await Note(recall);

        var after = await Seen(recall, _section.Ben);
        after!.Happenings[0].Event.Should().BeOfType<NoteAdded>();
        after.File.Version.Should().Be(before!.File.Version + 1);
    }

    [Fact]
    public async Task A_patient_recorded_anew_is_shown_anew_on_their_cases()
    {
        var recall = await _section.OpenRecall();
        await Seen(recall, _section.Ann);

        await _portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            (await writing.Db.Patients.SingleAsync(p => p.Number == "P-20001")).Apply(new Admitted("Tarn Lea", null, null, new(2026, 1, 5)));
            writing.Record(new TrailEntry { At = _portal.Services.GetRequiredService<Occasions>().Now, By = _section.Administrator.Id, Kind = nameof(PatientImported), PatientNumber = "P-20001", Data = "{}" });
        });

        (await Seen(recall, _section.Ann))!.File.Patient!.Hospital.Should().Be("Tarn Lea");
    }

    [Fact]
    public async Task A_reading_is_handed_to_nobody_who_may_not_see_the_case()
    {
        var recall = await _section.OpenRecall();
        await Seen(recall, _section.Ann);

        (await Seen(recall, _section.Stranger)).Should().BeNull("it is another team's");
    }

    [Fact]
    public async Task A_file_restricted_after_it_was_read_is_gone_for_those_not_named()
    {
        var recall = await _section.OpenRecall();
        await Seen(recall, _section.Ann);
        await Seen(recall, _section.Ben);

        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.Restrict(true, [_section.Ann.Id, _section.TeamManager.Id], "Press interest", on));

        (await Seen(recall, _section.Ben)).Should().BeNull();
        (await Seen(recall, _section.Ann))!.File.Restricted.Should().BeTrue();
    }

    [Fact]
    public async Task Each_reading_of_a_restricted_file_is_recorded_for_the_person_though_it_was_read_before()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.Restrict(true, [_section.Ann.Id, _section.Ben.Id], "Press interest", on));

        await Seen(recall, _section.Ann);
        await Seen(recall, _section.Ben);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.Where(e => e.Kind == SensitiveReads.Restricted).Select(e => e.By).ToListAsync()).Should().BeEquivalentTo([_section.Ann.Id, _section.Ben.Id]);
    }

    Task<CaseView?> Seen(CaseReference reference, Person by) => _portal.Services.GetRequiredService<CaseQuery>().Find(reference.Value, by.Id);

    Task<Outcome> Note(CaseReference reference) => _section.Desk.Work(reference, _section.Ann.Id, (file, on) => file.AddNote("The ward telephoned.", on));
}
