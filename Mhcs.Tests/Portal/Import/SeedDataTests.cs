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
        var restricted = MakePatients.All.Where(p => p["category"] != "NOT_RESTRICTED").ToList();

        Share(restricted.Count(p => p["sex"] == "Male"), restricted.Count).Should().BeApproximately(0.88, 0.015);
        Share(restricted.Count(p => p["category"].StartsWith("CD", StringComparison.Ordinal)), restricted.Count).Should().BeApproximately(0.365, 0.015);
        Share(restricted.Count(p => p["index_offence"] is "Wounding with intent" or "Manslaughter" or "Assault occasioning actual bodily harm" or "Attempted murder" or "Threats to kill"), restricted.Count)
            .Should().BeInRange(0.6, 0.65);
    }

    static double Share(int part, int whole) => (double)part / whole;
}
