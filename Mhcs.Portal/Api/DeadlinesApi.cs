using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Api;

/// <summary>/deadlines/work-out and /calendar/working-days: dates counted as the portal counts them.</summary>
static class DeadlinesApi
{
    /// <param name="From">A day, or an instant for a rule counted in hours.</param>
    /// <param name="Facts">stops: pauses of one of our own targets, each {from, to?, reason}.</param>
    public sealed record Question(string? Rule, string? From, Given? Facts);
    public sealed record Given(IReadOnlyList<Pause>? Stops);
    public sealed record Pause(DateOnly? From, DateOnly? To, string? Reason);
    public sealed record Answer(string Rule, string Name, DateOnly From, DateOnly LastDay, DateOnly InternalDue, DateTimeOffset? DueAt, Window? Window, IReadOnlyList<StepPart> WorkedOut, string Summary, string? Caution, string Binding, string Source, string? SourceUrl);
    public sealed record StepPart(string Label, string Text)
    {
        public static IReadOnlyList<StepPart> Of(Working worked) => [.. worked.Steps.Select(s => new StepPart(s.Label, s.Text))];
    }
    public sealed record WorkingDays(string Calendar, DateOnly From, DateOnly To, int Count, IReadOnlyList<DateOnly> Days, IReadOnlyList<Closed> Holidays);
    public sealed record Closed(DateOnly Date, string Name);

    public static void MapDeadlines(this RouteGroupBuilder api)
    {
        api.MapPost("/deadlines/work-out", (Body<Question> body, ReferenceData reference) =>
        {
            var asked = body.Value;
            if (asked.Rule is null or "" || asked.From is null or "") return Reply.Refuse(Problem.Malformed("Give rule and from"));
            if (Terms.Find(asked.Rule) is not { } found) return Refused("rule", "There is no rule of this name. Use one of the rule ids, such as REC-01");
            var term = reference.Resolve(found);
            if (term.Amount is null && term.Between is null) return Refused("rule", $"{term.Rule} has no number yet: no source gives one and our targets set none");
            var stops = (asked.Facts?.Stops ?? []).Where(s => s is not null).ToList();
            if (stops.Exists(s => s.From is null || s.To < s.From)) return Refused("facts", "A stop needs a from, and its to must not lie before it");
            if (stops.Count > 0 && term.Binding != Binding.Target) return Refused("facts", "Only our own targets may be paused");
            try
            {
                List<ClockStop> pauses = [.. stops.Select(s => new ClockStop(s.From!.Value, s.To, s.Reason ?? ""))];
                return Reply.Ok(Of(asked.From.Contains('T', StringComparison.Ordinal)
                    ? term.WorkOut(Reply.Instant(asked.From, "from"), reference.Days, pauses)
                    : term.WorkOut(Reply.Day(asked.From, "from"), reference.Days, pauses)));
            }
            catch (CannotCountException cannot)
            {
                return Refused("from", cannot.Message);
            }
        }).Produces<Answer>().WithSummary("Work out any rule from any day, and how");

        api.MapGet("/calendar/working-days", (HttpContext http, ReferenceData reference) =>
        {
            var query = http.Request.Query;
            var (from, to) = (Reply.Day(query["from"], "from"), Reply.Day(query["to"], "to"));
            if (to < from || to.DayNumber - from.DayNumber > 3660) return Reply.Refuse(Problem.Malformed("to must not lie before from, and at most ten years after it"));
            var name = query["calendar"].ToString() is { Length: > 0 } given ? given : "EW";
            if (name is not ("EW" or "UK")) return Reply.Refuse(Problem.Malformed("calendar must be EW or UK"));
            var calendar = name == "UK" ? reference.Days.Uk : reference.Days.EnglandAndWales;
            if (Enumerable.Range(from.Year, to.Year - from.Year + 1).Any(y => !calendar.CoversYear(y))) return Refused("to", "The bank holidays of some of these years aren't loaded");
            var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
            return Reply.Ok(new WorkingDays(name, from, to, days.Count(calendar.IsWorkingDay), [.. days.Where(calendar.IsWorkingDay)],
                [.. days.Where(d => calendar.HolidayName(d) is not null).Select(d => new Closed(d, calendar.HolidayName(d)!))]));
        }).Produces<WorkingDays>().WithSummary("The working days from one day to another, both included").Listing("from", "to", "calendar");
    }

    static Answer Of(Working w) => new(w.Term.Rule, w.Term.Name, w.From, w.LastDay, w.InternalDue, w.DueAt, w.Window, StepPart.Of(w), w.Summary, w.Caution, w.Term.Binding.ToString(), w.Term.Source,
        w.Term.SourceUrl is { Length: > 0 } url ? url : null);

    static IResult Refused(string field, string why) => Reply.Refuse(new(422, "refused", why) { Reasons = [new("invalid", why, field)] });
}
