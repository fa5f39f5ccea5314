using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public const string Sentenced = "Section 47: sentenced prisoner", CrownRemand = "Section 48(2)(a): in prison, awaiting the Crown Court or sentence", MagistratesRemand = "Section 48(2)(b): remanded by a magistrates’ court",
                        CivilPrisoner = "Section 48(2)(c): civil prisoner", ImmigrationDetainee = "Section 48(2)(d): immigration detainee";

    // Prison to hospital
    public static readonly Fact ReferralDate = Fact.Date("Date of the referral", When.NotAfterToday);
    public static readonly Fact InitialRequestOn = Fact.Date("Date of the first request for a medical report", When.NotAfterToday).Optional with { Hint = "Starts the 28 days of section 47A once that section is in force" };
    public static readonly Fact TransferPower = Fact.Choice("Power to transfer", [Sentenced, CrownRemand, MagistratesRemand, CivilPrisoner, ImmigrationDetainee]);
    public static readonly Fact Prison = Fact.Prison("Prison");
    public static readonly Fact ReleaseDate = Fact.Date("Release date").Optional with { Hint = "Without Parole Board powers (section 50(3)). Leave empty for life and IPP" };
    const int TwoMonths = 61; // "About two months in practice": assumed, domain notes 2.2
    public static readonly Fact FirstReportBy = Fact.Text("First report: doctor");
    public static readonly Fact FirstReportOn = Fact.Date("First report: date", When.NotAfterToday) with { GoodForDays = TwoMonths };
    public static readonly Fact FirstReportSection12 = Fact.YesNo("First report: is the doctor approved under section 12?");
    public static readonly Fact FirstReportDisorder = Fact.YesNo("First report: disorder of a nature or degree that makes hospital treatment appropriate?");
    public static readonly Fact FirstReportTreatment = Fact.YesNo("First report: is appropriate treatment available?");
    public static readonly Fact SecondReportBy = Fact.Text("Second report: doctor");
    public static readonly Fact SecondReportOn = Fact.Date("Second report: date", When.NotAfterToday) with { GoodForDays = TwoMonths };
    public static readonly Fact SecondReportSection12 = Fact.YesNo("Second report: is the doctor approved under section 12?");
    public static readonly Fact SecondReportDisorder = Fact.YesNo("Second report: disorder of a nature or degree that makes hospital treatment appropriate?");
    public static readonly Fact SecondReportTreatment = Fact.YesNo("Second report: is appropriate treatment available?");
    public static readonly Fact UrgentNeed = Fact.YesNo("Do both reports find an urgent need for treatment? (section 48)").Optional;
    public static readonly Fact TransferHospital = Fact.Hospital("Hospital named in the direction");
    public static readonly Fact TransferSecurity = Fact.Choice("Security of the ward", SecurityLevels);
    public static readonly Fact BedFrom = Fact.Date("Date the bed is free");
    public static readonly Fact PapersHeld = Fact.LongText("What the recommendation rests on, and what it lacks") with { Hint = "Which papers from others it leans on, and why it can be made without those still wanted" };
    public static readonly Fact SecurityFits = Fact.LongText("Why this security fits the offence and the risk of escape") with { IsDisturbing = true };
    public static readonly Fact PublicInterest = Fact.Confirmation("The transfer is expedient in the public interest, having regard to all the circumstances");
    public static readonly Fact RestrictionDirection = Fact.YesNo("Is a restriction direction under section 49 given too?") with { Hint = "Mandatory for people of section 48(2)(a) and (b)" };
    public static readonly Fact AdmittedOn = Fact.Date("Date of admission", When.NotAfterToday);
    public static readonly Fact VictimEligible = Fact.YesNo("Is a victim in the Victim Contact Scheme?");

    // Hospital to hospital
    public const string Level = "Level", StepDown = "Step down", StepUp = "Step up";
    public static readonly Fact MoveDirection = Fact.Choice("Direction of the move", [Level, StepDown, StepUp]);
    public static readonly Fact ProposedHospital = Fact.Hospital("Proposed hospital");
    public static readonly Fact ProposedSecurity = Fact.Choice("Security there", SecurityLevels);
    public static readonly Fact MoveReason = Fact.LongText("Reason for the move") with { IsDisturbing = true };
    public static readonly Fact Commissioner = Fact.Text("Responsible commissioner").Optional;
    public static readonly Fact SendingViews = Fact.LongText("Views of the clinician who sends") with { IsDisturbing = true };
    public static readonly Fact ReceivingViews = Fact.LongText("Views of the clinician who receives") with { IsDisturbing = true };
    public static readonly Fact OffenceLocality = Fact.LongText("Exclusion zones and nearness to the place of the index offence");
    public static readonly Fact EscortPlan = Fact.LongText("Escort plan for the move");
    public static readonly Fact MissingInformation = Fact.LongText("What is missing") with { Hint = "Name each report or answer, and who has to give it" };
    public static readonly Fact TrialLeaveFrom = Fact.Date("First day of trial leave", When.NotAfterToday);
    public static readonly Fact TrialLeaveTo = Fact.Date("Last day of trial leave") with { Hint = "Six months is usual practice" };
    public static readonly Fact TrialLeaveReport = Fact.LongText("How trial leave went") with { Hint = "Both clinicians’ reports, incidents, leave taken, victim issues", IsDisturbing = true };
    public static readonly Fact MovedOn = Fact.Date("Date of the move", When.NotAfterToday);
    public static readonly Fact BackOn = Fact.Date("Date back at the sending hospital", When.NotAfterToday);

    // Back to prison
    /// <summary>One choice, so exactly one ground. Ticking both on paper is not unlawful (Larkin 2012): choose the one the decision rests on and say the other in the reasons.</summary>
    public static readonly Fact RemissionGround = Fact.Choice("Ground of remission", ["No longer needs treatment in hospital for mental disorder", "No effective treatment can be given in this hospital"]).Optional;
    public static readonly Fact FitOn = Fact.Date("Date the clinician notified us", When.NotAfterToday);
    public static readonly Fact Urgent = Fact.YesNo("Is it urgent?");
    public static readonly Fact UrgentToldTo = Fact.Text("Team manager or deputy head who was telephoned").Optional with { Hint = "Urgent requests are telephoned through" };
    public static readonly Fact SentToCrownCourt = Fact.YesNo("Has the case been sent to the Crown Court?").Optional with { Hint = "Only for people remanded by a magistrates’ court, section 48(2)(b)" };
    public static readonly Fact AftercareMeetingOn = Fact.Date("Date of the section 117 meeting", When.NotAfterToday).Optional;
    public static readonly Fact NoAftercareMeeting = Fact.LongText("Why there was no section 117 meeting").Optional with { Hint = "Only for a serious management problem or risk" };
    public static readonly Fact MinutesSentOn = Fact.Date("Date the minutes went to the prison", When.NotAfterToday).Optional;
    public static readonly Fact GovernorAgreed = Fact.YesNo("Has the governor of the receiving prison agreed?").Optional;
    public static readonly Fact ReceivingPrison = Fact.Prison("Receiving prison");
    public static readonly Fact ArrivedOn = Fact.Date("Date of arrival in prison", When.NotAfterToday);
    public static readonly Fact CancelledBecause = Fact.LongText("Why the remission is cancelled");
    public static readonly Fact ReleasedOn = Fact.Date("Date of the release", When.NotAfterToday);
}
