using System.Text.Json;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>An answer that somebody changed, and what the record held of it when they began.</summary>
public sealed record Change(string Key, string? Mine, string? Begun);

/// <summary>What somebody was typing, as it was kept.</summary>
/// <param name="Begun">What the record held of each answer when they began; of drafts without a record beneath them, nothing.</param>
public sealed record KeptDraft(IReadOnlyDictionary<string, string?> Answers, IReadOnlyDictionary<string, string?> Begun, DateTimeOffset At);

/// <summary>Keeps what somebody is typing, so that a lost connection, a restart or a closed tab loses nothing. Drafts are their writer's own and no part of the record.</summary>
public sealed class Drafts(IDbContextFactory<PortalDb> dbs, WriteLane lane, Occasions occasions, ILogger<Drafts> log)
{
    // Stands before the key of an answer, beside which what it was begun from is kept. Drafts of before have none.
    const string From = "begun:";

    public async Task<KeptDraft?> Find(PersonId me, string key, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await _draft(db, me, key, ct) is not { } draft) return null;
        var kept = JsonSerializer.Deserialize<Dictionary<string, string?>>(draft.Json)!.ToLookup(k => k.Key.StartsWith(From, StringComparison.Ordinal));
        return new(kept[false].ToDictionary(k => k.Key, k => k.Value), kept[true].ToDictionary(k => k.Key[From.Length..], k => k.Value), draft.At);
    }

    readonly Func<PortalDb, PersonId, string, CancellationToken, Task<Draft?>> _draft = EF.CompileAsyncQuery((PortalDb db, PersonId me, string key, CancellationToken ct) =>
        db.Drafts.AsNoTracking().FirstOrDefault(d => d.PersonId == me && d.Key == key));

    public Task Keep(PersonId me, string key, IReadOnlyDictionary<string, string?> answers, CancellationToken ct = default) => IfItCanBe(async writing =>
    {
        var json = JsonSerializer.Serialize(answers);
        if (await writing.Db.Drafts.FindAsync([me, key], ct) is { } draft) (draft.Json, draft.At) = (json, occasions.Now);
        else writing.Db.Drafts.Add(new Draft { PersonId = me, Key = key, Json = json, At = occasions.Now });
    }, ct);

    /// <summary>Keeps of a form over a record only what was changed on it; where that is nothing, no draft is left.</summary>
    public Task Keep(PersonId me, string key, IReadOnlyList<Change> changes, CancellationToken ct = default) => changes.Count == 0 ? Discard(me, key, ct)
        : Keep(me, key, changes.SelectMany(c => new[] { KeyValuePair.Create(c.Key, c.Mine), KeyValuePair.Create(From + c.Key, c.Begun) }).ToDictionary(), ct);

    public async Task Discard(PersonId me, string key, CancellationToken ct = default)
    {
        if (await Find(me, key, ct) is null) return;
        await IfItCanBe(writing => writing.Db.Drafts.Where(d => d.PersonId == me && d.Key == key).ExecuteDeleteAsync(ct), ct);
    }

    /// <summary>A draft that can't be kept takes nothing away: the words stand on the screen, and the next change tries again.</summary>
    async Task IfItCanBe(Func<Writing, Task> write, CancellationToken ct)
    {
        try
        {
            await lane.Write(write, ct);
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            log.LogWarning(trouble, "A draft could not be kept");
        }
    }
}
