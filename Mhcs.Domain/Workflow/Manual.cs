using System.Text;
using Mhcs.Domain.CaseTypes;

namespace Mhcs.Domain.Workflow;

/// <summary>Prints tables of moves as a manual in Markdown: nothing stands in it that the tables do not say.</summary>
public static class Manual
{
    public static string Of(IEnumerable<CaseType> types)
    {
        var page = new StringBuilder("# Case types\n\nPrinted from the tables in `Mhcs.Domain/CaseTypes` and held true by a test: change a table, not this page. A step by which a person closes a case also needs that no task on it is open. A fact that a step recorded or settled is corrected by whoever may take that step. A decision of ours about a patient also puts the record in PPUD among what is to be done, until somebody ticks it off.\n");
        foreach (var type in types) Print(type, page);
        return page.ToString();
    }

    static void Print(CaseType type, StringBuilder page)
    {
        page.Append($"\n## {type.Label}\n\n{type.Law}\n\nKey `{type.Key}`, references {type.Prefix}-0001 and so on, weight {type.Weight}. Starts in “{type.Start.Label}”.{(type.ConcernsAPatient ? "" : " It may be about nobody on our books.")}\n\n### Opening\n\n");
        Line(page, "Opened by", [type.Opening.By.Label, .. type.Opening.ByTime ? new[] { "time itself" } : []]);
        Line(page, "Needs", type.Opening.Needs.Select(r => r.Because));
        Line(page, "Asks", type.Opening.Asks.Select(Words));
        Line(page, "Starts", type.Opening.Starts.Select(Words));
        Line(page, "Tells", type.Opening.Tells.Select(Words));
        Line(page, "Changes", type.Opening.Changes.Select(e => e.Label));
        Line(page, "Corrections change", type.Corrects.Select(e => e.Label));
        Line(page, "Corrections keep", type.Keeps.Select(r => r.Because));
        if (type.Wants.Count > 0) page.Append("\n### Papers from others\n\n");
        foreach (var want in type.Wants) page.Append($"- {want.Label}: {Words(want, type)}\n");
        if (!type.OutlastsDeath)
            page.Append($"\n### When the patient has died\n\nFrom wherever the case stands, `{AfterDeath.Stop.Code}` leads to “{AfterDeath.Stopped.Label}” as soon as the death is recorded.{string.Concat(AfterDeath.ToldBy(type).Select(t => $" From “{t.From.Label}” it tells {string.Join(", ", t.Told.Select(Words))}."))}\n");
        page.Append($"\n### When the restrictions end in another case\n\n{AfterTheEnd(type)}\n");
        foreach (var state in type.States) Print(type, state, page);
    }

    static string AfterTheEnd(CaseType type)
    {
        var rows = type.Moves.Where(AfterRestrictions.IsOne).ToList();
        var open = type.States.Count(s => s.IsOpen && s != AfterDeath.Stopped);
        var goesOn = $"its owner is asked “{AfterRestrictions.Question}”.";
        return rows.Count == 0 ? $"The case goes on, and {goesOn}"
            : $"From {(rows.Count == open ? "wherever the case stands" : string.Join(", ", rows.Select(r => $"“{r.From.Label}”")))}, `{AfterRestrictions.Over.Code}` leads to “{rows[0].To.Label}” at once.{(rows.Count == open || type == EndOfRestriction.Type ? "" : $" From any other state it goes on, and {goesOn}")}"
                + string.Concat(rows.GroupBy(r => string.Join(", ", r.Tells.Select(Words))).Where(g => g.Key.Length > 0).Select(g => $" It tells {g.Key} from {string.Join(", ", g.Select(r => $"“{r.From.Label}”"))}."))
                + (rows[0].Changes.Count > 0 ? $" It changes: {string.Join("; ", rows[0].Changes.Select(c => c.Label))}." : "");
    }

    static void Print(CaseType type, State state, StringBuilder page)
    {
        page.Append($"\n### {state.Label}\n\n`{state.Code}`, {Kind(state.Kind)}.\n");
        foreach (var move in type.Moves.Where(m => m.From == state && !AfterDeath.IsStop(m) && !AfterRestrictions.IsOne(m)))
        {
            page.Append($"\n#### {move.Step.Label} → {move.To.Label}\n\n");
            Line(page, "Step", [$"`{move.Step.Code}`{(move.Step.ChecksAnswers ? ", answers are checked first" : "")}"]);
            Line(page, "By", [move.After is { } term ? $"Time: the last day of {Words(term)} has passed" : move.By.Label]);
            Line(page, "Where", move.When is { } when ? [when.Because] : []);
            Line(page, "Needs", move.Needs.Select(r => r.Because));
            Line(page, "Asks", move.Asks.Select(Words));
            Line(page, "Settles", move.Settles.Select(f => f.Label));
            Line(page, "Records", move.Records.Select(f => f.Fact.Label));
            Line(page, "Starts", move.Starts.Select(Words));
            Line(page, "Stops", move.Stops.Select(Words));
            Line(page, "Ends", move.Ends.Select(Words));
            Line(page, "Issues", move.Issues.Select(p => p.Label));
            Line(page, "Tells", move.Tells.Select(Words));
            Line(page, "Victims hear of", move.Tells.Contains(Parties.VictimLiaison) ? [KeyStages.Words(KeyStages.Of(move))] : []);
            Line(page, "Changes", move.Changes.Select(e => e.Label));
            Line(page, "Opens", move.Opens is { } follows ? [$"a case of `{follows}`{(move.OpensWith is { } with ? $", which takes `{with}` at once" : "")}"] : []);
            Line(page, "Access", move.Restricts ? ["closed to all but whoever recommended and took the step, the owners of the patient’s open cases, and the team’s managers, deputy heads and head"] : []);
            Line(page, "Other cases", move.Elsewhere is { } elsewhere ? [Words(elsewhere)] : move.Changes.Any(c => c.EndsRestrictions) ? ["each is closed as its table says, or its owner asked whether it still has to be done"] : []);
        }
    }

    static void Line(StringBuilder page, string label, IEnumerable<string> cells)
    {
        var text = string.Join("; ", cells);
        if (text.Length > 0) page.Append($"- {label}: {text}\n");
    }

    static string Words(Fact fact) => fact.IsOptional ? $"{fact.Label} (may be left empty)" : fact.Label;

    static string Words(Want want, CaseType type) => string.Concat(
        $"from: {want.From.Label}, wanted from “{string.Join("” or “", want.Since.Select(s => s.Label))}”", want.If is { } rule ? $", where “{rule.Because}”" : "", $", chased by {want.From.Chase.Rule}",
        type.HeldUpBy(want).Select(s => s.Label).ToList() is { Count: > 0 } steps ? $", holds up “{string.Join("”, “", steps)}”" : "");

    static string Words(Deadlines.Term term) => $"{term.Rule} {term.Name}";

    static string Words(Start start) =>
        string.Concat(Words(start.Term), start.From is { } fact ? $", from “{fact.Label}”" : "", start.Or is { } day ? $"{(start.From is null ? ", from " : ", otherwise from ")}{day.Label}" : "", start.Named is { } name ? $", named by “{name.Label}”" : "", start.If is { } rule ? $", where “{rule.Because}”" : "");

    static string Words(Party party) => string.Concat(party.Label, party.OnlyWhere is null ? "" : " (where it applies)", party.By is { } term ? $", by {term.Rule}" : "");

    static string Words(Elsewhere elsewhere) => elsewhere switch
    {
        Elsewhere.Stop => "every clock of every other open case of the patient ends, and no letter of theirs goes out",
        Elsewhere.Close => "the stopped ones are closed, each on its own record",
        _ => "the stopped ones go on from where they were",
    };

    static string Kind(StateKind kind) => kind switch
    {
        StateKind.Working => "somebody here has to act",
        StateKind.Deciding => "waits for our decision",
        StateKind.Waiting => "waits for others or for time",
        _ => "closed",
    };
}
