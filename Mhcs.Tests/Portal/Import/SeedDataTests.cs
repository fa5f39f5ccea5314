using Mhcs.Domain.People;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Data.Seeding;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Tests.Portal.Import;

public class SeedDataTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "seed-data");

    public static TheoryData<string> Files => [.. SeedData.Files.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_committed_file_is_what_the_generator_makes(string name)
    {
        var committed = File.ReadAllText(Path.Combine(Folder, name));

        (SeedData.Files[name]() == committed).Should().BeTrue($"seed-data/{name} is made by: seed-data make --to seed-data");
    }

    [Fact]
    public void The_section_is_read_by_the_very_import()
    {
        var read = PatientCsv.Read(File.ReadAllBytes(Path.Combine(Folder, "patients.csv")), Assumed.Anchor);

        read.Errors.Should().BeEmpty();
        read.Rows.Should().HaveCount(Assumed.Patients);
    }

    [Fact]
    public void Each_team_has_a_third_of_the_patients_and_fifteen_staff()
    {
        var teams = MakePatients.All.GroupBy(p => MakeStaff.Teams.For(p["surname"]).Code).ToDictionary(g => g.Key, g => g.Count());

        teams.Should().BeEquivalentTo(new Dictionary<string, int> { ["A"] = 2500, ["B"] = 2500, ["C"] = 2500 });
        MakeStaff.All.GroupBy(p => p.Team).Where(g => g.Key != "").Should().OnlyContain(g => g.Count() == 15);
    }

    [Fact]
    public void The_sourced_shares_are_kept()
    {
        // Prisoners of the list are in hospital when the closed years have been played.
        var list = MakePatients.All;

        Share(list.Count(p => p["sex"] == "Male"), list.Count).Should().BeApproximately(0.88, 0.015);
        Share(list.Count(p => p["category"].StartsWith("CD", StringComparison.Ordinal)), list.Count).Should().BeApproximately(Assumed.ConditionallyDischargedThen, 0.015);
        Share(list.Count(p => p["index_offence"] is "Wounding with intent" or "Manslaughter" or "Assault occasioning actual bodily harm" or "Attempted murder" or "Threats to kill"), list.Count)
            .Should().BeInRange(0.6, 0.65);
    }

    [Fact]
    public void Prison_transfers_and_recalls_of_a_year_are_of_the_sourced_order()
    {
        A("prison-transfer", "Completed").Should().BeInRange(742, 968);
        Assumed.AYear.Where(e => e.Type == "recall" && e.State is not ("NoAction" or "Ended")).Sum(e => e.Cases).Should().BeInRange(84, 250);

        static int A(string type, string state) => Assumed.AYear.Single(e => e.Type == type && e.State == state).Cases;
    }

    [Fact]
    public void Everybody_who_holds_cases_has_some_and_nobody_far_more_than_the_next()
    {
        var cases = CaseCsv.Read(File.ReadAllBytes(Path.Combine(Folder, "cases.csv")), Assumed.Anchor).Rows;
        var holders = MakeStaff.All.Where(p => p.Grade.HoldsCases).ToList();

        var loads = holders.Select(h => cases.Where(c => c.Assignee == h.UserName).Sum(c => c.Type.Weight) * 100.0 / h.WorkingPercent).ToList();

        holders.Should().HaveCount(27);
        loads.Should().OnlyContain(l => l > loads.Average() * 0.55 && l < loads.Average() * 1.7);
        Share(cases.Count(c => c.Assignee is null), cases.Count).Should().BeInRange(0.07, 0.12);
    }

    [Fact]
    public void Nobody_is_away_for_good() => MakeStaff.All.Should().OnlyContain(p => p.AwayFrom == null || p.AwayTo - p.AwayFrom < 40);

    static double Share(int part, int whole) => (double)part / whole;
}
