using System.Globalization;
using System.Text;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Makes seed-data/cases.csv, open cases as they stood on receipt, in the very form that the import reads.</summary>
public static class MakeCases
{
    /// <summary>Days for which the report on a leave may be awaited. Assumed.</summary>
    const int AwaitedReport = 30;

    static readonly IReadOnlyList<Fact> Asked = [.. AllCaseTypes.Listed.SelectMany(t => t.Opening.Asks).DistinctBy(f => f.Key)];

    public static string Csv()
    {
        var dice = new Dice(Assumed.Seed + 4);
        var lives = PatientCsv.Read(Encoding.UTF8.GetBytes(MakePatients.Csv()), Assumed.Anchor).Rows.Select(r => new Life(r, MakeStaff.Teams)).ToList();
        dice.Shuffle(lives);
        var holders = MakeStaff.All.Where(p => p.Grade.HoldsCases).Select(p => new Holder(p, p.WorkingPercent * dice.Pick(Assumed.Strength))).GroupBy(h => h.Person.Team).ToDictionary(g => g.Key, g => g.ToList());
        // Numbers below are left to the closed years, with room for cases that others open.
        var next = Assumed.AYear.GroupBy(e => e.Type).ToDictionary(g => g.Key, g => (((g.Sum(e => e.Cases) * Assumed.YearsOfCasework) + 500) / 1000 * 1000) + 1001);

        var rows = from share in Assumed.OpenByType
                   let type = AllCaseTypes.Get(share.Type)
                   from life in Dealt(lives.Where(l => !l.IsTaken && SeedPositions.Fits(type, l.Standing) && Begins(type, l, dice)), share.Cases)
                   select Row(type, life, holders[MakeStaff.Teams.For(life.Row.Surname).Code], dice);
        var ordered = rows.OrderBy(r => r.ReceivedOn).ThenBy(r => r.Patient, StringComparer.Ordinal).ToList();
        return CsvText.Line([.. CaseColumns.All.Select(c => c.Name), .. Asked.Select(f => CaseColumns.FactPrefix + f.Key)])
            + string.Concat(ordered.Select(r => CsvText.Line([$"{r.Type.Prefix}-{next[r.Type.Key]++}", r.Type.Key, r.Patient, null, Day(r.ReceivedOn), null, r.Assignee, null, null, .. Asked.Select(f => r.Facts.Text(f) is { } t && f.Kind == FactKind.DateTime ? Wall(r.Facts.Instant(f)!.Value) : r.Facts.Text(f))])));
    }

    /// <summary>So few cases are dealt evenly over the list, so that a section of its first few hundred patients has one too.</summary>
    const int Few = 40;

    static IReadOnlyList<Life> Dealt(IEnumerable<Life> fitting, int cases)
    {
        if (cases >= Few) return [.. fitting.Take(cases)];
        var all = fitting.OrderBy(l => l.Row.Number, StringComparer.Ordinal).ToList();
        return [.. Enumerable.Range(0, Math.Min(cases, all.Count)).Select(n => all[n * all.Count / cases])];
    }

    sealed record Made(CaseType Type, string Patient, DateOnly ReceivedOn, string? Assignee, FactSheet Facts);

    static Made Row(CaseType type, Life life, IReadOnlyList<Holder> holders, Dice dice)
    {
        // The last day is the Monday of the anchor's week: seeded on any day of that week, nothing lies ahead.
        var unassigned = dice.Chance(Assumed.Unassigned);
        // What is asked of a hospital transfer holds no dates, and how long it takes depends on it.
        var move = type == HospitalTransfer.Type ? Answered(Assumed.Anchor) : null;
        var longest = unassigned ? Assumed.LongestUnassigned : LongestOpen(type, tried: move?.Text(Facts.MoveDirection) == Facts.StepDown);
        if (type == Leave.Type && dice.Chance(Assumed.LeaveAskedLately)) longest = Math.Min(longest, Assumed.Lately);
        var received = Weekday(Assumed.Anchor.AddDays(-1 - dice.Below(dice.Between((longest / 4) + 1, longest))));
        if (Opened(type, life.Standing) is { } opened) received = Weekday(opened < Assumed.Anchor ? opened : Assumed.Anchor.AddDays(-1));
        life.Take(received);
        return new(type, life.Row.Number, received, unassigned ? null : NextHolder(holders, type).UserName, move ?? (type == Leave.Type ? Standing() : Answered(received)));

        // Leave for one occasion would be over and reported by now, but for what was asked lately.
        FactSheet Standing()
        {
            var facts = Answered(received);
            while (facts.Date(Facts.LeaveUntil) < Assumed.Anchor.AddDays(-AwaitedReport)) facts = Answered(received);
            return facts;
        }

        FactSheet Answered(DateOnly on) => new Answers(life.Standing, FactSheet.Empty, London.At(on, new TimeOnly(10, 0)), on, dice, Assumed.Anchor).To(type.Opening.Asks);
    }

    // Most who were discharged lately applied; of the others, the section takes up the supervision.
    static bool Begins(CaseType type, Life life, Dice dice) =>
        type == AnnualReport.Type ? Opened(type, life.Standing) is { } opened && opened < Assumed.Anchor && opened > Assumed.Anchor.AddDays(-Assumed.ReportOpenBefore - Assumed.ReportOpenAfter)
        : type != ConditionalDischarge.Type || life.Standing.Category.IsDetained || dice.Chance((1 - Assumed.DischargeApplications) * 1.5);

    /// <summary>The day on which a case opened by itself, where the calendar sets one.</summary>
    static DateOnly? Opened(CaseType type, Patient patient) =>
        type == AnnualReport.Type ? ReportDuty.From(patient.Category, patient.CategorySince, null, Assumed.Anchor.AddDays(-Assumed.ReportOpenAfter))?.AddYears(1).AddDays(-Assumed.ReportOpenBefore)
        : null;

    /// <summary>Days that a case of this type may have been open; most are younger; a step down is tried first as leave. Assumed.</summary>
    static int LongestOpen(CaseType type, bool tried) => type.Key switch { "recall" => 190, "prison-transfer" => 50, "remission" => 24, "hospital-transfer" => tried ? 340 : 260, "leave" or "tribunal" => 170, "absence" => 34, "high-profile" => 240, "death" => 12, _ => 800 };

    /// <summary>Who holds cases, how much they can carry, and what they carry so far.</summary>
    sealed class Holder(SeedPerson person, int strength)
    {
        public SeedPerson Person => person;
        public int Load { get; set; }
        public double With(int weight) => (double)(Load + weight) / strength;
    }

    // Whoever has least for what they can carry, which differs from one to the next.
    static SeedPerson NextHolder(IReadOnlyList<Holder> holders, CaseType type)
    {
        var next = holders.MinBy(h => h.With(type.Weight))!;
        next.Load += type.Weight;
        return next.Person;
    }

    static DateOnly Weekday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };
    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static string Wall(DateTimeOffset at) => London.WallClock(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
