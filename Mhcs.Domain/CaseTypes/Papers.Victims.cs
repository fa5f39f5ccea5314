using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Papers
{
    const string LiaisonUnit = "Victim liaison unit of the probation region";

    // None names the victim: the unit knows them by our reference.
    public static readonly Paper SchemeReferral = Letter("scheme-referral", "Referral to the Victim Contact Scheme", LiaisonUnit, Facts.SentencedOn, Facts.SchemeOffence, Facts.SchemeReferredOn);
    public static readonly Paper RepresentationsInvited = Letter("representations-invited", "Invitation to make representations", LiaisonUnit, Facts.LiaisonOfficer, Facts.DecisionAhead);
    public static readonly Paper DecisionPassedOn = Letter("decision-passed-on", "Letter: what the victim is to be told", LiaisonUnit, Facts.LiaisonOfficer, Facts.StagePassedOn);
    public static readonly Paper VictimSummary = Letter("victim-summary", "Summary of the decision for the victim", LiaisonUnit, Facts.LiaisonOfficer, Facts.SummaryDecidedOn, Facts.SummaryText);
}
