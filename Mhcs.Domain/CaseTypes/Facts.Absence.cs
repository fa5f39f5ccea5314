using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public const string Escape = "Escape from custody or an escort", Abscond = "Abscond: left the ward or the grounds", FailureToReturn = "Failure to return from leave", NotOnLeave = "None";

    const string WarningNotDone = "Not done yet";

    // The report of it
    public static readonly Fact AbsenceKind = Fact.Choice("Kind of absence", [Escape, Abscond, FailureToReturn]);
    public static readonly Fact AbsenceFoundAt = Fact.DateTime("When the absence was discovered", When.NotAfterToday);
    public static readonly Fact AbsenceToldBy = Fact.Choice("Who told us", ["The hospital", "The police", "Somebody else"]);
    public static readonly Fact AbsenceLeave = Fact.Choice("Leave that the patient was on", [NotOnLeave, EscortedDay, UnescortedDay, EscortedOvernight, UnescortedOvernight, LongTermEscorted, MedicalLeave, CompassionateLeave, CourtAttendance, TrialLeave]);
    public static readonly Fact AbsenceEscorts = Fact.Text("Escorts").Optional with { Hint = "By post and number" };

    // Police, victims, media
    public static readonly Fact PoliceToldAt = Fact.DateTime("When the police were told", When.NotAfterToday);
    public static readonly Fact PoliceReference = Fact.Text("The police’s own reference").Optional;
    public static readonly Fact AbsenceRisk = Fact.LongText("Risk to named persons and to the public") with { Hint = "Write no victim’s name here: say “a person named to the police”", IsDisturbing = true };
    public static readonly Fact VictimWarning = Fact.Choice("Warning of the victim", ["Done by the police", "Done by the victim liaison officer", WarningNotDone, "There is nobody to warn"]);
    public static readonly Fact MediaLines = Fact.LongText("Lines for the media").Optional;
    public static readonly Fact AbsenceBriefing = Fact.LongText("What the head of team is told") with { IsDisturbing = true };

    // How it ends
    public static readonly Fact AbsenceReturn = Fact.Choice("How the patient came back", ["Came back by themselves", "Brought back by the police", "Brought back by hospital staff"]);
    public static readonly Fact AbsenceOffences = Fact.LongText("Offences alleged while absent").Optional with { IsDisturbing = true };
    public static readonly Fact LocatedOn = Fact.Date("Date the patient was located", When.NotAfterToday);
    public static readonly Fact LocatedAt = Fact.Text("Where the patient is") with { Hint = "Abroad, in custody, or elsewhere out of reach" };
    public static readonly Fact LocatedPlan = Fact.LongText("What is done to bring the patient back");
    public static readonly Fact NoReturnBecause = Fact.LongText("Why no return is to be expected");

    // The review
    public static readonly Fact AbsenceReportOn = Fact.Date("Date of the hospital’s report on the absence", When.NotAfterToday);
    public static readonly Fact AbsenceLessons = Fact.LongText("Lessons, and what changes") with { Hint = "Leave, escorts, the ward, our own terms" };

    public static bool IsWarned(FactSheet facts) => facts.Text(VictimWarning) is { } warning && warning != WarningNotDone;
}
