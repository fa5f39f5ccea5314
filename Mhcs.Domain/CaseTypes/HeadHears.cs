using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>What the head of the team hears of about a high-profile patient, whatever the table: every decision, and every concern that is raised (domain notes, 2.10).</summary>
static class HeadHears
{
    /// <summary>The rows of a table, with the head told where no row says it: of a patient who is not high profile, nobody is.</summary>
    internal static IReadOnlyList<Move> OfAll(IReadOnlyList<Move> rows) => [.. rows.Select(m => (IsDecision(m) || IsConcern(m)) && !IsTold(m) ? m with { Tells = [.. m.Tells, Parties.HeadIfHighProfile] } : m)];

    static bool IsDecision(Move move) => move.By.IsDecision && move.By != Authority.Clock && move.Step != Steps.SendBack;

    /// <summary>Whatever leads to the state that the tables call so: it is decided on with nobody’s recommendation.</summary>
    static bool IsConcern(Move move) => move.To is { Kind: StateKind.Deciding, Code: nameof(Facts.Concern) } && move.From != move.To;

    static bool IsTold(Move move) => move.Tells.Contains(Parties.HeadIfHighProfile) || move.Tells.Contains(Parties.HeadOfTeam);
}
