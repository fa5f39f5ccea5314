using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The cells and rows that letters, questions, submissions and litigation share (domain notes, 2.11 and 9).</summary>
static class Correspondences
{
    public static readonly IReadOnlyList<Fact> NamedBy = [Facts.Correspondent, Facts.Topic];

    /// <summary>What a draft has to answer before it is cleared.</summary>
    public static readonly IReadOnlyList<Fact> BeforeClearance = [Facts.DisclosureBasis, Facts.DisclosureDetail];
    public static readonly IReadOnlyList<Rule> ReadyToClear = [Rules.Assigned, Rules.Drafted, Rules.HouseStyleAnswered, Rules.BasisExplained, Rules.ConfirmsNothing];

    /// <summary>Writing the text, as often as it takes.</summary>
    public static Move Write(State from) => new(from, Steps.WriteDraft, from, Authorities.Casework) { Needs = [Rules.Assigned], Asks = [Facts.ReplyText, Facts.StyleAccepted] };

    public static Move SendBack(State from, State to, Authority by) => new(from, Steps.SendBack, to, by) { Asks = [Facts.SentBackBecause] };

    /// <summary>A request that would breach impartiality is the manager's to decide; what they say stands on the record, and drafting goes on with it.</summary>
    public static IEnumerable<Move> Impartiality(IEnumerable<State> from, State flagged, State drafting) =>
    [
        .. Move.FromEach(from, f => new(f, Step.Called("Flag a breach of impartiality"), flagged, Authorities.Casework) { Asks = [Facts.ImpartialityConcern], Tells = [Parties.ManagerForImpartiality] }),
        new(flagged, Step.Grave("Uphold the flag: the request is declined"), drafting, Authorities.Impartiality) { Needs = [Rules.Assigned], Asks = [Facts.ImpartialityAnswer] },
        new(flagged, Step.Grave("Answer as far as impartiality allows"), drafting, Authorities.Impartiality) { Needs = [Rules.Assigned], Asks = [Facts.ImpartialityAnswer] },
    ];

    public static IEnumerable<Move> End(IEnumerable<State> from, State ended) =>
        Move.FromEach(from, f => new(f, Steps.End, ended, Authorities.Casework) { Asks = [Facts.EndingReason, Facts.EndingDetail] });
}
