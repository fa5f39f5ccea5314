using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Mhcs.Portal.Endings;
using Mhcs.Portal.Feed;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Endings;

public sealed class OpenedByTimeTests : IAsyncDisposable
{
    readonly PortalApp _portal = new();

    public OpenedByTimeTests() => _ = _portal.Address;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    DateOnly Today => London.Day(_portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    T New<T>() => ActivatorUtilities.CreateInstance<T>(_portal.Services);

    [Fact]
    public async Task A_release_date_is_watched_and_its_case_opens_three_months_ahead_once()
    {
        await Detained("P-20101", LegalCategory.S47_49, release: Today.AddMonths(3));
        await Detained("P-20102", LegalCategory.S47_49, release: Today.AddMonths(5));
        await Detained("P-20103", LegalCategory.S47_49);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => New<ReleaseDates>().Raise()));

        (await Cases("end-of-restriction")).Should().ContainSingle().Which.Should().Match<CaseFile>(c => c.PatientNumber == "P-20101" && c.StateCode == "Forecast");
    }

    [Fact]
    public async Task On_the_release_date_the_clock_ends_the_restrictions_although_nobody_has_to_do_anything()
    {
        await Detained("P-20101", LegalCategory.S47_49, release: Today);
        await New<ReleaseDates>().Raise();

        await New<DeadlineClock>().LetTimePass(default);

        var ended = (await Cases("end-of-restriction")).Single();
        (ended.StateCode, ended.Patient!.Category, ended.Patient.CategorySince).Should().Be(("Confirmed", LegalCategory.Notional37, Today));
    }

    [Fact]
    public async Task An_annual_report_opens_ten_days_before_it_falls_due_once()
    {
        await Detained("P-20101", LegalCategory.S37_41, last: Today.AddYears(-1).AddDays(8));
        await Detained("P-20102", LegalCategory.S37_41, last: Today.AddYears(-1).AddDays(14));
        await Detained("P-20103", LegalCategory.S37_41, last: Today.AddYears(-1).AddDays(-3));

        await New<AnnualReports>().Raise();
        await New<AnnualReports>().Raise();
        await New<DeadlineClock>().LetTimePass(default);

        (await Cases("annual-report")).OrderBy(c => c.PatientNumber).Select(c => (c.PatientNumber, c.StateCode)).Should().Equal(("P-20101", "Scheduled"), ("P-20103", "Overdue"));
    }

    [Fact]
    public async Task A_case_that_the_law_asks_for_opens_again_where_it_was_ended_by_hand()
    {
        var section = await Section.In(_portal.Services);
        await Detained("P-20101", LegalCategory.S37_41, last: Today.AddYears(-1).AddDays(-3));
        await Detained("P-20102", LegalCategory.S47_49, release: Today.AddMonths(3), since: Today.AddMonths(-5));
        await Raise();
        foreach (var file in await Cases("annual-report")) await section.Take(file.Reference, section.Ann, "end-case");
        foreach (var file in await Cases("end-of-restriction")) await section.Take(file.Reference, section.Ann, "end-case");

        await Raise();
        await Raise();

        (await Cases("annual-report")).Select(c => c.IsOpen).Should().BeEquivalentTo([true, false]);
        (await Cases("end-of-restriction")).Select(c => c.IsOpen).Should().BeEquivalentTo([true, false]);

        async Task Raise()
        {
            await New<AnnualReports>().Raise();
            await New<ReleaseDates>().Raise();
        }
    }

    [Fact]
    public async Task An_earlier_release_date_that_a_list_brought_is_counted_to_from_the_next_morning()
    {
        await Detained("P-20102", LegalCategory.S47_49, release: Today.AddMonths(3), since: Today.AddMonths(-5));
        await New<ReleaseDates>().Raise();
        await _portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            (await writing.Db.Patients.SingleAsync(p => p.Number == "P-20102")).Apply(new ParticularsSet(Today) { ReleaseDate = Today.AddDays(20) });
            return Task.CompletedTask;
        });

        await New<ReleaseDates>().Raise();
        await New<ReleaseDates>().Raise();

        await using var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var watched = await db.Cases.Include(c => c.Deadlines).SingleAsync(c => c.TypeKey == "end-of-restriction");
        watched.Deadlines.Where(d => d.IsRunning && d.Rule == "END-03").Select(d => d.From).Should().Equal(Today.AddDays(20));
    }

    [Fact]
    public async Task A_release_date_that_is_none_any_more_is_watched_no_longer()
    {
        var section = await Section.In(_portal.Services);
        await Detained("P-20102", LegalCategory.S47_49, release: Today.AddMonths(3), since: Today.AddMonths(-5));
        await New<ReleaseDates>().Raise();
        await section.Take((await Cases("end-of-restriction")).Single().Reference, section.Ann, "record-that-there-is-no-release-date-any-more");

        await New<ReleaseDates>().Raise();

        var ended = (await Cases("end-of-restriction")).Should().ContainSingle().Subject;
        (ended.IsOpen, ended.Patient!.ReleaseDate, ended.Patient.Category).Should().Be((false, null, LegalCategory.S47_49));
    }

    [Fact]
    public async Task A_list_taken_over_without_reports_opens_those_of_the_coming_days_and_not_thousands()
    {
        foreach (var months in Enumerable.Range(1, 12)) await Detained($"P-2020{months:00}", LegalCategory.S37_41, since: Today.AddYears(-4).AddMonths(months).AddDays(-15));

        await New<AnnualReports>().Raise();

        (await Cases("annual-report")).Should().BeEmpty();
    }

    async Task Detained(string number, LegalCategory category, DateOnly? release = null, DateOnly? last = null, DateOnly? since = null)
    {
        var patient = new Patient { Number = number, Surname = "Brackenby", Forenames = "Odo", BornOn = new(1984, 5, 9), Team = "A", ReleaseDate = release };
        var from = since ?? Today.AddYears(-2).AddMonths(-3);
        patient.Apply(new LegalStatusBegan(category, from));
        patient.Apply(new Admitted("Northmere Hospital", "Birch ward", "Medium", from));
        if (last is { } reported) patient.Apply(new ClinicianReported(reported));
        await _portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.Patients.Add(patient);
            return Task.CompletedTask;
        });
    }

    async Task<List<CaseFile>> Cases(string type)
    {
        await using var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Patient).Where(c => c.TypeKey == type).ToListAsync();
    }
}
