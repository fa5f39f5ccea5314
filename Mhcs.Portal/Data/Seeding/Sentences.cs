using System.Collections.Frozen;
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
        [Facts.ArrangementsOutstanding.Key] = ["A place in a staffed house (local authority) and a named social supervisor (hospital).", "Funding of the placement (integrated care board); the clinical supervisor is found.", "A flat near the community team (housing association), and its address agreed with the liaison officer."],
        [Facts.ArrangementsChased.Key] = ["Rang the tribunal and the ward: the placement is offered, its funding not yet agreed.", "The hospital expects the house within a month; the social supervisor is named."],
        [Facts.MissingInformation.Key] = ["The receiving clinician’s view and the date of the bed.", "Risk assessment older than a year; a recent one is needed."],
        [Facts.TrialLeaveReport.Key] = ["Went well: all leave used, no incidents, both clinicians in favour of full transfer."],
        [Facts.ReportReading.Key] = ["Stable, takes medicine, works two days a week. No concern."],
        [Facts.ProposedChange.Key] = ["Allow overnight stays with the family at weekends.", "Take out the condition on residence staffing, as the placement is changing."],
        [Facts.ConditionResidence.Key] = ["Live at the address agreed with the supervisors and stay there each night."], [Facts.ConditionTreatment.Key] = ["Take medicine as directed by the clinical supervisor."],
        [Facts.ConditionSupervision.Key] = ["Meet the social supervisor and the clinical supervisor as they direct."], [Facts.ConditionSubstances.Key] = ["Take no illicit substances and give a sample when asked."],
        [Facts.LiaisonChased.Key] = ["Rang the liaison unit: nothing has changed, and the victim wishes to stay in the scheme.", "The officer answered by secure message; no change wanted."],
        [Facts.RepresentationsHeard.Key] = ["Put before the decision maker with the recommendation; a zone to be kept clear of follows from them."],
        [Facts.ConditionVictims.Key] = ["Keep out of the area on the map held by the supervisors."],
        [Facts.TribunalDecision.Key] = ["The tribunal heard both clinicians and found that the criteria for detention are still met.", "The tribunal found that the restrictions are no longer needed."],
        [Facts.EndingDetail.Key] = ["The clinician wrote to withdraw the request; nothing further follows."],
        [Facts.SecurityFits.Key] = ["Medium security fits the offence; there is no history of escape."], [Facts.PapersHeld.Key] = ["It rests on both reports, the convictions and the sentence calculation; the prosecution’s summary would add nothing to them."],
        [Facts.RiskFactors.Key] = ["Substance misuse, loss of contact with services, stress in the family."], [Facts.SettledSpell.Key] = ["No violence, substances or absconding for eleven months."],
        [Facts.Engagement.Key] = ["Takes medicine willingly and has finished the work on the index offence."], [Facts.TestedLeave.Key] = ["Unescorted leave in town three times a week since spring, overnight leave since summer."],
        [Facts.MoveOnAddress.Key] = ["Supported house with staff day and night, a place is held."], [Facts.SuggestedConditions.Key] = ["Residence, treatment, supervision, no illicit substances."],
        [Facts.LeaveProgress.Key] = ["Settled for five months; earlier escorted leave went without incident and all of it was used.", "Takes medicine willingly, negative samples since spring, keeps to the ward’s times."],
        [Facts.LeaveRisk.Key] = ["Low risk of absconding; risk to others rises with substances, which are tested for before and after each leave.", "No violence since last year; staff carry a telephone and know the signs of relapse."],
        [Facts.LeaveContingency.Key] = ["The ward calls the police after thirty minutes, and us on the same day.", "Escorts turn back at the first sign of distress; the clinician on call decides."],
        [Facts.LeaveExclusions.Key] = ["Keep out of the area on the map held by the ward."], [Facts.LeaveNotAgreed.Key] = ["The second place asked for lies too near an area to be kept clear of.", "Four hours twice a week for now, not daily: build up first."],
        [Facts.SuspensionReason.Key] = ["Positive sample on return; leave stopped until the team has met."], [Facts.Incident.Key] = ["Came back ninety minutes late; said the bus had not come. The ward told us by telephone."],
        [Facts.IncidentReport.Key] = ["Late through no fault of the patient; the bus company confirms it."], [Facts.NoLeaveBecause.Key] = ["The ward was short of escorts on the days agreed.", "The appointment was called off by the clinic."],
        [Facts.LeaveTaken.Key] = ["Fourteen leaves taken, back in time from each, no incident; mood the better for it.", "All leave used as agreed; samples negative; family visits went well.", "Three leaves missed for want of escorts, the others without incident."],
        [Facts.AbsenceRisk.Key] = ["Low risk to strangers while well; risk rises without medicine, within days. A person named to the police lives in the area.", "No threats lately; risk to the family if the patient goes home."], [Facts.ChaseOutcome.Key] = ["Circulated; the family address and the usual places were visited, nobody there.", "A sighting near the station last night; patrols are told."],
        [Facts.AbsenceBriefing.Key] = ["Police and hospital act; the victim liaison officer is told; no media interest so far."], [Facts.AbsenceLessons.Key] = ["Escorts carry a telephone; leave begins again escorted and by day.", "The garden door is watched; the ward checks every hour until further notice."],
        [Facts.LocatedPlan.Key] = ["Held by the police of another force; the hospital sends a nurse and a driver tomorrow."], [Facts.NoReturnBecause.Key] = ["Abroad with family; no request to bring the patient back is to be made."],
        [Facts.HighProfileOffence.Key] = ["A killing that was reported for weeks; found not to be of sound mind at the time."], [Facts.HighProfileVictims.Key] = ["The family is in the scheme and has asked to be warned of any report."], [Facts.HighProfileMedia.Key] = ["Two national papers and the local press at the time; nothing this year.", "One programme on the case last spring."],
        [Facts.HighProfileParliament.Key] = ["One letter of a member to the minister; no question.", "None found."], [Facts.PressLines.Key] = ["We do not comment on individual cases. Public protection is our first concern."], [Facts.HighProfileEvents.Key] = ["No report in the media since; one letter of the family, answered.", "Quiet: nothing new."],
        [Facts.CaseSummary.Key] = ["Index offence, three earlier convictions, and the history of detention since the order, with two transfers and one recall."], [Facts.Observations.Key] = ["The Secretary of State opposes discharge: the risk is understood, and leave has not tested it yet.", "The Secretary of State has no observations beyond the history of the case."],
        [Facts.AdjournedBecause.Key] = ["The social circumstances report was missing.", "The clinician was ill and no other could give evidence."], [Facts.HearingMovedBecause.Key] = ["The tribunal office moved it by letter: no judge on that day."],
        [Facts.DirectionsReview.Key] = ["The order is clear and can be met; no concern to take up."], [Facts.DirectionsReply.Key] = ["The papers asked for go with this reply."], [Facts.Implementation.Key] = ["Hospital and clinician told, PPUD brought up to date."],
        [Facts.AbsoluteCase.Key] = ["Nine years in the community without recall or new offence; both supervisors support it."],
        [Facts.DeathCircumstances.Key] = ["Found in bed by staff in the morning; a natural cause is thought likely.", "After a long illness, in the presence of the family."],
        [Facts.OpenActionsSettled.Key] = ["Nothing was open; dates taken out of the diary and PPUD brought up to date.", "Papers asked for called off, the liaison officer told, PPUD brought up to date."],
    }.ToFrozenDictionary();

    /// <summary>Purpose and terms of leave, as they go with its kind.</summary>
    public static string OfLeave(Fact fact, string kind, Dice dice)
    {
        var town = dice.Pick(Words.Towns);
        return kind switch
        {
            Facts.MedicalLeave => fact == Facts.LeavePurpose ? "An appointment at the general hospital." : fact == Facts.LeaveWhere ? $"{town} general hospital" : fact == Facts.LeaveHowOften ? "Once, for as long as treatment needs" : "Three nurses",
            Facts.CompassionateLeave => fact == Facts.LeavePurpose ? "A funeral in the close family." : fact == Facts.LeaveWhere ? $"{town} chapel" : fact == Facts.LeaveHowOften ? "Once, for two hours" : "Two nurses",
            Facts.CourtAttendance => fact == Facts.LeavePurpose ? "A hearing at which the patient has to be present." : fact == Facts.LeaveWhere ? $"{town} Crown Court" : fact == Facts.LeaveHowOften ? "For the days of the hearing" : "Three nurses, secure transport",
            _ => fact == Facts.LeavePurpose ? dice.Pick(["Rehabilitation: shopping, a course and visits, in small steps.", "To test life outside before the move that is planned.", "To see the family in the home area."])
                : fact == Facts.LeaveWhere ? $"{town}, {dice.Between(2, 30)} miles from the hospital"
                : fact == Facts.LeaveHowOften ? kind is Facts.EscortedDay or Facts.UnescortedDay ? dice.Pick(["Twice a week, four hours", "Once a week, six hours", "Three times a week, two hours"]) : dice.Pick(["Two nights a fortnight", "One night a week"])
                : kind is Facts.UnescortedDay or Facts.UnescortedOvernight ? "Nobody" : dice.Pick(["One nurse", "Two nurses"]),
        };
    }

    static readonly string[] Notes =
    [
        "Rang the ward; the clinician will write by Friday.", "Papers asked for again by secure email.", "Spoke with the social supervisor: nothing new.", "Read the file through; chronology brought up to date.",
        "The hospital confirms the bed is still held.", "PPUD is up to date.", "Victim liaison officer called back, no change wanted.", "Sentence calculation checked with the prison.",
    ];

    public static string About(Fact fact, Dice dice) => About_.TryGetValue(fact.Key, out var texts) ? dice.Pick(texts) : "As in the papers received and on the file.";

    public static string Note(Dice dice) => dice.Pick(Notes);

    public static string StillWaiting(Dice dice) => dice.Pick(["Looked at again: nothing has changed.", "Rang the ward: nothing new to report.", "Still waiting; asked again by secure email.", "Nothing to do here yet. To be looked at again."]);

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

    public static string Task(Dice dice) => dice.Pick(["Ring the ward about the care plan", "Ask the police for the summary again", "Check the address with the supervisors", "Prepare for the section 117 meeting", "Tell the prison of the new date", "Read the new risk assessment"]);

    public static string PutAway(Dice dice) => dice.Pick(["The report of the second doctor is awaited", "The hospital writes after its ward round", "Nothing to do until the bed is free", "The prison answers by the end of next week"]);

    public static string Meeting(Dice dice) => dice.Pick(["Discharge planning", "Risk management plan", "Yearly review of care", "Ward visit", "How we decide leave", "Information sharing with supervisors", "New staff"]);

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
