using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Patients;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Audit;

public sealed class RecordReadsTests : IAsyncLifetime
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
    public async Task Each_person_s_reading_of_a_case_or_a_patient_is_on_the_trail_once()
    {
        var file = await _section.OpenRecall();
        foreach (var person in new[] { _section.Ann, _section.Ann, _section.Ben }) await Open(person, file.Value);

        await Recorded();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.Where(e => e.Kind == SensitiveReads.Case).Select(e => e.By).ToListAsync()).Should().BeEquivalentTo([_section.Ann.Id, _section.Ben.Id]);
        (await db.Trail.Where(e => e.Kind == SensitiveReads.OfPatient && e.PatientNumber == "P-20001").Select(e => e.By).ToListAsync()).Should().BeEquivalentTo([_section.Ann.Id, _section.Ben.Id]);
    }

    [Fact]
    public async Task Who_may_not_see_a_record_leaves_no_reading_of_it()
    {
        var file = await _section.OpenRecall();

        await Open(_section.Stranger, file.Value);

        await Recorded();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.CountAsync(e => e.By == _section.Stranger.Id)).Should().Be(0);
    }

    [Fact]
    public async Task A_reading_changes_nothing_that_others_look_at()
    {
        var file = await _section.OpenRecall();
        var reads = _portal.Services.GetRequiredService<CaseReads>();
        await Open(_section.Ann, file.Value);
        var before = await reads.Of(file, CaseQuery.Newest);

        await Recorded();

        (await reads.Of(file, CaseQuery.Newest))!.File.Should().BeSameAs(before!.File);
    }

    async Task Open(Person person, string reference)
    {
        await _portal.Services.GetRequiredService<CaseQuery>().Find(reference, person.Id);
        await _portal.Services.GetRequiredService<PatientQuery>().For(person.Id, "P-20001");
    }

    /// <summary>What waits is written when the portal stops, as it is a moment after the reading.</summary>
    Task Recorded() => _portal.Services.GetRequiredService<RecordReads>().StopAsync(CancellationToken.None);
}
