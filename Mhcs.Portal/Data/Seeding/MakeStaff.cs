using System.Globalization;
using Mhcs.Domain.People;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>A member of staff of the invented section. Days away count from the day of the first start, so that somebody is always away this week.</summary>
public sealed record SeedPerson(string UserName, string Name, Grade Grade, string Team, int WorkingPercent, int? AwayFrom, int? AwayTo, string AwayReason, string CoveredBy);

/// <summary>Makes seed-data/teams.csv and seed-data/staff.csv: three teams of fifteen, and three people beside them.</summary>
public static class MakeStaff
{
    public static Teams Teams { get; } = new([new("A", "A", "Gile"), new("B", "Gilf", "Nicholl"), new("C", "Nicholm", "Z")]);

    static readonly (Grade Grade, int Count)[] Posts =
        [(Grade.HeadOfTeam, 1), (Grade.DeputyHead, 1), (Grade.TeamManager, 1), (Grade.CaseworkManager, 3), (Grade.Caseworker, 6), (Grade.CaseworkAdministrator, 3)];

    static readonly string[][] Names =
    [
        ["C. Dapplewood", "B. Rookwood", "H. Meadowsweet", "D. Wetherlam", "A. Candlebrook", "J. Pennyroyal", "R. Teasel", "P. Thimbleby", "M. Larkspur", "N. Osierby", "O. Quillan", "T. Marigold", "S. Inkpen", "L. Buttercote", "E. Fernsby"],
        ["V. Hawthornby", "G. Bellflower", "I. Mossgrove", "K. Sparrowick", "W. Loosestrife", "F. Honeybourne", "A. Cloverley", "Y. Periwinkle", "Z. Nettleship", "B. Sorrelby", "R. Hedgewick", "C. Tansyway", "U. Briarstile", "D. Vetchling", "M. Oatcake"],
        ["E. Willowmere", "S. Foxglade", "N. Barleycorn", "J. Saffronby", "H. Rushlight", "L. Quincey-Moss", "P. Acornby", "T. Bluebellow", "O. Damsonby", "K. Lavenderley", "I. Pebblewick", "G. Snowdropley", "A. Ivystone", "F. Goosegrass", "V. Mulberrow"],
    ];

    public static IReadOnlyList<SeedPerson> All { get; } = [.. Make()];

    public static string TeamsCsv() => CsvText.Line(["code", "from_surname", "to_surname"]) + string.Concat(Teams.All.Select(t => CsvText.Line([t.Code, t.FromSurname, t.ToSurname])));

    public static string StaffCsv() =>
        CsvText.Line(["user_name", "name", "grade", "team", "working_percent", "away_from_day", "away_to_day", "away_reason", "covered_by"])
        + string.Concat(All.Select(p => CsvText.Line([p.UserName, p.Name, p.Grade.ToString(), p.Team, Number(p.WorkingPercent), Number(p.AwayFrom), Number(p.AwayTo), p.AwayReason, p.CoveredBy])));

    static IEnumerable<SeedPerson> Make()
    {
        var dice = new Dice(Assumed.Seed + 2);
        for (var t = 0; t < Names.Length; t++)
        {
            var grades = Posts.SelectMany(p => Enumerable.Repeat(p.Grade, p.Count)).ToList();
            for (var i = 0; i < grades.Count; i++)
            {
                var (from, to, reason, by) = Away(t, i);
                var percent = i > 2 && dice.Chance(Assumed.PartTime) ? dice.Pick([60, 80]) : 100;
                yield return new(UserName(Names[t][i]), Names[t][i], grades[i], Teams.All[t].Code, percent, from, to, reason, by);
            }
        }
        yield return new("m.thornbury-vale", "M. Thornbury-Vale", Grade.HeadOfSection, "", 100, null, null, "", "");
        yield return new("q.ledgerwell", "Q. Ledgerwell", Grade.Auditor, "", 100, null, null, "", "");
        yield return new("x.cogsworthy", "X. Cogsworthy", Grade.SystemAdministrator, "", 100, null, null, "", "");
    }

    // In each team a caseworker is away now and another soon; one deputy head and one head of team are covered for.
    static (int?, int?, string, string) Away(int team, int post) => (team, post) switch
    {
        (_, 7) => (-team - 1, 4 + team, "Annual leave", ""),
        (_, 9) => (6 + team, 17 + team, "Annual leave", ""),
        (0, 11) => (-11, 16, "Sick leave", ""),
        (1, 1) => (-2, 5, "Annual leave", UserName(Names[1][2])),
        (2, 0) => (3, 12, "Training", UserName(Names[2][1])),
        _ => (null, null, "", ""),
    };

    static string UserName(string name) => name.ToLowerInvariant().Replace(". ", ".", StringComparison.Ordinal);

    static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
