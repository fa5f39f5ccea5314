using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The cells of a voluntary admission, the alternative to recall, which two tables share (domain notes, 2.4).</summary>
static class Voluntary
{
    public static readonly IReadOnlyList<Fact> Admission = [Facts.VoluntaryHospital, Facts.Ward, Facts.VoluntaryFrom, Facts.VoluntaryBasis, Facts.Capacity, Facts.VoluntaryReason, Facts.ResponsibleClinician];
    public static readonly IReadOnlyList<Fact> Review = [Facts.StillConsents, Facts.RiskRisen, Facts.RecallNeeded, Facts.DecisionReasons];
    public static readonly IReadOnlyList<Term> Terms = [CaseTypes.Terms.VoluntaryAdmissionUpdate, CaseTypes.Terms.VoluntaryAdmissionReview];
    public static readonly IReadOnlyList<Start> Clocks = [new(CaseTypes.Terms.VoluntaryAdmissionUpdate, Facts.VoluntaryFrom), new(CaseTypes.Terms.VoluntaryAdmissionReview, Facts.VoluntaryFrom)];
    public static readonly Start NextUpdate = new(CaseTypes.Terms.VoluntaryAdmissionUpdate) { Or = Anchor.DueDateOf(CaseTypes.Terms.VoluntaryAdmissionUpdate, CaseTypes.Terms.VoluntaryAdmissionUpdate) };
    public static readonly Start NextReview = new(CaseTypes.Terms.VoluntaryAdmissionReview) { Or = Anchor.DueDateOf(CaseTypes.Terms.VoluntaryAdmissionReview, CaseTypes.Terms.VoluntaryAdmissionReview) };
}
