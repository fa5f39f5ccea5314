namespace Mhcs.Domain.Deadlines;

/// <summary>What may be paused, and by how much. The law's own periods run whatever happens.</summary>
static class Pauses
{
    public static bool Cover(this IReadOnlyList<ClockStop> stops, DateOnly day) => stops.Any(stop => stop.Covers(day));

    /// <summary>The amount to count, or the reason why nothing can be counted.</summary>
    public static int Allow(Term term, IReadOnlyList<ClockStop> stops) => term switch
    {
        { Amount: null } => throw new CannotCountException($"\"{term.Name}\" ({term.Rule}) has no period yet. Set one in the targets, or give the date itself."),
        { Amount: < 0 } => throw new CannotCountException($"\"{term.Name}\" ({term.Rule}) has a period below nought. Give nought or more."),
        _ when stops.Count == 0 => term.Amount.Value,
        { Binding: not Binding.Target } => throw new CannotCountException($"\"{term.Name}\" ({term.Rule}) can't be paused: its time is set by {Whose(term.Binding)} and runs on. Only our own targets may be paused."),
        { Wording: Wording.Before } => throw new CannotCountException($"\"{term.Name}\" ({term.Rule}) can't be paused: it is counted back from a fixed day."),
        { Unit: Unit.Hours, SameDay: false } => throw new CannotCountException($"\"{term.Name}\" ({term.Rule}) can't be paused: it is counted in hours."),
        _ when stops.FirstOrDefault(stop => stop.To < stop.From) is { } backwards =>
            throw new CannotCountException($"The pause from {London.Words(backwards.From)} ends before it starts. Give a last day on or after its first."),
        _ => term.Amount.Value
    };

    static string Whose(Binding binding) => binding switch
    {
        Binding.Statute => "an Act",
        Binding.TribunalRule => "the tribunal rules",
        Binding.Code => "a code of practice",
        _ => "a court protocol"
    };
}
