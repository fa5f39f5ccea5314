using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Cases;

/// <summary>How far a paper from others has come.</summary>
public enum PaperStanding { Wanted, Requested, Chased, Received, NotAvailable }

/// <summary>A paper that this file wants from somebody outside, and how far it has come. What we issue ourselves is a <see cref="CasePaper"/>.</summary>
public sealed class WantedPaper
{
    /// <summary>Key of the paper; a file wants each once.</summary>
    public required string Paper { get; init; }
    public required string Label { get; init; }
    /// <summary>Key of who owes it.</summary>
    public required string Source { get; init; }
    public PaperStanding Standing { get; internal set; }
    public DateTimeOffset WantedAt { get; init; }
    public DateTimeOffset? RequestedAt { get; internal set; }
    public int Chases { get; internal set; }
    public DateTimeOffset? ChasedAt { get; internal set; }
    /// <summary>Number of the date by which it is chased next.</summary>
    public int? ChaseDate { get; internal set; }
    public DateOnly? ReceivedOn { get; internal set; }
    /// <summary>The document on this file that it came as; null where it is kept on paper.</summary>
    public string? DocumentId { get; internal set; }
    /// <summary>Why it can't be had.</summary>
    public string? Why { get; internal set; }

    /// <summary>Neither here nor given up.</summary>
    public bool IsOutstanding => Standing < PaperStanding.Received;

    /// <summary>What is owed, in a sentence: what a closed step says.</summary>
    public string Owed => (RequestedAt, Chases) switch
    {
        (null, _) => $"{Label}: not asked for yet",
        ({ } at, 0) => $"{Label}: asked for on {London.Words(London.Day(at))} and not received yet",
        ({ } at, var n) => $"{Label}: asked for on {London.Words(London.Day(at))}, chased {(n == 1 ? "once" : n == 2 ? "twice" : $"{n} times")} and not received yet",
    };

    internal void Apply(CaseEvent happened)
    {
        switch (happened)
        {
            case PaperRequested e: (Standing, RequestedAt, Chases, ChasedAt, ChaseDate) = (PaperStanding.Requested, e.At, 0, null, e.Chase); break;
            case PaperChased e: (Standing, Chases, ChasedAt, ChaseDate) = (PaperStanding.Chased, e.Times, e.At, e.Chase); break;
            case PaperReceived e: (Standing, ReceivedOn, DocumentId, ChaseDate) = (PaperStanding.Received, e.On, e.DocumentId, null); break;
            case PaperTakenBack e:
                (Standing, ReceivedOn, DocumentId, ChaseDate) = (RequestedAt is null ? PaperStanding.Wanted : Chases == 0 ? PaperStanding.Requested : PaperStanding.Chased, null, null, e.Chase);
                break;
            case PaperNotAvailable e: (Standing, Why, ChaseDate) = (PaperStanding.NotAvailable, e.Why, null); break;
        }
    }
}
