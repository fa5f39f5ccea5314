using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>How often a step is taken, against 100 for an ordinary one. Assumed, not statistics.</summary>
static class Likelihood
{
    /// <summary>A step as likely as any, or nearly.</summary>
    public const int Ordinary = 20, Seldom = 3;

    /// <summary>The end of a leave, of the time in which a claim can be made, and a release date are waited for; other moves of time are what a play avoids.</summary>
    public static bool IsAwaited(Move move) => move.After == Terms.LeaveEnds || move.After == Terms.ClaimFiled || (move.After == Terms.ReleaseDateReached && move.To.IsOpen);

    static readonly (string LabelBegins, int Weight)[] Rare =
    [
        ("Flag a breach", 0), ("Transfer the", 4), ("Record that no reply", 6), ("Send a holding", 6), ("Record that the minister’s office", 8), ("Record that the private office", 4), ("Send an interim", 12), ("Record that a claim", 6),
        ("Record the outcome", 20), ("Record that permission was refused", 40), ("Record the extension", 10), ("Record what the disclosure", 60),
        ("Withdraw the leave", 0), ("Record the clinician’s suspension", 3), ("Record an incident on leave", 2), ("Return the incomplete application", 10), ("Keep the leave suspended", 15), ("Record that no leave was taken", 8), ("Agree a part of", 15), ("Ask again for the report", 20),
        ("Flag as possibly", 0), ("Record that a supervisor left", 3), ("Record that no return", 2), ("Record where the patient is", 6), ("Record what the police say", 20), ("Record new interest", 8), ("End the high profile", 0),
        ("End the case", 3), ("Record: recalled", 100), ("Put on hold", 3), ("Send back", 6), ("Report a death", 0), ("Record another release", 0), ("Record that there is no release date", 0), ("Record that the restrictions have ended", 0), ("Escalate to the medical", 10), ("Take it up with", 5), ("Read: concern", 8), ("Stop the case", 0), ("Record that the patient was recalled", 0), ("Record that no restrictions", 0), ("Close the case after", 0), ("Record that the report was wrong", 4), ("Hold the file", 8), ("Take the death back", 0), ("Withdraw", 2), ("Approve recall in an emergency", 4), ("Take no action", 45), ("Monitor closely", 30), ("Agree a voluntary", 8),
        ("Refuse", 22), ("Ask for fresh", 4), ("Ask for missing", 30), ("Return as incomplete", 20), ("Cancel", 4), ("Approve release", 6), ("Record: absolutely", 6), ("Record the tribunal’s absolute", 3),
        ("Record a deferred", 15), ("Raise a concern", 20), ("Change a supervisor", 10), ("Ask for a change", 40), ("Ask for the end", 25), ("Keep monitoring", 25), ("Record the telephone", 0), ("Return the patient", 8), ("Extend trial", 15),
        ("Add conditions that deprive", 1), ("End the deprivation", 3), ("Lift the restrictions", 20), ("Record that the request is withdrawn", 8), ("Record a later application", 5), ("Warn that", 10), ("Refer to the tribunal, section 75(2C)", 0),
        ("Record: absolute discharge", 0), ("Record: conditional discharge", 0), ("Record: deferred", 0), ("Record: the restriction ends", 0), ("Give notice that the patient", 0), ("Record: notification", 40), ("Record: conditions varied", 30),
        ("Record that the hearing moved", 8), ("Record an adjournment", 10), ("Record a postponement", 6), ("Record a direction", 14), ("Reply to the directions", 25), ("Take up a concern", 3), ("Record that no hearing", 10), ("Record the withdrawal", 4),
        ("Query the decision", 3), ("Seek ", 3), ("Ask the Upper", 3), ("Record that it will be heard", 5),
        ("Record that the tribunal considered", 0), ("Chase the arrangements", 20), ("Record the patient at large", 45), ("Record: discharged again", 15),
    ];

    public static int Of(Move move) => move.After is not null ? 0 : move.Opens == Recall.Type.Key ? 1 : Rare.FirstOrDefault(r => move.Step.Label.StartsWith(r.LabelBegins, StringComparison.Ordinal)) is { LabelBegins: not null } rare ? rare.Weight : 100;
}
