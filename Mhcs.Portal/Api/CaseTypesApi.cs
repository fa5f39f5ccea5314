using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Api;

/// <summary>/case-types: the tables that casework runs by.</summary>
static class CaseTypesApi
{
    public sealed record Listed(string Key, string Label, string Prefix, string Law);
    public sealed record Whole(string Key, string Label, string Prefix, string Law, string Start, IReadOnlyList<StateRow> States, IReadOnlyList<StepRow> Steps, IReadOnlyList<AuthorityRow> Authorities,
        IReadOnlyList<TermRow> Terms, IReadOnlyList<AskRow> OpeningAsks, Graph Diagram, IReadOnlyList<WantRow> PapersFromOthers);
    public sealed record StateRow(string Code, string Label, string Kind);
    /// <param name="Needs">The rules, each a sentence.</param>
    /// <param name="After">Rule of the term whose passing makes the move by itself.</param>
    public sealed record StepRow(string From, string Step, string Label, string To, string Authority, IReadOnlyList<string> Needs, string? When, IReadOnlyList<AskRow> Asks,
        IReadOnlyList<string> Starts, IReadOnlyList<string> Stops, IReadOnlyList<string> Issues, IReadOnlyList<string> Tells, string? Opens, string? After);
    public sealed record AuthorityRow(string Key, string Label, string Level, string HighProfileLevel, string Basis);
    public sealed record TermRow(string Rule, string Name, int? Amount, string Unit, string Binding, string Source);
    public sealed record AskRow(string Key, string Label, string Kind, bool Optional, IReadOnlyList<string>? Options, string? Hint)
    {
        public static AskRow Of(Fact fact) => new(fact.Key, fact.Label, fact.Kind.ToString(), fact.IsOptional, fact.Options.Count > 0 ? fact.Options : null, fact.Hint);
    }
    /// <param name="Since">Codes of the states with whose beginning it is wanted.</param>
    /// <param name="HoldsUp">Codes of the steps that wait for it.</param>
    public sealed record WantRow(string Paper, string Label, string Source, IReadOnlyList<string> Since, string? If, string ChaseTerm, IReadOnlyList<string> HoldsUp);
    public sealed record Graph(IReadOnlyList<string> Nodes, IReadOnlyList<Edge> Edges);
    public sealed record Edge(string From, string To, string Label);

    public static void MapCaseTypes(this RouteGroupBuilder api)
    {
        api.MapGet("/case-types", () => Reply.Ok(AllCaseTypes.All.Select(t => new Listed(t.Key, t.Label, t.Prefix, t.Law)))).Produces<IReadOnlyList<Listed>>().WithSummary("The kinds of casework");
        api.MapGet("/case-types/{key}", (string key, ReferenceData reference) => AllCaseTypes.Find(key) is { } type ? Reply.Ok(Of(type, reference)) : Reply.Refuse(Problem.NotFound))
            .Produces<Whole>().WithSummary("One kind of casework as its table");
    }

    static Whole Of(CaseType type, ReferenceData reference)
    {
        var terms = type.Opening.Starts.Select(s => s.Term).Concat(type.Moves.SelectMany(m => m.Starts.Select(s => s.Term))).DistinctBy(t => t.Rule).Select(reference.Resolve);
        return new(type.Key, type.Label, type.Prefix, type.Law, type.Start.Code, [.. type.States.Select(s => new StateRow(s.Code, s.Label, s.Kind.ToString()))], [.. type.Moves.Select(Row)],
            [.. type.Moves.Select(m => m.By).Prepend(type.Opening.By).DistinctBy(a => a.Key).Select(a => Level(a, reference))],
            [.. terms.Select(t => new TermRow(t.Rule, t.Name, t.Amount, t.Unit.ToString(), t.Binding.ToString(), t.Source))], [.. type.Opening.Asks.Select(AskRow.Of)],
            new([.. type.States.Select(s => s.Code)], [.. type.Moves.Select(m => new Edge(m.From.Code, m.To.Code, m.Step.Label)).Distinct()]),
            [.. type.Wants.Select(w => new WantRow(w.Key, w.Label, w.From.Key, [.. w.Since.Select(s => s.Code)], w.If?.Because, w.From.Chase.Rule, [.. type.HeldUpBy(w).Select(s => s.Code)]))]);
    }

    static StepRow Row(Move m) => new(m.From.Code, m.Step.Code, m.Step.Label, m.To.Code, m.By.Key, [.. m.Needs.Select(r => r.Because)], m.When?.Because, [.. m.Asks.Select(AskRow.Of)],
        [.. m.Starts.Select(s => s.Term.Rule)], [.. m.Stops.Concat(m.Ends).Select(t => t.Rule)], [.. m.Issues.Select(p => p.Key)], [.. m.Tells.Select(p => p.Key)], m.Opens, m.After?.Rule);

    static AuthorityRow Level(Authority authority, ReferenceData reference)
    {
        var level = reference.LevelOf(authority);
        return new(authority.Key, authority.Label, level.Level.ToString(), level.HighProfile.ToString(), level.Basis);
    }
}
