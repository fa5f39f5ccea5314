using System.Text;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Patients.Import;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Import;

public sealed class ImportPatientsTests : IAsyncLifetime
{
    const string Header = "number,surname,forenames,born_on,category,category_since,hospital,ward,admitted_on,residence,high_profile\n";
    const string Fern = "P-30001,Applecross,Fern,1990-01-02,S37_41,2019-03-01,Northmere Hospital,Alder ward,2019-03-01,,No\n";
    const string Otis = "P-30002,Garlandine,Otis,1980-01-02,CD,2020-03-01,,,,4 Garland Court,Yes\n";
    readonly PortalApp _portal = new();
    Section _section = null!;

    ImportPatients Import => _portal.Services.GetRequiredService<ImportPatients>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task New_patients_are_on_the_books_with_an_entry_of_the_trail_each()
    {
        var done = await Run(Header + Fern + Otis);

        done.New.Should().HaveCount(2);
        var fern = await Read("P-30001");
        fern.Should().BeEquivalentTo(new { Team = "A", Category = LegalCategory.S37_41, Hospital = "Northmere Hospital", Ward = "Alder ward" });
        (await Trail()).Should().Be(2);
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await Run(Header + Fern + Otis);

        var again = await Run(Header + Fern + Otis);

        again.Should().BeEquivalentTo(new { New = Array.Empty<PlannedRow>(), Changed = Array.Empty<PlannedRow>(), Rejected = Array.Empty<RowError>() });
        again.Unchanged.Should().HaveCount(2);
        (await Trail()).Should().Be(2);
    }

    [Fact]
    public async Task A_dry_run_shows_each_field_before_and_after_and_writes_nothing()
    {
        await Run(Header + Fern);
        var version = (await Read("P-30001")).Version;

        var plan = await Import.Plan(Bytes(Header + Fern.Replace("Alder", "Birch", StringComparison.Ordinal)), _section.Administrator.Id);

        plan.Changed.Should().ContainSingle().Which.Fields.Should().Equal(new FieldChange("ward", "Alder ward", "Birch ward"));
        (await Read("P-30001")).Should().BeEquivalentTo(new { Ward = "Alder ward", Version = version });
    }

    [Fact]
    public async Task A_change_is_written_on_top_of_the_history_and_raises_the_version()
    {
        await Run(Header + Fern);
        var before = await Read("P-30001");

        await Run(Header + "P-30001,Applecross,Fern,1990-01-02,CD,2024-05-01,,,,9 Quill Court,No\n");

        var after = await Read("P-30001");
        after.Should().BeEquivalentTo(new { Category = LegalCategory.Cd, Hospital = (string?)null, Residence = "9 Quill Court" });
        after.LegalStatuses.Select(s => s.Category).Should().Equal(LegalCategory.S37_41, LegalCategory.Cd);
        after.Version.Should().BeGreaterThan(before.Version);
    }

    [Fact]
    public async Task A_file_does_not_take_back_what_has_happened_since()
    {
        await Run(Header + "P-30001,Applecross,Fern,1990-01-02,CD,2024-05-01,,,,9 Quill Court,No\n");

        var older = await Run(Header + Fern);

        older.Unchanged.Should().ContainSingle();
        (await Read("P-30001")).Category.Should().Be(LegalCategory.Cd);
    }

    [Theory]
    [InlineData("P-30003,Dovecote,Ansel,1990-01-02,S37_41,2019-03-01,Nowhere Hospital,,2019-03-01,,No\n", "hospital")]
    [InlineData("P-30003,Dovecote,Ansel,not a day,CD,2019-03-01,,,,9 Quill Court,No\n", "born_on")]
    [InlineData("P-30003,Willowmead,Ansel,1990-01-02,CD,2019-03-01,,,,9 Quill Court,No\n", "surname")]
    [InlineData("P-20001,Dovecote,Ansel,1990-01-02,CD,2019-03-01,,,,9 Quill Court,No\n", "number")]
    public async Task With_one_row_wrong_none_is_written(string wrong, string column)
    {
        var done = await Run(Header + Fern + wrong);

        done.Rejected.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 3, Column = column });
        (await Trail()).Should().Be(0);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Patients.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Cancelled_at_the_last_moment_it_has_changed_nothing()
    {
        using var cancel = new CancellationTokenSource();

        var run = () => Import.Run(Bytes(Header + Fern + Otis), _section.Administrator.Id, new Told(_ => cancel.Cancel()), cancel.Token);

        await run.Should().ThrowAsync<OperationCanceledException>();
        (await Trail()).Should().Be(0);
        (await Run(Header + Fern + Otis)).New.Should().HaveCount(2);
    }

    [Fact]
    public async Task Broken_off_in_the_middle_it_has_changed_nothing_and_can_be_run_again()
    {
        var run = () => Import.Run(Bytes(Header + Fern + Otis), _section.Administrator.Id, new Told(_ => throw new IOException("the plug is pulled")));

        await run.Should().ThrowAsync<IOException>();
        (await Trail()).Should().Be(0);
        (await Run(Header + Fern + Otis)).New.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_list_takes_away_no_flag_that_an_assessment_or_a_victim_stands_behind_and_the_rest_of_its_row_is_taken()
    {
        await Run(Flags + Flagged("Yes", "Yes"));
        await Standing("P-30001");

        var done = await Run(Flags + Flagged("No", "No").Replace("Alder", "Birch", StringComparison.Ordinal));

        done.Rejected.Should().BeEmpty();
        done.Changed.Should().ContainSingle().Which.Kept.Should().HaveCount(2).And.Contain(k => k.Contains("the deputy head assessed", StringComparison.Ordinal)).And.Contain(k => k.Contains("the liaison with a victim", StringComparison.Ordinal));
        done.Changed[0].Fields.Select(f => f.Column).Should().Equal("ward");
        (await Read("P-30001")).Should().BeEquivalentTo(new { HighProfile = true, VictimScheme = true, Ward = "Birch ward" });
    }

    [Fact]
    public async Task A_flag_that_only_a_list_set_a_list_takes_away()
    {
        await Run(Flags + Flagged("Yes", "Yes"));

        var done = await Run(Flags + Flagged("No", "No"));

        done.Changed.Should().ContainSingle().Which.Kept.Should().BeEmpty();
        (await Read("P-30001")).Should().BeEquivalentTo(new { HighProfile = false, VictimScheme = false });
    }

    const string Flags = "number,surname,forenames,born_on,category,category_since,hospital,ward,admitted_on,residence,high_profile,victim_scheme\n";

    static string Flagged(string high, string victim) => $"P-30001,Applecross,Fern,1990-01-02,S37_41,2019-03-01,Northmere Hospital,Alder ward,2019-03-01,,{high},{victim}\n";

    /// <summary>The patient is high profile by an assessment, and a victim of theirs is in touch.</summary>
    async Task Standing(string number)
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var patient = await db.Patients.SingleAsync(p => p.Number == number);
        var on = (await _portal.Services.GetRequiredService<Mhcs.Portal.People.Occasions>().For(_section.DeputyHead.Id))!;
        var type = HighProfileAssessment.Type;
        var facts = Section.Answers((Facts.HighProfileWhy, Facts.HighProfileWhy.Options[0]), (Facts.HighProfileFrom, A.Text(on.Today)), (Facts.BriefedOn, A.Text(on.Today)));
        db.Cases.Add(Mhcs.Domain.Cases.CaseFile.TakeOver(new("S-0900"), type, patient, new(type.State("Briefed"), on.Today, on.Today, facts, null), on).File);
        db.Victims.Add(Victim.KnownBefore(number, "P. Thistlewood", "London", KeyStages.All, null));
        await db.SaveChangesAsync();
    }

    [Fact]
    public async Task A_caseworker_imports_nothing()
    {
        var done = await Import.Run(Bytes(Header + Fern), _section.Ann.Id);

        done.Rejected.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
    }

    [Fact]
    public async Task The_operator_of_the_machine_imports_for_every_team()
    {
        var done = await Import.Run(Bytes(Header + "P-30003,Willowmead,Ansel,1990-01-02,CD,2019-03-01,,,,9 Quill Court,No\n"), PersonId.Clock);

        done.New.Should().ContainSingle();
        (await Read("P-30003")).Team.Should().Be("C");
    }

    Task<ImportPlan> Run(string text) => Import.Run(Bytes(text), _section.Administrator.Id);

    async Task<Patient> Read(string number)
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.Patients.AsNoTracking().SingleAsync(p => p.Number == number);
    }

    async Task<int> Trail()
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.Trail.CountAsync(e => e.Kind == nameof(PatientImported));
    }

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

sealed class Told(Action<ImportProgress> told) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => told(value);
}
