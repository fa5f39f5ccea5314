using System.Text.Json;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>Keeps what somebody is typing, so that a lost connection, a restart or a closed tab loses nothing. Drafts are their writer's own and no part of the record.</summary>
public sealed class Drafts(IDbContextFactory<PortalDb> dbs, WriteLane lane, Occasions occasions, ILogger<Drafts> log)
{
    public async Task<(IReadOnlyDictionary<string, string?> Answers, DateTimeOffset At)?> Find(PersonId me, string key, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await _draft(db, me, key, ct) is { } draft
            ? (JsonSerializer.Deserialize<Dictionary<string, string?>>(draft.Json)!, draft.At) : null;
    }

    readonly Func<PortalDb, PersonId, string, CancellationToken, Task<Draft?>> _draft = EF.CompileAsyncQuery((PortalDb db, PersonId me, string key, CancellationToken ct) =>
        db.Drafts.AsNoTracking().FirstOrDefault(d => d.PersonId == me && d.Key == key));

    public Task Keep(PersonId me, string key, IReadOnlyDictionary<string, string?> answers, CancellationToken ct = default) => IfItCanBe(async writing =>
    {
        var json = JsonSerializer.Serialize(answers);
        if (await writing.Db.Drafts.FindAsync([me, key], ct) is { } draft) (draft.Json, draft.At) = (json, occasions.Now);
        else writing.Db.Drafts.Add(new Draft { PersonId = me, Key = key, Json = json, At = occasions.Now });
    }, ct);

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
