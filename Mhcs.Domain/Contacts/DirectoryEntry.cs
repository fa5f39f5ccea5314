using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Contacts;

/// <summary>One change of an entry, field by field; <paramref name="Was"/> and <paramref name="Now"/> in words.</summary>
public sealed record EntryChange(DateTimeOffset At, PersonId By, string What, string? Was, string? Now);

/// <summary>Somebody or some place that the section works with: a hospital, a prison, a court, a clinician. Never taken out: it closes, or becomes part of another entry, and its name stays known.</summary>
public sealed class DirectoryEntry
{
    public int Id { get; init; }
    public required EntryKind Kind { get; init; }
    public required string Name { get; set; }
    /// <summary>Whom a person works for; null for places.</summary>
    public string? Organisation { get; set; }
    public string? Region { get; set; }
    public string? Town { get; set; }
    public string? Address { get; set; }
    /// <summary>The address to which OFFICIAL-SENSITIVE papers may go.</summary>
    public string? Email { get; set; }
    public string? Telephone { get; set; }
    public IReadOnlyList<HospitalUnit> Units { get; set; } = [];
    /// <summary>First day; a hospital can be chosen from then on.</summary>
    public required DateOnly From { get; set; }
    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? To { get; private set; }
    /// <summary>The entry this one became part of: everything that named this one leads there.</summary>
    public int? MergedInto { get; private set; }
    /// <summary>Names under which records may know it: of its own past, and of entries that became part of it.</summary>
    public IReadOnlyList<string> FormerNames { get; private set; } = [];
    public IReadOnlyList<EntryChange> History { get; private set; } = [];
    /// <summary>All names, the organisation and the town in small letters: what it is found by.</summary>
    public string Words { get; private set; } = "";
    /// <summary>Raised by one with every change: two people's edits can't silently overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    public bool IsMerged => MergedInto is not null;
    public bool HoldsOn(DateOnly day) => !IsMerged && From <= day && (To is null || day <= To);

    /// <summary>As it ships or is invented: nobody of ours wrote it, so there is nothing to check or to keep of its past.</summary>
    public static DirectoryEntry Given(EntryKind kind, EntryDetails details)
    {
        var entry = new DirectoryEntry { Kind = kind, Name = details.Name!, From = details.From!.Value };
        entry.Put(details);
        return entry;
    }

    /// <exception cref="RuleBroken">With every fault.</exception>
    public static DirectoryEntry Add(EntryKind? kind, EntryDetails details, IReadOnlyList<DirectoryEntry> alike, Occasion on)
    {
        AllowChange(on);
        Refusal[] faults = [.. details.Faults(kind), .. Taken(kind, details, alike, null)];
        if (faults.Length > 0) throw new RuleBroken(faults);
        var entry = Given(kind!.Value, details);
        entry.History = [new(on.At, on.By.Id, "Added", null, entry.Name)];
        return entry;
    }

    /// <exception cref="RuleBroken">With every fault.</exception>
    public void Change(EntryDetails details, IReadOnlyList<DirectoryEntry> alike, Occasion on)
    {
        AllowChange(on);
        RefuseIfMerged();
        Refusal[] faults = [.. details.Faults(Kind), .. Taken(Kind, details, alike, this), .. To < details.From ? [new Refusal("invalid", $"It closed on {London.Words(To!.Value)}, so the first day must be before", "from")] : Array.Empty<Refusal>()];
        if (faults.Length > 0) throw new RuleBroken(faults);
        var before = Fields();
        if (Name != details.Name!.Trim()) FormerNames = [.. FormerNames.Where(n => n != details.Name.Trim()), Name];
        Put(details);
        EntryChange[] changes = [.. before.Zip(Fields()).Where(f => f.First.Value != f.Second.Value).Select(f => new EntryChange(on.At, on.By.Id, f.First.Name, f.First.Value, f.Second.Value))];
        if (changes.Length == 0) throw new RuleBroken(new Refusal("invalid", "This is how it stands. Change a field, or go back", "name"));
        Happened(changes);
    }

    /// <summary>Closes it after a day. Records keep its name; new ones can't take it.</summary>
    public void Close(DateOnly? lastDay, Occasion on)
    {
        AllowEnding(on);
        RefuseIfMerged();
        if (lastDay is not { } day) throw new RuleBroken(new Refusal("missing", "Enter the last day", "last-day"));
        if (day < From) throw new RuleBroken(new Refusal("invalid", $"The last day can’t be before the first, {London.Words(From)}", "last-day"));
        var was = To;
        To = day;
        Happened(new EntryChange(on.At, on.By.Id, "Last day", was is { } earlier ? London.Words(earlier) : null, London.Words(day)));
    }

    /// <summary>Takes its closing back.</summary>
    public void Reopen(Occasion on)
    {
        AllowEnding(on);
        RefuseIfMerged();
        if (To is not { } was) throw new RuleBroken(new Refusal("wrong-state", "It isn’t closed"));
        To = null;
        Happened(new EntryChange(on.At, on.By.Id, "Last day", London.Words(was), null));
    }

    /// <summary>Two entries become this one: everything that named the other leads here, and it is found under the other's names too.</summary>
    public void Absorb(DirectoryEntry other, string? reason, Occasion on)
    {
        AllowEnding(on);
        RefuseIfMerged();
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken(new Refusal("missing", "Say how you know that they are one", "reason"));
        if (reason.Trim().Length > 500) throw new RuleBroken(new Refusal("invalid", "Say it in 500 characters or fewer", "reason"));
        if (ReferenceEquals(other, this) || other.Id == Id) throw new RuleBroken(new Refusal("invalid", "Choose another entry than this one", "into"));
        if (other.Kind != Kind) throw new RuleBroken(new Refusal("rule", $"{Name} is a {Kind.Label.ToLowerInvariant()} and {other.Name} a {other.Kind.Label.ToLowerInvariant()}: only entries of one kind become one", "into"));
        other.RefuseIfMerged();
        FormerNames = [.. FormerNames.Concat(other.FormerNames).Append(other.Name).Distinct(StringComparer.OrdinalIgnoreCase).Where(n => !n.Equals(Name, StringComparison.OrdinalIgnoreCase))];
        Units = [.. Units.Concat(other.Units).DistinctBy(u => u.Name, StringComparer.OrdinalIgnoreCase)];
        Happened(new EntryChange(on.At, on.By.Id, "Taken in", null, $"{other.Name}: {reason.Trim()}"));
        (other.MergedInto, other.To) = (Id, other.To ?? on.Today);
        other.Happened(new EntryChange(on.At, on.By.Id, "Became part of", null, $"{Name}: {reason.Trim()}"));
    }

    /// <summary>What this one became part of became part of another itself.</summary>
    public void FollowInto(DirectoryEntry kept)
    {
        if (IsMerged) MergedInto = kept.Id;
    }

    void Put(EntryDetails given)
    {
        (Name, Organisation, Region, Town, Address) = (given.Name!.Trim(), WorksFor(Kind, given), Text(given.Region), Text(given.Town), Text(given.Address));
        (Email, Telephone, Units, From) = (Text(given.Email), Text(given.Telephone), Kind == EntryKind.Hospital ? given.ReadUnits() : [], given.From!.Value);
        Words = Sought();
    }

    void Happened(params EntryChange[] changes)
    {
        History = [.. History, .. changes];
        Words = Sought();
        Version++;
    }

    string Sought() => string.Join('\n', new[] { Name, Organisation, Town }.Concat(FormerNames).OfType<string>()).ToLower(CultureInfo.InvariantCulture);

    (string Name, string? Value)[] Fields() =>
    [
        ("Name", Name), ("Works for", Organisation), ("Region", Region), ("Town", Town), ("Address", Address), ("Secure email", Email), ("Telephone", Telephone),
        ("Units", Units.Count == 0 ? null : string.Join(", ", Units.Select(u => $"{u.Name} ({u.Security.ToLowerInvariant()})"))), ("First day", London.Words(From)),
    ];

    /// <summary>Cases name hospitals and prisons by their names, so each name leads to one of them, closed and merged ones included.</summary>
    static IEnumerable<Refusal> Taken(EntryKind? kind, EntryDetails details, IReadOnlyList<DirectoryEntry> alike, DirectoryEntry? me)
    {
        if (details.Name?.Trim() is not { Length: > 0 } name) yield break;
        var same = alike.FirstOrDefault(e => e.Kind == kind && !ReferenceEquals(e, me) && (me is null || e.MergedInto != me.Id)
            && (kind is { IsNamedByCases: true } ? e.IsCalled(name) : e.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && e.Organisation == WorksFor(kind, details)));
        if (same is null) yield break;
        var standing = same.IsMerged ? ", which became part of another" : same.To is { } to ? $", closed on {London.Words(to)}" : "";
        yield return new("rule", $"The directory has {same.Name} under this name already{standing}. Change that entry instead", "name");
    }

    bool IsCalled(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase) || FormerNames.Contains(name, StringComparer.OrdinalIgnoreCase);

    void RefuseIfMerged()
    {
        if (IsMerged) throw new RuleBroken(new Refusal("wrong-state", $"{Name} became part of another entry. Change that one"));
    }

    static string? WorksFor(EntryKind? kind, EntryDetails given) => kind is { IsPerson: true } ? Text(given.Organisation) : null;

    static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();

    static void AllowChange(Occasion on)
    {
        if (!MayChange(on.By)) throw new RuleBroken(new Refusal("not-entitled", "The directory is kept by those who do casework"));
    }

    static void AllowEnding(Occasion on)
    {
        if (!MayEnd(on.By)) throw new RuleBroken(new Refusal("not-entitled", "A casework manager or above closes entries of the directory and makes two into one"));
    }

    public static bool MayChange(Actor actor) => actor.Posts.Any(p => p.Grade.DoesCasework);
    public static bool MayEnd(Actor actor) => actor.Posts.Any(p => p.Grade >= Grade.CaseworkManager);
}
