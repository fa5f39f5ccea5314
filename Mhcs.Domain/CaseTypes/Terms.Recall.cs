using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string BackInHospital = "the day the patient is back in hospital";
    const string LeeHirons = "https://mentalhealthlaw.co.uk/R_(Lee-Hirons)_v_SSJ_(2014)_EWCA_Civ_553,_(2014)_MHLO_23";

    public static readonly Term ReferRecall = new("REC-01", "Refer the recalled patient to the tribunal", 1, Unit.Months, Wording.After, Binding.Statute, "MHA 1983 s75(1)(a)")
    {
        Trigger = BackInHospital, Owner = Caseworker, SourceUrl = Mha(75), Verified = true,
        Note = "Counted from the return, not from the warrant. Refer at once: the month is only the longstop (Rayner). Unchanged by the Mental Health Act 2025."
    };

    public static readonly Term ReferRecallPromptly = Target("REC-02", "Send the recall reference promptly", Unit.WorkingDays, BackInHospital, Administrator,
        "R (Rayner) v SSJ [2008] EWCA Civ 176 (reasonable despatch)") with { SourceUrl = "https://mentalhealthlaw.co.uk/Recall", Note = "The legal test is reasonable despatch within the one-month longstop." };

    public static readonly Term WrittenRecallReasons = new("REC-03", "Give the patient written reasons for the recall", 72, Unit.Hours, Wording.After, Binding.Code, "HSG(93)20, R (Lee-Hirons) v SSJ [2014] EWCA Civ 553; [2016] UKSC 46")
    {
        Trigger = BackInHospital, Owner = Clinician, SourceUrl = LeeHirons, Verified = true, Watch = true,
        Note = "As soon as possible and in any event within 72 hours. The third of three stages: brief reason when the warrant is executed, a fuller oral explanation on or soon after admission, then this."
    };

    public static readonly Term OralRecallReason = new("REC-04", "Give the patient a brief oral reason for the recall", 0, Unit.Hours, Wording.After, Binding.Code, "R (Lee-Hirons) v SSJ [2014] EWCA Civ 553")
    {
        Trigger = "the warrant is executed", Owner = "Hospital or police executing the warrant", SourceUrl = LeeHirons, Verified = true, Watch = true,
        Note = "The warrant carries a brief reason and a reminder to explain it."
    };

    public static readonly Term EarliestRecallHearing = new("REC-05", "Earliest start of the recall hearing", 35, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r37(4)")
    {
        Trigger = "the tribunal has received the recall reference", Owner = Tribunal, SourceUrl = Rules2008, Watch = true, Between = new(35, 56), Note = "Five weeks."
    };

    public static readonly Term LatestRecallHearing = new("REC-06", "Latest start of the recall hearing", 56, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r37(4)")
    {
        Trigger = "the tribunal has received the recall reference", Owner = Tribunal, SourceUrl = Rules2008, Watch = true, Between = new(35, 56), Note = "Eight weeks."
    };

    public static readonly Term RecallStatement = new("REC-07", "Send our information and observations (recall)", 14, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r32(7A)(a)")
    {
        Trigger = HospitalPapers, Owner = Caseworker, SourceUrl = Rules2008, Note = "Two weeks in a recall reference, three otherwise."
    };

    public static readonly Term TellVictimsOfRecall = Target("REC-08", "Tell the probation body of the recall", Unit.WorkingDays, "the recall is decided", Administrator, "DVCVA 2004 s38(4)(d)(ii), s38(7)") with
    {
        SourceUrl = Victims2004(38), Note = "The duty is statutory, the number of days is ours. Don't announce the recall so early that it endangers it."
    };

    public static readonly Term ChaseRecallWarrant = Target("REC-09", "Chase the execution of the recall warrant", Unit.WorkingDays, "the recall warrant is signed", Caseworker) with
    {
        Note = "The warrant has no statutory expiry; the patient counts as absent without leave from the named hospital (MHA 1983 s42(4)(b))."
    };

    public static readonly Term ApplicationAfterRecall = new("REC-10", "Window opens for the recalled patient's tribunal application", 6, Unit.Months, Wording.OnExpiry, Binding.Statute, "MHA 1983 s75(1)(b) with s70")
    {
        Trigger = BackInHospital, Owner = Patient, SourceUrl = Mha(75), Verified = true, Watch = true, Between = new(6, 12), Note = "Counted as if the hospital order had been made on the day of return."
    };

    public static readonly Term TellPoliceOfRecall = Target("REC-11", "Notify the police of the recall warrant", Unit.Hours, "the recall warrant is issued", Administrator, "MHA 1983 s42(4)(b), s18") with
    {
        SourceUrl = Mha(42), Note = "Immediately where the help of the police is needed."
    };
}
