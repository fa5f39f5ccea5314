using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases;

/// <summary>A fact as an act left it, and as it was before.</summary>
public sealed record FieldChange(Fact Fact, string? Before, string After);

/// <summary>One act: the event it was about, and what came with it in the same moment.</summary>
public sealed record Act(Happening Head, IReadOnlyList<Happening> With, IReadOnlyList<FieldChange> Changes)
{
    public DateOnly Day => London.Day(Head.Event.At);

    /// <summary>The events of a view, newest first, those of one act together.</summary>
    public static IReadOnlyList<Act> Of(CaseView view)
    {
        var before = Befores(view);
        List<Act> acts = [];
        foreach (var act in Together(view.Happenings))
        {
            // Newest first in the view; within an act, the first event is what the rest follows from.
            var events = act.AsEnumerable().Reverse().ToList();
            var head = About(events);
            acts.Add(new(head, [.. events.Where(e => e != head)], [.. events.SelectMany(e => before.GetValueOrDefault(e.Seq) ?? [])]));
        }
        return acts;
    }

    // What became of a paper from others stands in the record behind the chase that it answers.
    static Happening About(List<Happening> events) =>
        events[0].Event is DeadlineMet or PapersWanted && events.Find(e => e.Event is PaperRequested or PaperChased or PaperReceived or PaperNotAvailable) is { } paper ? paper : events[0];

    static IEnumerable<List<Happening>> Together(IReadOnlyList<Happening> newestFirst)
    {
        List<Happening> act = [];
        foreach (var happening in newestFirst)
        {
            if (act.Count > 0 && (act[^1].Event.At != happening.Event.At || act[^1].Event.By != happening.Event.By))
            {
                yield return act;
                act = [];
            }
            act.Add(happening);
        }
        if (act.Count > 0) yield return act;
    }

    static Dictionary<long, IReadOnlyList<FieldChange>> Befores(CaseView view)
    {
        var facts = view.File.Type.AllFacts.ToDictionary(f => f.Key, StringComparer.Ordinal);
        Dictionary<string, string> known = new(StringComparer.Ordinal);
        Dictionary<long, IReadOnlyList<FieldChange>> changes = [];
        foreach (var happening in view.Backbone)
        {
            var given = CaseView.Facts(happening.Event).Entries.Where(e => facts.ContainsKey(e.Key)).ToList();
            changes[happening.Seq] = [.. given.Select(e => new FieldChange(facts[e.Key], known.GetValueOrDefault(e.Key), e.Value.Value)).Where(c => c.Before != c.After)];
            foreach (var (key, fact) in given) known[key] = fact.Value;
        }
        return changes;
    }
}
