using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Patients;

/// <summary>The next day by which the Secretary of State must refer the patient to the tribunal by himself (MHA 1983 s71(2), s75(2B) to (2E)). A recall has its own month (s75(1)).</summary>
/// <param name="Worked">How the day was worked out; its last day is the day.</param>
public sealed record ReferenceDuty(Working Worked)
{
    public DateOnly On => Worked.LastDay;

    /// <summary>Null where the law sets no day: a discharged patient who isn't deprived of liberty, until section 33 of the 2025 Act starts.</summary>
    public static ReferenceDuty? Of(Patient patient, DateOnly today, ReferenceBook book) => Of(patient.Category, patient.LegalStatuses, patient.Considerations, today, book);

    public static ReferenceDuty? Of(LegalCategory category, IReadOnlyList<LegalStatus> statuses, IReadOnlyList<TribunalConsideration> considerations, DateOnly today, ReferenceBook book)
    {
        if (statuses is not [.., { From: var from }]) return null;
        DateOnly? last = considerations.Count > 0 ? considerations.Max(c => c.On) : null;
        return category switch
        {
            LegalCategory.CdDol => Sooner(InPeriods(Terms.ReferDol, Terms.ReferDolAgain, from, last, book), last is { } heard ? new(book.Resolve(Terms.DolLongstop).WorkOut(heard, book.Days)) : null),
            LegalCategory.Cd when book.Law.CdReferenceMonths(today) is { } months => InPeriods(Terms.ReferDischarged, Terms.ReferDischarged with { Amount = months.ThenMonths }, from, last, book),
            LegalCategory.Cd => null,
            _ when category.IsDetained && DetentionBegan(statuses) is var began => Detained(last > began ? last.Value : began, book),
            _ => null,
        };
    }

    /// <summary>Whether a closed case before the tribunal answers the duty it was received under: a reference made for it that somebody ended with a reason. What the tribunal considered moves the duty itself; an application that was withdrawn was never considered (MHA 1983 s77(2)), and a case opened in error never was one.</summary>
    public static bool IsAnsweredBy(CaseFile closed) =>
        closed.Facts.Text(Facts.TribunalRoute) is Facts.ReferenceOfDetained or Facts.ReferenceOfDischarged && closed.Facts.Text(Facts.EndingReason) is { } why && why != Facts.OpenedInError;

    // The years run on where one authority takes the place of another, as when a remanded patient is given a hospital order: the section counts from the last consideration.
    static DateOnly DetentionBegan(IReadOnlyList<LegalStatus> statuses) => statuses.Reverse().TakeWhile(s => s.Category.IsDetained).LastOrDefault()?.From ?? statuses[^1].From;

    // How a commencement will treat periods already running is for the regulations; until there are any, the year is counted from its first day at the earliest.
    static ReferenceDuty Detained(DateOnly from, ReferenceBook book)
    {
        var usual = new ReferenceDuty(book.Resolve(Terms.ReferDetained).WorkOut(from, book.Days));
        if (book.Law.AutomaticReferencesFrom is not { } starts) return usual;
        var yearly = new ReferenceDuty(book.Resolve(Terms.ReferDetainedYearly).WorkOut(from > starts ? from : starts, book.Days));
        return from >= starts ? yearly : Sooner(usual, yearly);
    }

    /// <summary>A first period and equal later ones; one in which the tribunal considered the case needs no reference at its end (s75(2D)), nor do those before it.</summary>
    static ReferenceDuty InPeriods(Term first, Term later, DateOnly from, DateOnly? last, ReferenceBook book)
    {
        var duty = new ReferenceDuty(book.Resolve(first).WorkOut(from, book.Days));
        for (var start = from; last >= start; duty = new(book.Resolve(later).WorkOut(start, book.Days))) start = duty.On;
        return duty;
    }

    static ReferenceDuty Sooner(ReferenceDuty one, ReferenceDuty? other) => other is not null && other.On < one.On ? other : one;
}
