using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Data.Seeding;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Endings;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Mhcs.Tests.Support.Bench;
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

        var made = files.Select(f => CaseFile.From(f.Reference, f.PatientNumber is null ? null : new Patient { Number = f.PatientNumber, Surname = "", Forenames = "", BornOn = default, Team = f.Team, HighProfile = f.HighProfile }, events[f.Id]));

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

        // Nobody among the first patients of the list is high profile.
        (await db.Cases.WithVictims().Where(c => c.ClosedAt == null).Select(c => c.TypeKey).Distinct().ToListAsync()).Should().Contain(AllCaseTypes.All.Select(t => t.Key).Where(t => t != HighProfileAssessment.Type.Key));
        (await db.Cases.CountAsync(c => c.ClosedAt != null)).Should().BeGreaterThan(100);
        (await db.People.CountAsync()).Should().Be(48);
        (await db.Covers.CountAsync()).Should().BePositive();
    }

    [Fact]
    public async Task Every_patient_of_the_seeded_list_is_restricted_today_but_for_prisoners_whose_transfer_is_open_and_those_whose_end_is()
    {
        await using var db = await Db();

        var free = await db.Patients.Where(p => p.Category == LegalCategory.NotRestricted || p.Category == LegalCategory.Notional37 || p.Category == LegalCategory.S47).Select(p => p.Number).ToListAsync();
        var explained = await db.Cases.Where(c => c.ClosedAt == null && (c.TypeKey == "prison-transfer" || c.TypeKey == "death")).Select(c => c.PatientNumber).ToListAsync();

        free.Where(IsOnTheList).Should().BeSubsetOf(explained);
        (await db.Patients.CountAsync() - free.Count).Should().BeCloseTo(SmallSection.Patients, SmallSection.Patients / 25);
    }

    [Fact]
    public async Task Every_open_case_has_a_date_and_few_are_overdue()
    {
        await using var db = await Db();

        var open = await db.Cases.AsNoTracking().Where(c => c.ClosedAt == null).Select(c => new { c.NextDueOn, c.NextOverdueAt }).ToListAsync();

        open.Should().HaveCountGreaterThan(30).And.OnlyContain(c => c.NextDueOn != null && c.NextOverdueAt != null);
        ((double)open.Count(c => c.NextOverdueAt <= portal.Now) / open.Count).Should().BeLessThan(0.15);
        open.Should().OnlyContain(c => c.NextOverdueAt > portal.Now.AddDays(-60), "no head of team would believe a date missed for months");
    }

    [Fact]
    public async Task The_case_of_every_release_date_that_lies_near_is_open_once_held_by_somebody_and_seldom_late()
    {
        await using var db = await Db();
        await ActivatorUtilities.CreateInstance<ReleaseDates>(portal.Services).Raise();

        var ends = await db.Cases.AsNoTracking().Where(c => c.ClosedAt == null && c.TypeKey == "end-of-restriction").Select(c => new { c.PatientNumber, c.AssigneeId, c.OpenedAt, c.NextOverdueAt, c.Patient!.ReleaseDate }).ToListAsync();
        var near = await db.Patients.Where(p => p.ReleaseDate <= London.Day(portal.Now).AddDays(90)).Select(p => p.Number).ToListAsync();

        ends.Select(e => e.PatientNumber).Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.Contain(near);
        ends.Should().OnlyContain(e => e.AssigneeId != null && e.OpenedAt < portal.Now.AddHours(-12));
        ends.Count(e => e.NextOverdueAt <= portal.Now).Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task Former_patients_stand_beside_the_list_with_the_cases_that_ended_their_restrictions()
    {
        await using var db = await Db();

        var former = (await db.Patients.Select(p => new { p.Number, p.Category }).ToListAsync()).Where(p => !IsOnTheList(p.Number)).ToList();
        var histories = (await db.Cases.Select(c => new { c.PatientNumber, c.ClosedAt }).ToListAsync()).ToLookup(c => c.PatientNumber);

        former.Should().HaveCountGreaterThan(40).And.OnlyContain(p => p.Category == LegalCategory.NotRestricted && histories[p.Number].Any() && histories[p.Number].All(c => c.ClosedAt != null));
    }

    [Fact]
    public async Task The_closed_years_are_even()
    {
        await using var db = await Db();
        var now = portal.Now;

        var closed = (await db.Cases.Where(c => c.ClosedAt != null).Select(c => c.ClosedAt!.Value).ToListAsync()).GroupBy(at => (int)((now - at).TotalDays / 182)).OrderBy(g => g.Key).Select(g => g.Count()).ToList();
        var received = await db.Cases.CountAsync(c => c.ReceivedOn > DateOnly.FromDateTime(now.UtcDateTime.AddDays(-182)));

        // The oldest half-year begins with empty desks.
        closed.SkipLast(1).Should().HaveCount(5).And.OnlyContain(n => n > 0.6 * closed.Average() && n < 1.6 * closed.Average());
        ((double)received).Should().BeInRange(0.8 * closed.Average(), 2.0 * closed.Average(), "annual reports are on record for the last year only");
    }

    [Fact]
    public async Task Cases_end_as_often_in_a_year_as_is_assumed()
    {
        await using var db = await Db();

        var ends = (await db.Cases.Where(c => c.ClosedAt != null).Select(c => new { c.TypeKey, c.StateCode }).ToListAsync()).CountBy(c => (c.TypeKey, c.StateCode)).ToDictionary();

        ends.Keys.Should().BeSubsetOf([.. Assumed.AYear.Select(e => (e.Type, e.State)), .. Assumed.Correspondence.SelectMany(p => p.Ends.Select(e => (p.Type, e.State)))]);
        foreach (var ending in Assumed.AYear.Where(e => e.Cases >= 50))
            ((double)ends.GetValueOrDefault((ending.Type, ending.State))).Should().BeInRange(0.5 * Expected(ending) - 3, 1.5 * Expected(ending) + 3, "{0} {1}", ending.Type, ending.State);

        static double Expected(Ending ending) => (double)ending.Cases * Assumed.YearsOfCasework * SmallSection.Patients / Assumed.Patients;
    }

    [Fact]
    public async Task The_case_that_a_step_must_open_was_opened()
    {
        await using var db = await Db();
        var cases = (await db.Cases.AsNoTracking().ToListAsync()).ToDictionary(c => c.Id);
        var events = (await db.Trail.AsNoTracking().Where(e => e.CaseId != null).OrderBy(e => e.Seq).ToListAsync()).ToLookup(e => e.CaseId!.Value, e => e.Event!);

        var opening = cases.Values.SelectMany(c => events[c.Id].OfType<StepTaken>().SelectMany(s => c.Type.Moves.Where(m => m.From.Code == s.From && m.Step.Code == s.Step && m.To.Code == s.To && m.Opens != null)).Select(m => (Case: c, m.Opens))).ToList();
        var followed = cases.Values.SelectMany(c => events[c.Id].OfType<CaseFollowed>().Select(f => (Case: c, Follower: cases.Values.SingleOrDefault(o => o.Reference.Value == f.Reference)))).ToList();

        opening.Should().NotBeEmpty();
        followed.Select(f => (f.Case, f.Follower?.TypeKey)).Should().BeEquivalentTo(opening);
        followed.Should().OnlyContain(f => f.Follower!.PatientNumber == f.Case.PatientNumber);
    }

    [Fact]
    public async Task Everybody_of_whom_the_list_says_so_has_a_victims_record_and_cases_of_liaison_keep_their_dates()
    {
        await using var db = await Db();

        var flagged = await db.Patients.Where(p => p.VictimScheme).Select(p => p.Number).ToListAsync();
        var victims = await db.Victims.AsNoTracking().ToListAsync();
        var liaison = await db.Cases.WithVictims().AsNoTracking().Where(c => c.TypeKey == VictimLiaison.Key).ToListAsync();

        flagged.Where(IsOnTheList).Should().BeSubsetOf(victims.Select(v => v.PatientNumber));
        victims.Should().OnlyContain(v => v.Name.Length > 0 && v.Contact != null);
        victims.Select(v => v.Case).OfType<CaseReference>().Should().BeEquivalentTo(liaison.Select(c => c.Reference));
        liaison.Where(c => c.IsOpen).Should().NotBeEmpty().And.OnlyContain(c => c.NextOverdueAt > portal.Now.AddDays(-14));
    }

    [Fact]
    public async Task No_tribunal_sits_on_a_weekend_or_a_bank_holiday()
    {
        await using var db = await Db();
        var days = portal.Services.GetRequiredService<ReferenceData>().Book.Days.EnglandAndWales;

        var hearings = (await db.Cases.AsNoTracking().ToListAsync()).Select(c => c.Facts.Date(Facts.HearingOn)).OfType<DateOnly>().ToList();

        hearings.Should().NotBeEmpty().And.OnlyContain(day => days.OnOrAfter(day) == day);
    }

    [Fact]
    public async Task A_paper_issued_in_the_closed_years_says_so_and_leads_to_no_document()
    {
        await using var db = await Db();
        var file = await db.Cases.AsNoTracking().FirstAsync(c => c.Papers.Any(p => p.Version > 0) && !c.Restricted);
        var head = (await portal.Services.GetRequiredService<Staff>().Everyone()).Values.First(p => p.Grade == Grade.HeadOfSection);
        var view = (await portal.Services.GetRequiredService<CaseQuery>().Find(file.Reference.Value, head.Id))!;
        await using var bench = new ComponentBench();

        var papers = await bench.Render<CasePapers>(given => given.Set(p => p.View, view));

        papers.Find("#papers").TextContent.Should().Contain("on paper");
        papers.FindAll("#papers a").Should().OnlyContain(a => !a.GetAttribute("href")!.StartsWith("/documents/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Some_reports_on_open_cases_are_documents_that_lie_in_the_data_folder_and_say_that_they_are_invented()
    {
        await using var db = await Db();
        var documents = await db.Documents.AsNoTracking().ToListAsync();
        var papers = (await db.Cases.AsNoTracking().Include(c => c.WantedPapers).Where(c => c.ClosedAt == null).ToListAsync()).SelectMany(c => c.WantedPapers.Select(w => (c.Id, w.DocumentId))).Where(w => w.DocumentId != null).ToList();

        documents.Should().HaveCountGreaterThan(3).And.HaveCountLessThan(30);
        papers.Should().BeEquivalentTo(documents.Select(d => (d.CaseId, d.Id)));
        foreach (var document in documents)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(portal.Services.GetRequiredService<Storage>().Documents, document.Id));
            (bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes)), FileKinds.Of(document.Name, bytes)?.ContentType).Should().Be((document.Size, document.Sha256, document.ContentType));
            if (document.ContentType == "text/plain") Encoding.UTF8.GetString(bytes).Should().Contain("This report is invented");
        }
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

    static bool IsOnTheList(string patient) => int.Parse(patient.AsSpan(2), CultureInfo.InvariantCulture) <= 20000 + Assumed.Patients;

    public sealed class SmallSection : PortalApp
    {
        public const int Patients = 300;

        /// <summary>The same section every day: seeded on the same morning.</summary>
        public DateTimeOffset Now { get; } = new(2026, 12, 2, 9, 30, 0, TimeSpan.Zero);

        // Where the clock may be set.
        protected override string EnvironmentName => "Development";

        protected override IEnumerable<KeyValuePair<string, string>> Settings =>
            [new("Mhcs:Seed", "Demo"), new("Mhcs:SeedPatients", $"{Patients}"), new("Mhcs:Clock", Now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))];
    }
}
