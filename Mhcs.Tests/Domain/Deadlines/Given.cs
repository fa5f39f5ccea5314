using System.Globalization;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Data;

namespace Mhcs.Tests.Domain.Deadlines;

static class Given
{
    public static ReferenceData Reference { get; } = ReferenceData.Load();

    public static WorkCalendars Days => Reference.Days;

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Moment(string day, int hour, int minute = 0) => London.At(Day(day), new(hour, minute));

    public static ClockStop Pause(string from, string? to, string reason = "waiting for a report") => new(Day(from), to is null ? null : Day(to), reason);

    public static Term Term(int amount, Unit unit, Wording wording, Binding binding = Binding.Target) => new("TST-01", "Answer", amount, unit, wording, binding, "a test");

    public static string Text(this Working working, string label) => working.Steps.Single(step => step.Label == label).Text;
}
