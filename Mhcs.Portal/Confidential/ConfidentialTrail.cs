using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Confidential;

/// <summary>Openings of restricted files, conflicts of interest, retention and reports of impropriety as the trail keeps them. Of a report, only that there is one.</summary>
public static class ConfidentialTrail
{
    public const string Opened = "RestrictedFileOpened", OpeningRefused = "RestrictedFileOpeningRefused", Noted = "OpeningNoted", Declared = "ConflictDeclared", Lifted = "ConflictLifted",
        HoldPlaced = "RetentionHoldPlaced", HoldLifted = "RetentionHoldLifted", Reviewed = "RecordReviewed", Reported = "ImproprietyReported", Answered = "ImproprietyAnswered";

    public static readonly IReadOnlyList<string> Kinds = [Opened, OpeningRefused, Noted, Declared, Lifted, HoldPlaced, HoldLifted, Reviewed, Reported, Answered];

    public static TrailEntry Of(string kind, string? team, string? patient, object what, Occasion on) =>
        new() { Kind = kind, Team = team, PatientNumber = patient, By = on.By.Id, At = on.At, Data = JsonSerializer.Serialize(what, EventJson.Options) };
}
