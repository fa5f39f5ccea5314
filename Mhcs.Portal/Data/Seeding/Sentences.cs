using System.Collections.Frozen;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>What invented people write: plain, plausible, about nobody.</summary>
static class Sentences
{
    static readonly FrozenDictionary<string, string[]> About_ = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [Facts.Concern.Key] = ["Missed two appointments and stopped the depot medicine; guarded when visited at home.", "Neighbours called the police after shouting at night; calmer the next day, but suspicious of the supervisors.", "Positive sample for cannabis, and sleeping badly since a change of address."],
        [Facts.SupervisorsViews.Key] = ["Both supervisors see early signs of relapse and ask for a review within the week.", "The clinical supervisor is worried, the social supervisor less so; they will visit together."],
        [Facts.MedicalEvidence.Key] = ["Relapse of a known psychotic illness, of a degree that warrants treatment in hospital; risk rises with paranoia."],
        [Facts.RecallRisk.Key] = ["Has stopped medicine and speaks of the index offence again; risk to the household and to passers-by."],
        [Facts.Alternatives.Key] = ["Daily visits and a change of medicine were tried for two weeks; informal admission was refused."],
        [Facts.BriefReason.Key] = ["Your mental health has become worse and you are not taking your medicine."],
        [Facts.Recommendation.Key] = ["Agree. The clinical reports are of one mind, the risk is understood and the plan answers it.", "Agree, with the terms the clinician proposes. The only evidence against is old.", "Refuse for now: the reports leave the question of substances open."],
        [Facts.DecisionReasons.Key] = ["The evidence meets the test; the alternatives were weighed and would not manage the risk as well.", "The reports are recent and agree. The plan is proportionate and victim issues are answered.", "Protection of the public weighs most here, and the plan gives it."],
        [Facts.MoveReason.Key] = ["Settled for nine months, ready for a less restrictive ward nearer the family.", "A bed in the home area has become free; same level of care.", "Repeated assaults on staff; the present ward can no longer manage the risk."],
        [Facts.SendingViews.Key] = ["In support. Engages well, no incidents for six months."], [Facts.ReceivingViews.Key] = ["Assessed on the ward and accepted; a bed is held."],
        [Facts.OffenceLocality.Key] = ["No exclusion zone is touched; the place of the index offence is forty miles away."], [Facts.EscortPlan.Key] = ["Secure transport with three staff, in daylight, no stops."],
        [Facts.MissingInformation.Key] = ["The receiving clinician’s view and the date of the bed.", "Risk assessment older than a year; a recent one is needed."],
        [Facts.TrialLeaveReport.Key] = ["Went well: all leave used, no incidents, both clinicians in favour of full transfer."],
        [Facts.ReportReading.Key] = ["Stable, takes medicine, works two days a week. No concern."], [Facts.IndicatorDetail.Key] = ["Two missed appointments and a new address not agreed beforehand; answers when called."],
        [Facts.ProposedChange.Key] = ["Allow overnight stays with the family at weekends.", "Take out the condition on residence staffing, as the placement is changing."],
        [Facts.ConditionResidence.Key] = ["Live at the address agreed with the supervisors and stay there each night."], [Facts.ConditionTreatment.Key] = ["Take medicine as directed by the clinical supervisor."],
        [Facts.ConditionSupervision.Key] = ["Meet the social supervisor and the clinical supervisor as they direct."], [Facts.ConditionSubstances.Key] = ["Take no illicit substances and give a sample when asked."],
        [Facts.ConditionVictims.Key] = ["Keep out of the area on the map held by the supervisors."],
        [Facts.TribunalDecision.Key] = ["The tribunal heard both clinicians and found that the criteria for detention are still met.", "The tribunal found that the restrictions are no longer needed."],
        [Facts.EndingDetail.Key] = ["The clinician wrote to withdraw the request; nothing further follows."],
        [Facts.SecurityFits.Key] = ["Medium security fits the offence; there is no history of escape."], [Facts.PapersHeld.Key] = ["Convictions, sentence calculation and custody papers are held; the police summary is missing."],
        [Facts.RiskFactors.Key] = ["Substance misuse, loss of contact with services, stress in the family."], [Facts.SettledSpell.Key] = ["No violence, substances or absconding for eleven months."],
        [Facts.Engagement.Key] = ["Takes medicine willingly and has finished the work on the index offence."], [Facts.TestedLeave.Key] = ["Unescorted leave in town three times a week since spring, overnight leave since summer."],
        [Facts.MoveOnAddress.Key] = ["Supported house with staff day and night, a place is held."], [Facts.SuggestedConditions.Key] = ["Residence, treatment, supervision, no illicit substances."],
        [Facts.CaseSummary.Key] = ["Index offence, three earlier convictions, and the history of detention since the order, with two transfers and one recall."], [Facts.Observations.Key] = ["The Secretary of State opposes discharge: the risk is understood, and leave has not tested it yet.", "The Secretary of State has no observations beyond the history of the case."],
        [Facts.AdjournedBecause.Key] = ["The social circumstances report was missing.", "The clinician was ill and no other could give evidence."], [Facts.HearingMovedBecause.Key] = ["The tribunal office moved it by letter: no judge on that day."],
        [Facts.DirectionsReview.Key] = ["The order is clear and can be met; no concern to take up."], [Facts.DirectionsReply.Key] = ["The papers asked for go with this reply."], [Facts.Implementation.Key] = ["Hospital and clinician told, PPUD brought up to date."],
        [Facts.AbsoluteCase.Key] = ["Nine years in the community without recall or new offence; both supervisors support it."],
    }.ToFrozenDictionary();

    static readonly string[] Notes =
    [
        "Rang the ward; the clinician will write by Friday.", "Papers asked for again by secure email.", "Spoke with the social supervisor: nothing new.", "Read the file through; chronology brought up to date.",
        "The hospital confirms the bed is still held.", "PPUD is up to date.", "Victim liaison officer called back, no change wanted.", "Sentence calculation checked with the prison.",
    ];

    public static string About(Fact fact, Dice dice) => About_.TryGetValue(fact.Key, out var texts) ? dice.Pick(texts) : "As in the papers received and on the file.";

    public static string Note(Dice dice) => dice.Pick(Notes);

    public static string StillRunning(CaseReference other) => $"{other} is still running; nothing to do here until it has an outcome.";

    public static string Who(Fact fact, Dice dice) =>
        fact == Facts.PoliceForce ? $"{dice.Pick(Words.Towns)} police"
        : fact == Facts.Direction ? dice.Pick(["Serve the up-to-date risk assessment", "Say who will attend for the Secretary of State", "Serve the police summary of the index offence"])
        : fact == Facts.TribunalNumber ? $"MH/{dice.Between(2023, 2026)}/{dice.Between(1000, 9999)}"
        : fact == Facts.ClinicalSupervisorAt || fact == Facts.SupervisorAt ? $"{dice.Pick(Words.Towns)} community team"
        : fact == Facts.SocialSupervisorAt ? $"{dice.Pick(Words.Towns)} council"
        : fact == Facts.LastSeen ? $"{dice.Pick(Words.Towns)} station, yesterday evening"
        : fact == Facts.Commissioner ? $"{dice.Pick(Words.Towns)} provider collaborative"
        : fact == Facts.SocialSupervisor || fact == Facts.SupervisorName ? Name(dice)
        : $"Dr {Name(dice)}";

    public static string Shortfall(Dice dice) => dice.Pick([
        "The source of the risk assessment is not cited.", "The older report is relied on and the newer one is not mentioned.", "The threshold is named but not applied to the facts.",
        "The reason why the date was missed is not recorded.", "The note was filed four days after the call.", "The alternatives are listed without saying why they fall short."]);

    public static string Coaching(Dice dice) => dice.Pick([
        "Read the model decision on the team drive, then go through this one together.", "Sit in on the next case of this kind with the casework manager.", "Short session on recording reasons, within two weeks."]);

    public static string Reply(Dice dice) => dice.Pick([
        "The newer report came after the decision; it is filed under the next step.", "Accepted. I have corrected the record.", "I telephoned the same day; the note was late because the system was down."]);

    public static string Name(Dice dice) => $"{(char)('A' + dice.Below(26))}. {dice.Pick(Words.Surnames)}";

    public static string Address(Dice dice) => $"{dice.Between(1, 90)} {dice.Pick(Words.Streets)}, {dice.Pick(Words.Towns)}";
}
