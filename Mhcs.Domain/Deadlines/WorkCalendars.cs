using System.Collections.Frozen;

namespace Mhcs.Domain.Deadlines;

/// <summary>The two calendars the law needs: tribunals and letters count the days of England and Wales, freedom of information those of the whole United Kingdom.</summary>
public sealed record WorkCalendars(WorkCalendar EnglandAndWales, WorkCalendar Uk)
{
    public const string EnglandAndWalesDivision = "england-and-wales";

    static readonly FrozenSet<string> Divisions = FrozenSet.Create(EnglandAndWalesDivision, "scotland", "northern-ireland");

    public WorkCalendar For(WorkingDaysIn place) => place == WorkingDaysIn.Uk ? Uk : EnglandAndWales;

    public static WorkCalendars From(IEnumerable<Holiday> rows)
    {
        Holiday[] all = [.. rows];
        if (all.FirstOrDefault(row => !Divisions.Contains(row.Division)) is { } stranger)
            throw new CannotCountException($"\"{stranger.Division}\" on {London.Words(stranger.Date)} is no division of the bank holidays. Use {string.Join(", ", Divisions.Order())}.");

        return new(
            Calendar("England and Wales", all.Where(row => row.Division == EnglandAndWalesDivision), all, [EnglandAndWalesDivision]),
            Calendar("the United Kingdom", all, all, Divisions));
    }

    // A year counts as covered only when every division that matters has days in it: half a calendar would be silently wrong.
    static WorkCalendar Calendar(string name, IEnumerable<Holiday> rows, Holiday[] all, IEnumerable<string> needed) => new(name,
        rows.GroupBy(row => row.Date).ToFrozenDictionary(day => day.Key, day => day.First()),
        needed.Select(division => all.Where(row => row.Division == division).Select(row => row.Date.Year))
            .Aggregate((some, others) => some.Intersect(others)).ToFrozenSet());
}
