using System.Globalization;
using System.Text;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Makes seed-data/cases.csv, open cases as they stood on receipt, in the very form that the import reads.</summary>
public static class MakeCases
{
    static readonly IReadOnlyList<Fact> Asked = [.. AllCaseTypes.All.SelectMany(t => t.Opening.Asks).DistinctBy(f => f.Key)];

    public static string Csv()
    {
        var dice = new Dice(Assumed.Seed + 4);
        var lives = PatientCsv.Read(Encoding.UTF8.GetBytes(MakePatients.Csv()), Assumed.Anchor).Rows.Select(r => new Life(r, MakeStaff.Teams)).ToList();
        dice.Shuffle(lives);
        var holders = MakeStaff.All.Where(p => p.Grade.HoldsCases && p.AwayTo is null or < 20).GroupBy(p => p.Team).ToDictionary(g => g.Key, g => new Queue<SeedPerson>(g));
        var next = Assumed.ClosedByType.ToDictionary(t => t.Type, t => (Assumed.ClosedCases * t.Percent / 100 / 1000 * 1000) + 1001);

        var rows = from share in Assumed.OpenByType
                   let type = AllCaseTypes.Get(share.Type)
                   from life in lives.Where(l => !l.IsTaken && SeedPositions.Fits(type, l.Patient())).Take(Assumed.OpenCases * share.Percent / 100).ToList()
                   select Row(type, life, holders[MakeStaff.Teams.For(life.Row.Surname).Code], dice);
        var ordered = rows.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Patient, StringComparer.Ordinal).ToList();
        return CsvText.Line([.. CaseColumns.All.Select(c => c.Name), .. Asked.Select(f => CaseColumns.FactPrefix + f.Key)])
            + string.Concat(ordered.Select(r => CsvText.Line([$"{r.Type.Prefix}-{next[r.Type.Key]++}", r.Type.Key, r.Patient, null, Day(r.ReceivedOn), null, r.Assignee, null, .. Asked.Select(f => r.Facts.Text(f) is { } t && f.Kind == FactKind.DateTime ? Wall(r.Facts.Instant(f)!.Value) : r.Facts.Text(f))])));
    }

    sealed record Made(CaseType Type, string Patient, DateOnly ReceivedOn, string? Assignee, FactSheet Facts);

    static Made Row(CaseType type, Life life, Queue<SeedPerson> holders, Dice dice)
    {
        life.Take();
        // The last day is the Monday of the anchor's week: seeded on any day of that week, nothing lies ahead.
        var unassigned = dice.Chance(Assumed.Unassigned);
        var received = Weekday(Assumed.Anchor.AddDays(-1 - (unassigned ? dice.Below(4) : dice.Below(LongestOpen(type)))));
        var facts = new Answers(life.Patient(), FactSheet.Empty, London.At(received, new TimeOnly(10, 0)), received, dice).To(type.Opening.Asks);
        return new(type, life.Row.Number, received, unassigned ? null : NextHolder(holders, dice).UserName, facts);
    }

    /// <summary>Days that a case of this type may have been open. Assumed.</summary>
    static int LongestOpen(CaseType type) => type.Key switch { "recall" => 75, "prison-transfer" => 24, "remission" => 18, "hospital-transfer" => 110, _ => 240 };

    // In turn, but part-timers are passed over now and then, and nobody's share is quite their neighbour's.
    static SeedPerson NextHolder(Queue<SeedPerson> holders, Dice dice)
    {
        while (true)
        {
            var next = holders.Dequeue();
            holders.Enqueue(next);
            if (dice.Below(100) < next.WorkingPercent - (next.Name.Sum(c => c) % 45)) return next;
        }
    }

    static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };
    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static string Wall(DateTimeOffset at) => London.WallClock(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
