using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases;

/// <summary>A form over a record that others change too, whether it stays open or is left and come back to. It knows from what each answer was begun: what only others changed comes in, what both changed stands side by side.</summary>
public sealed class MergingForm
{
    readonly Dictionary<string, string?> _begun = new(StringComparer.Ordinal);
    FactSheet _seen = FactSheet.Empty;

    public Answers Answers { get; } = new();
    public IReadOnlyList<Fact> Asked { get; private set; } = [];

    /// <summary>Questions that both answered, to be settled before anything is sent.</summary>
    public IReadOnlyList<Contested> Contested { get; private set; } = [];

    /// <summary>What was changed, each with what it was begun from: what is kept as a draft.</summary>
    public IReadOnlyList<Change> Changes => [.. Asked.Where(IsChanged).Select(f => new Change(f.Key, Answers[f.Key], _seen.Text(f)))];

    /// <summary>Fills the form from the record, and lays over it what was kept of an earlier sitting.</summary>
    /// <param name="offered">What a question begins with.</param>
    public void Begin(IReadOnlyList<Fact> asked, Func<Fact, string?> offered, FactSheet record, KeptDraft? draft = null)
    {
        (Asked, _seen) = (asked, record);
        foreach (var fact in asked) Offer(fact, offered);
        foreach (var fact in asked.Where(f => draft?.Answers.ContainsKey(f.Key) == true)) Resume(fact, draft!.Answers[fact.Key], draft.Begun.GetValueOrDefault(fact.Key));
        Compare(record);
    }

    /// <summary>Looks at what others have recorded meanwhile, and leaves the form as it is.</summary>
    public void Compare(FactSheet now) => Contested = FieldMerge.Both(Asked, _seen, now, IsTouched, Answers);

    /// <summary>Goes on from the record as it is now: what was typed stays, what only others answered comes in, what both did is to be settled.</summary>
    public void Follow(Func<Fact, string?> offered, FactSheet now)
    {
        Compare(now);
        foreach (var fact in Asked.Where(f => !IsTouched(f) && !(IsChanged(f) && now.Text(f) == _seen.Text(f)))) Offer(fact, offered);
        // What is contested stays to be settled against what was seen first.
        var open = Contested.Select(c => c.Fact.Key).ToHashSet(StringComparer.Ordinal);
        _seen = new(now.Entries.RemoveRange(open).SetItems(_seen.Entries.Where(e => open.Contains(e.Key))));
    }

    public void KeepMine(Contested both) => Settle(both);

    public void KeepTheirs(Contested both)
    {
        Answers[both.Fact.Key] = both.Theirs.Value;
        _begun[both.Fact.Key] = Answers[both.Fact.Key];
        Settle(both);
    }

    void Offer(Fact fact, Func<Fact, string?> offered)
    {
        Answers[fact.Key] = offered(fact);
        _begun[fact.Key] = Answers[fact.Key];
    }

    void Resume(Fact fact, string? mine, string? begun)
    {
        var entry = _seen.Entry(fact);
        // An answer taken away says nothing against a newer one.
        if (mine is null && entry?.Value != begun) return;
        Answers[fact.Key] = mine;
        if (entry is not null && entry.Value != begun) _seen = new(begun is null ? _seen.Entries.Remove(fact.Key) : _seen.Entries.SetItem(fact.Key, entry with { Value = begun }));
    }

    // Compared from now on with what the other recorded: only a further change of theirs asks again.
    void Settle(Contested both)
    {
        _seen = new(_seen.Entries.SetItem(both.Fact.Key, both.Theirs));
        Contested = [.. Contested.Where(c => c.Fact.Key != both.Fact.Key)];
    }

    bool IsChanged(Fact fact) => Answers[fact.Key] != _begun.GetValueOrDefault(fact.Key);

    bool IsTouched(Fact fact) => Answers[fact.Key] is not null && IsChanged(fact);
}
