namespace Mhcs.Domain.Deadlines;

/// <summary>Counts one term from one day. The only file that turns a period into a date.</summary>
sealed class Reckoning(Term term, WorkCalendars days, IReadOnlyList<ClockStop> stops)
{
    static readonly TimeOnly TribunalCloses = new(17, 0);

    readonly WorkCalendar calendar = days.For(term.Calendar);

    bool Rolls => term is { Binding: Binding.TribunalRule, Wording: not Wording.Before, OpensWindow: false };

    bool Passes => term is { Unit: Unit.Hours, SameDay: false };

    public Working From(DateOnly day) => Passes ? Hours(London.At(day, TimeOnly.MinValue), timeKnown: false) : Days(day, null);

    public Working From(DateTimeOffset at) => Passes ? Hours(at, timeKnown: true) : Days(London.Day(at), at);

    Working Days(DateOnly from, DateTimeOffset? at)
    {
        var amount = Pauses.Allow(term, stops);
        var ended = stops.Where(stop => stop.To is not null).ToArray();
        var counted = Paused(Count(amount, term.Wording, from, ended), from, ended);
        var last = Rolls ? calendar.OnOrAfter(counted) : counted;
        DateTimeOffset? due = term.Binding == Binding.TribunalRule && !term.OpensWindow ? London.At(last, TribunalCloses) : null;
        if (term.SameDay && Rolls && due < at) due = London.At(last = calendar.OnOrAfter(last.AddDays(1)), TribunalCloses);

        return Answer(new(term, from, last, DoBy(from, last), due, Between(from), []) { FromAt = at }, counted);
    }

    Working Hours(DateTimeOffset from, bool timeKnown)
    {
        var amount = Pauses.Allow(term, stops);
        var due = London.WallClock(from.AddHours(term.Wording == Wording.Before ? -amount : amount));
        // Due at midnight is due by the end of the day that midnight closes.
        var last = London.Day(due.AddTicks(-1));
        var first = London.Day(from);
        return Answer(new(term, first, last, DoBy(first, last), due, null, []) { FromAt = timeKnown ? from : null }, last);
    }

    Working Answer(Working working, DateOnly counted)
    {
        var told = working with { Stops = stops, StoppedSince = stops.FirstOrDefault(stop => stop.To is null)?.From };
        return told with { Steps = Explanation.Steps(told, counted, days), Summary = Explanation.Summary(told), Caution = Explanation.Caution(told, days) };
    }

    // Months answer to the corresponding date, or the month's last day where there is none (Dodds v Walker [1981] UKHL).
    DateOnly Count(int amount, Wording wording, DateOnly from, IReadOnlyList<ClockStop> ended) => amount == 0 ? from : (term.Unit, wording) switch
    {
        (Unit.WorkingDays, Wording.After) => calendar.AddWorkingDays(from, amount, ended.Cover),
        (Unit.WorkingDays, Wording.BeginningWith) => calendar.AddWorkingDays(from.AddDays(-1), amount, ended.Cover),
        (Unit.WorkingDays, Wording.OnExpiry) => calendar.AddWorkingDays(from.AddDays(-1), amount, ended.Cover).AddDays(1),
        (Unit.WorkingDays, _) => calendar.AddWorkingDays(from, -amount),
        (Unit.Months, Wording.BeginningWith) => from.AddMonths(amount).AddDays(-1),
        (Unit.Months, Wording.Before) => from.AddMonths(-amount),
        (Unit.Months, _) => from.AddMonths(amount),
        (_, Wording.BeginningWith) => from.AddDays(amount - 1),
        (_, Wording.Before) => from.AddDays(-amount),
        _ => from.AddDays(amount)
    };

    DateOnly Paused(DateOnly last, DateOnly from, IReadOnlyList<ClockStop> ended)
    {
        if (term.Unit == Unit.WorkingDays && !term.SameDay) return last;
        for (var day = term.Wording == Wording.After && !term.SameDay ? from.AddDays(1) : from; day <= last; day = day.AddDays(1))
            if (ended.Cover(day)) last = last.AddDays(1);
        return last;
    }

    // Our own office keeps the days of England and Wales whatever the rule counts. A day before the start helps no one.
    DateOnly DoBy(DateOnly from, DateOnly last)
    {
        if (term.OpensWindow) return last;
        var due = last;
        while (!days.EnglandAndWales.IsLikelyWorkingDay(due)) due = due.AddDays(-1);
        return due < from && term.Wording != Wording.Before ? last : due;
    }

    Window? Between(DateOnly from)
    {
        if (term.Between is not { } span) return null;
        var after = term.Wording == Wording.After;
        var closes = Count(span.Closes, after ? Wording.After : Wording.BeginningWith, from, []);
        return new(Count(span.Opens, after ? Wording.After : Wording.OnExpiry, from, []),
            term.Binding == Binding.TribunalRule ? calendar.OnOrAfter(closes) : closes);
    }
}
