using System.Text.RegularExpressions;
using Mhcs.Domain.Amendments;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Guidance;

/// <summary>What somebody proposes for a page of guidance, as they typed it.</summary>
/// <param name="Governs">Keys of the case types for which it holds.</param>
/// <param name="Change">What is new, for the change log.</param>
/// <param name="ReadBy">The day from which only those act who have confirmed that they read it; null where nobody must.</param>
public sealed record PageDraft(string? Title, string? Area, IReadOnlyList<string> Governs, string? Text, string? Change, DateOnly? ReviewOn, bool MustRead, DateOnly? ReadBy);

/// <summary>A page of our guidance: what we do and why, for the case types it governs. Its text changes by versions only, each approved by a second person.</summary>
public sealed partial class PolicyPage
{
    public const int LongestTitle = 120, LongestText = 40_000, LongestChange = 500;

    public int Id { get; init; }
    /// <summary>Its name in addresses, as in "recall".</summary>
    public required string Key { get; init; }
    public required string Title { get; set; }
    public required string Area { get; set; }
    public IReadOnlyList<string> Governs { get; set; } = [];
    /// <summary>Who answers for it; null while nobody does.</summary>
    public PersonId? Owner { get; set; }
    public DateOnly? ReviewOn { get; set; }
    /// <summary>The version in force; 0 before the first is approved.</summary>
    public int Current { get; private set; }
    /// <summary>The newest version in force that has to be read; null where none has.</summary>
    public int? MustRead { get; private set; }
    public DateOnly? ReadBy { get; private set; }
    /// <summary>Raised by one with every change.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOverdue(DateOnly today) => Current > 0 && ReviewOn < today;

    public static bool MayWrite(Actor actor) => actor.Posts.Any(p => p.Grade >= Grade.DeputyHead);

    /// <summary>A page as it ships with the portal, in force from the start.</summary>
    public static PolicyPage Shipped(string key, string title, string area, IReadOnlyList<string> governs, DateOnly reviewOn) =>
        new() { Key = key, Title = title, Area = area, Governs = governs, ReviewOn = reviewOn, Current = 1 };

    /// <summary>The name in addresses that a title gives.</summary>
    public static string KeyOf(string title) => NotAWord().Replace(title.ToLowerInvariant().Replace("’", "", StringComparison.Ordinal), "-").Trim('-');

    /// <summary>A new page that waits for its first version's approval.</summary>
    public static PolicyPage New(PageDraft draft, IEnumerable<string> types, IEnumerable<string> keys, Occasion on)
    {
        Check(draft, types, on);
        var key = KeyOf(draft.Title!);
        if (key is "" or "new" || keys.Contains(key)) throw new RuleBroken(new Refusal("rule", "There is a page of this title already. Change that one, or choose another title", "title"));
        return new() { Key = key, Title = draft.Title!.Trim(), Area = draft.Area!.Trim(), Governs = draft.Governs, Owner = on.By.Id, ReviewOn = draft.ReviewOn };
    }

    /// <summary>What the next version says, for somebody else to approve.</summary>
    /// <exception cref="RuleBroken">With every fault.</exception>
    public PageVersion Propose(PageDraft draft, IReadOnlyList<PageVersion> versions, IEnumerable<string> types, Occasion on)
    {
        Check(draft, types, on);
        if (versions.Any(v => v.Standing == AmendmentStanding.Proposed)) throw new RuleBroken(new Refusal("rule", "A version of this page waits for approval already. Have that one decided or withdrawn first"));
        return new()
        {
            PageId = Id, Number = versions.Count == 0 ? 1 : versions.Max(v => v.Number) + 1, Title = draft.Title!.Trim(), Area = draft.Area!.Trim(), Governs = draft.Governs, Text = draft.Text!.ReplaceLineEndings("\n"), Change = draft.Change!.Trim(),
            ReviewOn = draft.ReviewOn, MustRead = draft.MustRead, ReadBy = draft.MustRead ? draft.ReadBy : null, ProposedBy = on.By.Id, ProposedAt = on.At,
        };
    }

    /// <summary>Another person than the one who proposed it approves or declines a version. Approved, it is in force at once; whoever must read it has until its day.</summary>
    public void Decide(PageVersion version, bool approve, Occasion on)
    {
        Allow(on);
        version.Decide(approve, on);
        if (!approve) return;
        (Title, Area, Governs, ReviewOn, Current, Version) = (version.Title, version.Area, version.Governs, version.ReviewOn, version.Number, Version + 1);
        if (version.MustRead) (MustRead, ReadBy) = (version.Number, version.ReadBy);
    }

    public void Withdraw(PageVersion version, Occasion on)
    {
        Allow(on);
        version.Withdraw(on);
    }

    /// <summary>The review found nothing to change.</summary>
    public void Reviewed(DateOnly? next, Occasion on)
    {
        Allow(on);
        if (next is not { } day) throw new RuleBroken(new Refusal("missing", "Enter the day of the next review", "review"));
        if (day <= on.Today || day > on.Today.AddYears(3)) throw new RuleBroken(new Refusal("invalid", "The next review must be within three years", "review"));
        (ReviewOn, Version) = (day, Version + 1);
    }

    /// <summary>Gives the page to somebody who then answers for it.</summary>
    public void GiveTo(Person? owner, Occasion on)
    {
        Allow(on);
        if (owner is not { Active: true } || owner.Grade < Grade.DeputyHead) throw new RuleBroken(new Refusal("invalid", "Choose a deputy head or above", "owner"));
        (Owner, Version) = (owner.Id, Version + 1);
    }

    static void Allow(Occasion on)
    {
        if (!MayWrite(on.By)) throw new RuleBroken(new Refusal("not-entitled", "Guidance is written and approved by deputy heads and above"));
    }

    static void Check(PageDraft draft, IEnumerable<string> types, Occasion on)
    {
        Allow(on);
        Refusal[] faults = [.. Faults(draft, types, on)];
        if (faults.Length > 0) throw new RuleBroken(faults);
    }

    static IEnumerable<Refusal> Faults(PageDraft draft, IEnumerable<string> types, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(draft.Title)) yield return new("missing", "Enter the title", "title");
        else if (draft.Title.Trim().Length > LongestTitle) yield return new("invalid", $"The title must be {LongestTitle} characters or fewer", "title");
        if (string.IsNullOrWhiteSpace(draft.Area)) yield return new("missing", "Enter the area, such as Recall", "area");
        else if (draft.Area.Trim().Length > 60) yield return new("invalid", "The area must be 60 characters or fewer", "area");
        if (draft.Governs.Except(types).Any()) yield return new("invalid", "Choose case types from the list", "governs");
        if (string.IsNullOrWhiteSpace(draft.Text)) yield return new("missing", "Write the page", "text");
        else if (draft.Text.Length > LongestText) yield return new("invalid", $"The page must be {LongestText:N0} characters or fewer", "text");
        if (string.IsNullOrWhiteSpace(draft.Change)) yield return new("missing", "Say what is new, for the change log", "change");
        else if (draft.Change.Trim().Length > LongestChange) yield return new("invalid", $"Say what is new in {LongestChange} characters or fewer", "change");
        if (draft.ReviewOn is not { } review) yield return new("missing", "Enter the day of the next review", "review");
        else if (review <= on.Today || review > on.Today.AddYears(3)) yield return new("invalid", "The next review must be within three years", "review");
        if (!draft.MustRead) yield break;
        if (draft.ReadBy is not { } day) yield return new("missing", "Enter the day by which it must have been read", "read-by");
        else if (day < on.Today) yield return new("invalid", $"It must be read by {London.Words(on.Today)} or later: people need time to read it", "read-by");
    }

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex NotAWord();
}
