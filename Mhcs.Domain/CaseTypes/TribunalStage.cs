namespace Mhcs.Domain.CaseTypes;

/// <summary>How far a case before the tribunal has come, in the words in which people ask for it.</summary>
public enum TribunalStage
{
    /// <summary>Reports, our statement and its endorsement.</summary>
    Statement,
    /// <summary>Everything is sent; no date of a hearing yet.</summary>
    AwaitingListing,
    Listed,
    /// <summary>Adjourned or postponed.</summary>
    Adjourned,
    /// <summary>Heard, or to be decided on the papers.</summary>
    OutcomeAwaited,
    /// <summary>The decision is reviewed, challenged or carried out.</summary>
    Decided,
}

public static class TribunalStages
{
    extension(TribunalStage stage)
    {
        public string Label => stage switch
        {
            TribunalStage.Statement => "Awaiting our statement",
            TribunalStage.AwaitingListing => "Awaiting listing",
            TribunalStage.Listed => "Listed",
            TribunalStage.Adjourned => "Adjourned or postponed",
            TribunalStage.OutcomeAwaited => "Outcome awaited",
            _ => "Decided, to review or carry out",
        };
    }
}
