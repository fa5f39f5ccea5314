using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    /// <summary>Counts anew the periods of reference; the patient's own application uses up its period, a withdrawn one never comes here (s77(2)).</summary>
    public static readonly Effect Considered = new("Considered by the tribunal", s => Day(s, Facts.TribunalDecisionOn) is { } on
        ? [new ConsideredByTribunal(s.Facts.Text(Facts.TribunalRoute) ?? Facts.ReferenceAfterRecall, Rules.PatientApplies.Holds(s) ? s.Facts.Date(Facts.ApplicationOn) ?? s.File.ReceivedOn : null, on)] : []);

    /// <summary>Stands on a discharge that the tribunal brought about.</summary>
    const string AbsoluteByTribunal = "Absolutely discharged by the tribunal", ConditionalByTribunal = "By the tribunal";

    public static readonly Effect DecisionSetAside = new("As before the decision: it counts as no consideration, and the discharge that followed from it is taken back", s => Day(s, Facts.TribunalDecisionOn) is not { } decided ? [] :
    [
        new DecisionSetAside(decided, TakesBack(s), s.Today),
        // The conditions were those of the discharge.
        .. TakesBack(s) && s.Patient.Category.IsConditionallyDischarged ? [new ConditionsSet([], s.Today)] : Array.Empty<PatientChange>(),
    ]);

    /// <summary>Whether the patient's position is still the discharge that this decision brought.</summary>
    public static bool TakesBack(Situation s) =>
        s.Patient.LegalStatuses is [.., _, { Note: AbsoluteByTribunal or ConditionalByTribunal } last] && last.From >= s.Facts.Date(Facts.TribunalDecisionOn);

    /// <summary>Known afterwards only, from a case that was not ours to run.</summary>
    public static readonly Effect ConsideredBefore = new("Considered by the tribunal on that day", s => Day(s, Facts.LastConsideredOn) is { } on ? [new ConsideredByTribunal("Recorded under supervision", null, on)] : []);
}
