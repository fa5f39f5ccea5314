using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Who may correct a fact, and whose words a text then is: a correction takes what the step took that recorded or settled the fact, and makes nobody's text somebody else's.</summary>
public sealed partial class CaseFile
{
    /// <summary>Why this person doesn't record or correct a fact as the case stands; null: they do, if the answer itself is in order.</summary>
    public Refusal? WhyNotToRecord(Fact fact, Occasion on) => WhyNotToRecord([fact], FactSheet.Empty, on).FirstOrDefault();

    IEnumerable<Refusal> WhyNotToRecord(IReadOnlyList<Fact> changed, FactSheet given, Occasion on)
    {
        foreach (var fact in changed)
            if ((NotWrittenHere(fact) ?? NotHeld(fact, given, on)) is { } refusal) yield return refusal;
        var corrected = new Situation(this, Facts.With(given), on);
        foreach (var rule in Type.Keeps.Where(r => given.Entries.Count > 0 && r.About.Any(changed.Contains) && !r.Holds(corrected)))
            yield return new("rule", rule.Refusal, rule.About.First(changed.Contains).Key);
    }

    /// <summary>A text that is cleared as it stands is written by a step, in the states that have one.</summary>
    Refusal? NotWrittenHere(Fact fact)
    {
        if (!fact.IsCleared || IsAsked(State)) return null;
        var back = CaseMachine.Permitted(Type, State).FirstOrDefault(m => m.After is null && IsAsked(m.To))?.Step;
        return new("rule", $"“{fact.Label}” is cleared as it stands, so it is not changed while the case is “{State.Label}”{(back is null ? "" : $": take “{back.Label}” first, and write it then")}", fact.Key, back is null ? null : Mend.Take(back));

        bool IsAsked(State state) => CaseMachine.Permitted(Type, state).Any(m => m.Asks.Contains(fact));
    }

    Refusal? NotHeld(Fact fact, FactSheet given, Occasion on) =>
        HeldBy(fact, given, on).Select(a => on.By.May(a, this)).FirstOrDefault(e => !e.Granted) is { } no
            ? new("not-entitled", $"“{fact.Label}” was recorded or settled by a step, so it is corrected by somebody who may take that step. {no.Reason}", fact.Key) : null;

    /// <summary>What it takes to correct a fact: the authority of the step that recorded or settled it, and once it is settled that of the decision which it makes of it.</summary>
    IEnumerable<Authority> HeldBy(Fact fact, FactSheet given, Occasion on)
    {
        Situation now = new(this, Facts, on), then = new(this, Facts.With(given), on);
        var settling = Type.Moves.Where(m => m.Settles.Contains(fact) && m.Settles.Any(f => IsDecided(Facts.Entry(f))) && (m.When is null || m.When.Holds(now) || m.When.Holds(then))).Select(m => m.By);
        return settling.Concat(Held(Facts.Entry(fact)) is { } held ? [held] : Array.Empty<Authority>()).Distinct();
    }

    static Authority? Held(RecordedFact? entry) => entry?.Held is { } key ? Authorities.All.FirstOrDefault(a => a.Key == key) : null;

    static bool IsDecided(RecordedFact? entry) => Held(entry) is { IsDecision: true };

    /// <summary>The answers of a step, held by what it takes. A text that is written on, or given again in the same words, stays that of its earlier writers too, as does one that nobody has decided on since.</summary>
    FactSheet GivenBy(Move move, FactSheet answers) => answers.Each((key, entry) =>
        (Facts.Entries.GetValueOrDefault(key) is { } before && (move.From == move.To || before.Value == entry.Value || !IsDecided(before)) ? entry.GoingOnFrom(before) : entry) with { Held = KeyOf(move) });

    FactSheet CorrectedBy(FactSheet answers) => answers.Each((key, entry) => Facts.Entries.GetValueOrDefault(key) is { } before ? entry.GoingOnFrom(before) with { Held = before.Held } : entry);

    /// <summary>What a move settles: the facts its row names, and the text whose writers it kept out.</summary>
    static Settlement? SettledBy(Move move, FactSheet facts) =>
        KeyOf(move) is { } by && move.Settles.Concat(move.Needs.Select(r => r.NotByWritersOf).OfType<Fact>()).Where(facts.Has).Select(f => f.Key).Distinct().ToList() is { Count: > 0 } settled ? new(by, settled) : null;

    static FactSheet Settled(FactSheet facts, Settlement? by) => by is null ? facts : facts.Each((key, entry) => by.Facts.Contains(key) ? entry with { Held = by.By } : entry);

    static string? KeyOf(Move move) => move.By == Authorities.Administration || move.By == Authority.Clock ? null : move.By.Key;
}
