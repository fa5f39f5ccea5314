using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Data.Seeding;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Import;

public sealed class SeedSectionTests(SeedSectionTests.SmallSection portal) : IClassFixture<SeedSectionTests.SmallSection>
{
    [Fact]
    public async Task Every_seeded_file_is_what_its_events_make()
    {
        await using var db = await Db();
        var files = await db.Cases.AsNoTracking().Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).AsSplitQuery().ToListAsync();
        var events = (await db.Trail.AsNoTracking().Where(e => e.CaseId != null).OrderBy(e => e.Seq).ToListAsync()).ToLookup(e => e.CaseId!.Value, e => e.Event!);

        var made = files.Select(f => CaseFile.From(f.Reference, new Patient { Number = f.PatientNumber, Surname = "", Forenames = "", BornOn = default, Team = f.Team, HighProfile = f.Patient.HighProfile }, events[f.Id]));

        files.Should().NotBeEmpty();
        made.Zip(files).Should().OnlyContain(pair => pair.First.StateCode == pair.Second.StateCode && pair.First.Deadlines.Count == pair.Second.Deadlines.Count
            && pair.First.NextDueOn == pair.Second.NextDueOn && pair.First.AssigneeId == pair.Second.AssigneeId && pair.First.Facts == pair.Second.Facts);
    }

    [Fact]
    public async Task The_trail_of_the_seeded_years_holds()
    {
        await using var db = await Db();

        var verdict = await portal.Services.GetRequiredService<TrailChain>().Verify(db, default);

        verdict.Should().BeEquivalentTo(new { Ok = true, FirstBad = (long?)null });
        verdict.Count.Should().BeGreaterThan(1000);
    }

    [Fact]
    public async Task There_are_open_cases_of_every_type_closed_years_behind_them_and_people_away_this_week()
    {
        await using var db = await Db();

        (await db.Cases.Where(c => c.ClosedAt == null).Select(c => c.TypeKey).Distinct().CountAsync()).Should().Be(5);
        (await db.Cases.CountAsync(c => c.ClosedAt != null)).Should().BeGreaterThan(100);
        (await db.People.CountAsync()).Should().Be(48);
        (await db.Covers.CountAsync()).Should().BePositive();
    }

    [Fact]
    public async Task A_store_that_holds_anything_is_left_alone()
    {
        await using var db = await Db();
        var before = await db.Trail.CountAsync();

        await portal.Services.GetRequiredService<SeedSection>().Run(_ => { });

        (await db.Trail.CountAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("2026-12-01", 0)]
    [InlineData("2026-11-30", 0)]
    [InlineData("2026-12-06", 0)]
    [InlineData("2026-12-07", 7)]
    [InlineData("2026-11-23", -7)]
    [InlineData("2028-03-01", 455)]
    public void Cases_move_by_whole_weeks_into_the_week_of_the_first_start(string today, int days) => SeedFiles.Shift(DateOnly.Parse(today)).Should().Be(days);

    async Task<PortalDb> Db()
    {
        _ = portal.Address;
        return await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
    }

    public sealed class SmallSection : PortalApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Mhcs:Seed", "Demo"), new("Mhcs:SeedPatients", "300")];
    }
}
