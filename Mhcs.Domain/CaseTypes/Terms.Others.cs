using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string RightEleven = "https://bedfordshire.pcc.police.uk/the-code-of-practice-for-victims-victims-code-individual-rights-information-right-11-of-12",
                 AbsenceFound = "the absence is discovered", JobDescription = "Job description of the casework administrator";

    public static readonly Term VictimReferred = new("VIC-01", "The victim is referred to the Victim Contact Scheme", 10, Unit.WorkingDays, Wording.After, Binding.Code, "Victims' Code, Right 11")
    {
        Trigger = "the sentence or order", Owner = "Witness care unit", SourceUrl = RightEleven, Verified = true, Watch = true, Note = "For hospital orders, restricted or not, after specified violent or sexual offences."
    };

    public static readonly Term VictimContacted = new("VIC-02", "The liaison officer makes contact with the victim", 20, Unit.WorkingDays, Wording.After, Binding.Code, "Victims' Code, Right 11")
    {
        Trigger = "the referral to the scheme", Owner = Liaison, SourceUrl = RightEleven, Verified = true, Watch = true
    };

    public static readonly Term VictimRepresentations = Target("VIC-03", "The victim's representations or personal statement", Unit.Days, "the liaison officer is asked for representations", Liaison) with
    {
        Watch = true, Note = "The statute gives the right to make representations and no period."
    };

    public static readonly Term VictimSummary = Target("VIC-04", "Summary of the decision for the victim, on request", Unit.Days, "the discharge is decided", DeputyHead, "HMPPS information for victims (April 2024)") with
    {
        SourceUrl = "https://mentalhealthlaw.co.uk/Victims_of_crime", Note = "The right to ask for a summary is published; the number is ours."
    };

    public static readonly Term PoliceToldOfAbsence = new("INC-01", "The hospital tells the police", 0, Unit.Hours, Wording.After, Binding.Code, "MHA Code of Practice")
    {
        Trigger = AbsenceFound, Owner = Hospital, SourceUrl = "https://mentalhealthcop.wordpress.com/2012/01/15/awol-patients-part-2/", Verified = true, Watch = true, Note = "Immediately."
    };

    public static readonly Term WeAreToldOfAbsence = new("INC-02", "The hospital tells us (the duty officer out of hours)", 0, Unit.Hours, Wording.After, Binding.Code, "MHCS guidance and hospital policies")
    {
        Trigger = AbsenceFound, Owner = Hospital, Watch = true, Note = "Immediately."
    };

    public static readonly Term BriefOnIncident = Target("INC-03", "Brief the senior manager and press office, if high profile", Unit.Hours, "we are told of the incident", DeputyHead);

    public static readonly Term IncidentReport = Target("INC-04", "Incident report, and review of the leave", Unit.WorkingDays, "the patient is back or found", Clinician) with { Watch = true };

    public static readonly Term RecordDeath = Target("DTH-01", "Record the death", Unit.WorkingDays, "we are told of the death", Administrator, JobDescription) with { Note = "Record, tell the police, then close. The order is the job description's; the number is ours." };

    public static readonly Term TellPoliceOfDeath = Target("DTH-02", "Tell the police of the death", Unit.WorkingDays, "the death is recorded", Administrator, JobDescription) with { Note = "The order is the job description's; the number is ours." };

    public static readonly Term CloseAfterDeath = Target("DTH-03", "Close the case", Unit.WorkingDays, "the police are told", CaseworkManager) with { Note = "After open actions are settled and the liaison officer is told. Check first for a hold because of an inquest." };

    public static readonly Term ConfirmRestrictionEnded = new("END-01", "Confirm the end of restriction to hospital, patient, liaison officer and police", 0, Unit.WorkingDays, Wording.After, Binding.Target, "MHA 1983 s41(5), s50(2); DVCVA 2004 s38(4)(e)")
    {
        Trigger = "the restriction ends", Owner = Administrator, SourceUrl = Mha(41), Note = "On the day. The duty to tell the probation body the date is statutory."
    };

    public static readonly Term WarnRestrictionEnds = Target("END-02", "Warn clinician and hospital that restrictions will end", Unit.Months, "the release date", Administrator, wording: Wording.Before);

    /// <summary>Ends with the day before, so that what the release date brings about happens as the date begins.</summary>
    public static readonly Term ReleaseDateReached = new("END-03", "The release date: restrictions end by law", 1, Unit.Days, Wording.Before, Binding.Statute, "MHA 1983 s50(2)-(3)")
    {
        Trigger = "the release date", Owner = "The law", SourceUrl = Mha(50), Verified = true, Watch = true, Note = "No decision is taken. The powers of the Parole Board are left out when the date is worked out, so a lifer has none."
    };

    public static readonly Term HighProfileAssessment = Target("HP-01", "First assessment of the high-profile patient", Unit.WorkingDays, "the admission or sentence", DeputyHead, "Job description of the deputy head");

    public static readonly Term QualitySample = Target("QA-01", "Quality sample of the month completed", Unit.WorkingDays, "the end of the month", DeputyHead);

    public static readonly Term CaseSummary = Target("ADM-01", "Case summary drafted, or checked if there is one already", Unit.WorkingDays, "the tribunal's notice is received", Administrator, JobDescription) with
    {
        Note = "Must leave time for endorsement before our statement is due."
    };

    public static readonly Term ChaseConvictions = Target("ADM-02", "Chase the previous convictions", Unit.WorkingDays, "previous convictions are requested", Administrator, JobDescription);

    /// <summary>Where nothing else is due: a file that waits for others comes back after so long.</summary>
    public static readonly Term BringForward = Target("ADM-03", "Look at the waiting file again", Unit.WorkingDays, "somebody last worked on a file that has no other date", Caseworker) with { Repeats = true };

    /// <summary>Where nothing else is due: a step of ours does not wait longer than this.</summary>
    public static readonly Term NextStep = Target("ADM-04", "Take the next step", Unit.WorkingDays, "the last step on a file that has no other date", Caseworker);

    /// <summary>How long a record is kept once restrictions have ended; nothing is deleted by it.</summary>
    public static readonly Term ReviewOfRecord = Target("KEEP-01", "Review whether the record is still kept", Unit.Months, "the restrictions end", "Departmental records officer", "HMPPS records policy (PSI 04/2018)") with
    {
        Watch = true, Note = "The policy governs our records; the period for restricted patients' files was not found in it, so the number is ours. A hold stops every disposal."
    };
}
