namespace Mhcs.Domain.Patients;

/// <summary>Leave to which we consented (MHA 1983 s17, s41(3)(c)(i)), or attendance that we directed (s42(6)): its terms, and how it went.</summary>
/// <param name="Case">Reference of the case in which it was agreed, and in which its report is recorded.</param>
/// <param name="Until">The last day of the consent.</param>
public sealed record AgreedLeave(string Case, string Kind, string Where, string HowOften, string WithWhom, DateOnly From, DateOnly Until)
{
    /// <summary>Days for which an interim report speaks for leave that goes on. Ours: no source gives a number.</summary>
    public const int ReportGoodForDays = 28;

    /// <summary>How leave ends with a death.</summary>
    public const string ByDeath = "The patient died";

    public DateOnly? SuspendedOn { get; init; }
    /// <summary>The day it ended, null while it lasts.</summary>
    public DateOnly? To { get; init; }
    /// <summary>How it ended: its last day passed, withdrawn, superseded.</summary>
    public string? Ending { get; init; }
    /// <summary>The day of the latest report, an interim one or the last.</summary>
    public DateOnly? ReportedOn { get; init; }
    public string? Report { get; init; }
    /// <summary>Nothing more is to come: the last report is held, or none is needed.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether the patient may use it on this day.</summary>
    public bool IsInForceOn(DateOnly day) => To is null && SuspendedOn is null && From <= day && day <= Until;

    /// <summary>Whether an up-to-date report is held: on the whole of leave that has ended, on leave that goes on a recent one.</summary>
    public bool IsReported(DateOnly today) => IsClosed || (To is null && ReportedOn >= From && ReportedOn?.AddDays(ReportGoodForDays) >= today);

    internal static IReadOnlyList<AgreedLeave> After(IReadOnlyList<AgreedLeave> before, LeaveChange change) => change is LeaveAgreed agreed
        ? [.. before, new(agreed.Case, agreed.Kind, agreed.Where, agreed.HowOften, agreed.WithWhom, agreed.From, agreed.Until)]
        : [.. before.Select(l => l.Case == change.Case ? l.After(change) : l)];

    AgreedLeave After(LeaveChange change) => change switch
    {
        LeaveSuspended => this with { SuspendedOn = change.On },
        LeaveResumed => this with { SuspendedOn = null },
        LeaveEnded ended => this with { To = To ?? ended.On, Ending = Ending ?? ended.How },
        LeaveCorrected c => this with { Kind = c.Kind, Where = c.Where, HowOften = c.HowOften, WithWhom = c.WithWhom, From = c.From, Until = c.Until },
        LeaveReported reported => this with { ReportedOn = reported.On, Report = reported.Report, IsClosed = reported.Closes },
        _ => throw new ArgumentException($"No change of leave of kind {change.GetType().Name} is known", nameof(change)),
    };
}
