using Mhcs.Domain.Cases;

namespace Mhcs.Portal.Cases;

/// <summary>What came of an act.</summary>
public abstract record Outcome
{
    /// <summary>Saved: the events, and the version the file has now.</summary>
    public sealed record Done(CaseReference Reference, int Version, IReadOnlyList<CaseEvent> Events) : Outcome;
    /// <summary>Refused by the rules. Nothing has changed.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Outcome;
    /// <summary>There is no such file for this person: missing and hidden are the same.</summary>
    public sealed record NotFound : Outcome;
    /// <summary>Somebody changed the file since it was read. Nothing has changed; what was typed is still there.</summary>
    public sealed record SomeoneWasFaster(int Version, string Who, DateTimeOffset At) : Outcome;
    /// <summary>The store could not take the change. Nothing has changed; sending it again is safe.</summary>
    public sealed record StorageTrouble(string Why) : Outcome;

    /// <summary>The outcome as a sentence or more for the screen.</summary>
    public IEnumerable<string> Sentences => this switch
    {
        Refused r => r.Reasons.Select(reason => reason.Text),
        NotFound => ["There is no such case, or it isn’t one you can see"],
        SomeoneWasFaster f => [$"{f.Who} changed this case at {Domain.Deadlines.London.Words(f.At)}. Nothing you typed is lost: check what changed, then send again"],
        StorageTrouble t => [t.Why],
        _ => [],
    };
}
