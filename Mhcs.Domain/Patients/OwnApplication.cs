using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Patients;

/// <summary>The period in which the patient may apply to the tribunal, once in it: the one that is open and not used, or the next to open (MHA 1983 s70, s75).</summary>
/// <param name="Period">1 is the first; later ones follow each other without a gap.</param>
/// <param name="Worked">How the first period was worked out.</param>
public sealed record OwnApplication(Window Window, int Period, Working Worked)
{
    /// <summary>Null where the patient has no right of application as a restricted patient.</summary>
    public static OwnApplication? Of(Patient patient, DateOnly today, ReferenceBook book)
    {
        if (patient.CategorySince is not { } from || Rule(patient) is not var (opens, months)) return null;
        var worked = book.Resolve(opens).WorkOut(from, book.Days);
        if (worked.Window is not { } window) return null;
        var period = 1;
        for (; window.Closes < today || IsUsed(window, patient); period++)
            window = new(window.Closes.AddDays(1), Later(from, opens, months, period));
        return new(window, period, worked);
    }

    // One that is withdrawn under the tribunal's rules was never considered, and so uses nothing up (s77(2)).
    static bool IsUsed(Window window, Patient patient) => patient.Considerations.Any(c => c.AppliedOn is { } on && window.IsOpenOn(on));

    /// <summary>Counted from the start each time, so that the end of a short month doesn't creep into later periods.</summary>
    static DateOnly Later(DateOnly from, Term opens, int months, int period) => from.AddMonths(opens.Between!.Closes + (months * period)).AddDays(-1);

    /// <summary>The first window and the length of each later period: a year while detained (s70(b)), two years once discharged (s75(2)(b), s75(2A)(b)).</summary>
    static (Term Opens, int Months)? Rule(Patient patient) => patient.Category switch
    {
        LegalCategory.Cd => (Terms.DischargedApplicationOpens, 24),
        LegalCategory.CdDol => (Terms.DolApplicationOpens, 24),
        _ when WasRecalled(patient) => (Terms.ApplicationAfterRecall, 12),
        _ when patient.Category.IsDetained => (Terms.DetainedApplicationOpens, 12),
        _ => null,
    };

    /// <summary>Detained now, conditionally discharged just before.</summary>
    public static bool WasRecalled(Patient patient) =>
        patient.Category.IsDetained && patient.LegalStatuses is [.., var before, _] && before.Category.IsConditionallyDischarged;
}
