using Mhcs.Domain.People;

namespace Mhcs.Portal.Cases;

/// <summary>What somebody typed into one form over what stands on the record, kept until it is sent. Only fields that differ are kept, each with what stood there: a newer record keeps what nobody typed over, and says where both changed.</summary>
public sealed class FormDraft(Drafts drafts, PersonId me, string key)
{
    IReadOnlyDictionary<string, string?> _record = new Dictionary<string, string?>();

    /// <summary>Something is kept that was not sent.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Fields that somebody else changed since they were typed over here.</summary>
    public IReadOnlyList<string> Overtaken { get; private set; } = [];

    /// <summary>The fields of the form: as typed where something was, else as on the record.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> Over(IReadOnlyDictionary<string, string?> record, CancellationToken ct = default)
    {
        (_record, IsKept, Overtaken) = (record, false, []);
        if (await drafts.Find(me, key, ct) is not { } draft) return record;
        var typed = draft.Answers.Where(a => record.ContainsKey(a.Key)).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal);
        Overtaken = [.. typed.Keys.Where(name => !Same(draft.Begun.GetValueOrDefault(name), record[name]) && !Same(typed[name], record[name]))];
        IsKept = typed.Count > 0;
        return record.ToDictionary(r => r.Key, r => typed.TryGetValue(r.Key, out var value) ? value : r.Value, StringComparer.Ordinal);
    }

    public Task Keep(IReadOnlyDictionary<string, string?> form, CancellationToken ct = default)
    {
        List<Change> changed = [.. form.Where(f => !Same(f.Value, _record.GetValueOrDefault(f.Key))).Select(f => new Change(f.Key, f.Value, _record.GetValueOrDefault(f.Key)))];
        IsKept = changed.Count > 0;
        return drafts.Keep(me, key, changed, ct);
    }

    public Task Discard(CancellationToken ct = default)
    {
        (IsKept, Overtaken) = (false, []);
        return drafts.Discard(me, key, ct);
    }

    static bool Same(string? a, string? b) => string.Equals(a ?? "", b ?? "", StringComparison.Ordinal);
}
