using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Confidentiality;

/// <summary>What a review of an old record came to. None of them deletes anything: disposal is done by the departmental records officer, outside the portal.</summary>
public enum RetentionDecision { Keep, OfferToArchives, MarkForDisposal }

/// <summary>A record looked at when its period had run: what was decided, by whom, why. A later review stands for an earlier one, which stays.</summary>
public sealed class RetentionReview
{
    public int Id { get; init; }
    /// <summary>Number of the patient, or the reference of a case about nobody on our books.</summary>
    public required string Record { get; init; }
    public required RetentionDecision Decision { get; init; }
    /// <summary>Where the record is kept: the day on which to look at it again.</summary>
    public DateOnly? LookAgainOn { get; init; }
    public required string Reason { get; init; }
    public required PersonId By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A record with the day on which it came to its end: a patient's when the restrictions ended, that of a case about nobody on our books when it was closed. Null while it is in use.</summary>
/// <param name="Number">Number of the patient, or reference of the case.</param>
public sealed record KeptRecord(string Number, DateOnly? EndedOn)
{
    public static KeptRecord Of(Patient patient) => new(patient.Number, patient.Category.IsRestricted ? null : patient.CategorySince);
    public static KeptRecord Of(CaseFile file) => new(file.Reference.Value, file.ClosedAt is { } at ? London.Day(at) : null);
}

/// <summary>How long records are kept after restrictions have ended, or after a case about nobody on our books was closed. The period for restricted patients’ files was not found in any source, so it is our own target and can be changed.</summary>
public static class Retention
{
    public const int ReasonLimit = 500;

    /// <summary>The day from which a record may be reviewed, or looked at again; null while the record is in use.</summary>
    /// <param name="last">The latest review, if there was one.</param>
    public static DateOnly? ReviewFrom(KeptRecord record, RetentionReview? last, ReferenceBook book) =>
        last?.LookAgainOn ?? (record.EndedOn is { } since && book.Resolve(Terms.ReviewOfRecord) is { Amount: not null } term ? term.WorkOut(since, book.Days).LastDay : null);

    /// <summary>Decides on a record whose period has run.</summary>
    /// <param name="last">The latest review, if there was one.</param>
    /// <param name="holds">Every hold on the record.</param>
    /// <exception cref="RuleBroken">Too early, held, below a deputy head, or the answer is not whole.</exception>
    public static RetentionReview Review(KeptRecord record, RetentionReview? last, IEnumerable<RetentionHold> holds, RetentionDecision? decision, DateOnly? lookAgainOn, string? reason, Occasion on)
    {
        Allow(on);
        if (ReviewFrom(record, last, on.Book) is not { } from) throw new RuleBroken(new Refusal("rule", $"The record of {record.Number} is in use"));
        if (from > on.Today) throw new RuleBroken(new Refusal("rule", $"The record of {record.Number} is kept until {London.Words(from)}, and looked at then"));
        List<Refusal> faults = [];
        if (decision is null) faults.Add(new("missing", "Choose what is to become of the record", "decision"));
        if (decision is RetentionDecision.OfferToArchives or RetentionDecision.MarkForDisposal && holds.FirstOrDefault(h => h.Holds) is { } hold)
            faults.Add(new("rule", $"The record is held ({Words(hold.Ground).ToLowerInvariant()}: {hold.Why}). Lift the hold first, or keep the record", "decision"));
        if (decision is RetentionDecision.Keep && (lookAgainOn is null || lookAgainOn <= on.Today)) faults.Add(new("missing", "Enter a day ahead on which to look at the record again", "again"));
        if (string.IsNullOrWhiteSpace(reason)) faults.Add(new("missing", "Say why", "reason"));
        else if (reason.Trim().Length > ReasonLimit) faults.Add(new("invalid", $"Say why in {ReasonLimit} characters or fewer; it has {reason.Trim().Length}", "reason"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        return new() { Record = record.Number, Decision = decision!.Value, LookAgainOn = decision == RetentionDecision.Keep ? lookAgainOn : null, Reason = reason!.Trim(), By = on.By.Id, At = on.At };
    }

    public static string Words(HoldGround ground) => ground switch
    {
        HoldGround.Inquest => "Inquest", HoldGround.Litigation => "Litigation", HoldGround.PublicInquiry => "Public inquiry", HoldGround.ChildSexualAbuse => "Relates to child sexual abuse", _ => "Other",
    };

    public static string Words(RetentionDecision decision) => decision switch
    {
        RetentionDecision.Keep => "Keep", RetentionDecision.OfferToArchives => "Offer to The National Archives", _ => "Mark for disposal by the records officer",
    };

    internal static void Allow(Occasion on)
    {
        if (!on.By.Posts.Any(p => p.Grade.DoesCasework && p.Grade >= Grade.DeputyHead)) throw new RuleBroken(new Refusal("not-entitled", "Records are reviewed, and holds lifted, by a deputy head or above"));
    }
}
