using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    /// <summary>Counts anew the periods of reference; the patient's own application uses up its period, a withdrawn one never comes here (s77(2)).</summary>
    public static readonly Effect Considered = new("Considered by the tribunal", s => Day(s, Facts.TribunalDecisionOn) is { } on
        ? [new ConsideredByTribunal(s.Facts.Text(Facts.TribunalRoute) ?? Facts.ReferenceAfterRecall, Rules.PatientApplies.Holds(s) ? s.Facts.Date(Facts.ApplicationOn) ?? s.File.ReceivedOn : null, on)] : []);

    /// <summary>Known afterwards only, from a case that was not ours to run.</summary>
    public static readonly Effect ConsideredBefore = new("Considered by the tribunal on that day", s => Day(s, Facts.LastConsideredOn) is { } on ? [new ConsideredByTribunal("Recorded under supervision", null, on)] : []);
}
