using System.Security.Cryptography;
using System.Text;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Api;

/// <summary>Idempotency-Key on every POST: sent again, a request gets the reply it got, and nothing is done twice, not even when the reply was lost to a crash.</summary>
static class Idempotency
{
    public const string Header = "Idempotency-Key";
    const int LargestKept = 256 * 1024;

    public static void UseIdempotency(this IApplicationBuilder app)
    {
        var (dbs, lane, clock) = (app.ApplicationServices.GetRequiredService<IDbContextFactory<PortalDb>>(), app.ApplicationServices.GetRequiredService<WriteLane>(), app.ApplicationServices.GetRequiredService<TimeProvider>());
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Mhcs.Portal.Api");
        var running = new System.Collections.Concurrent.ConcurrentDictionary<(PersonId, string), bool>();
        app.Use(async (http, next) =>
        {
            var key = http.Request.Headers[Header].ToString();
            if (!HttpMethods.IsPost(http.Request.Method) || key.Length == 0 || Me.Of(http.User) is not { } me) { await next(http); return; }
            if (key.Length > 100 || key.Any(c => c is < '!' or > '~')) { await Problem.Malformed($"{Header} must have 1 to 100 visible characters").Write(http); return; }
            if (!running.TryAdd((me.Id, key), true)) { await new Problem(409, "in-progress", "A request with this key is being done. Send it again in a moment") { RetryAfter = 1 }.Write(http); return; }
            try
            {
                var request = await Hash(http.Request, http.RequestAborted);
                if (await Kept(dbs, me.Id, key, http.RequestAborted) is { } kept) await Again(http, kept, request);
                else await Once(http, next, lane, log, new KeptReply { PersonId = me.Id, Key = key, Request = request, At = clock.GetUtcNow() });
            }
            finally
            {
                running.TryRemove((me.Id, key), out _);
            }
        });
    }

    static async Task Once(HttpContext http, RequestDelegate next, WriteLane lane, ILogger log, KeptReply reply)
    {
        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        // The act's own commit marks the key as used, so that a crash before the reply can't lead to a second act.
        CommitMark.Current = new CommitMark(writing => writing.Db.KeptReplies.Add(new KeptReply { PersonId = reply.PersonId, Key = reply.Key, Request = reply.Request, At = reply.At }));
        bool committed;
        try
        {
            await next(http);
        }
        finally
        {
            committed = CommitMark.Current?.IsUsed == true;
            CommitMark.Current = null;
            http.Response.Body = body;
        }
        // Trouble of ours, and refusals to somebody who sent the wrong version, are worth trying again; everything else is the reply for good.
        if (buffer.Length <= LargestKept && http.Response.StatusCode is < 500 and not (401 or 412 or 428 or 429))
        {
            (reply.Status, reply.ContentType, reply.Body) = (http.Response.StatusCode, http.Response.ContentType, buffer.ToArray());
            (reply.Location, reply.ETag) = (Text(http.Response.Headers.Location), Text(http.Response.Headers.ETag));
            await Keep(lane, reply, committed, log);
        }
        buffer.Position = 0;
        await buffer.CopyToAsync(body, http.RequestAborted);
    }

    static async Task Keep(WriteLane lane, KeptReply reply, bool committed, ILogger log)
    {
        try
        {
            await lane.Write(writing =>
            {
                if (committed) writing.Db.KeptReplies.Update(reply);
                else writing.Db.KeptReplies.Add(reply);
                return Task.CompletedTask;
            });
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            // What was done is done and is answered so; only a repeat will hear that the reply was lost.
            log.LogError(trouble, "A reply could not be kept");
        }
    }

    static async Task Again(HttpContext http, KeptReply kept, string request)
    {
        if (kept.Request != request) { await new Problem(422, "key-reused", $"This {Header} was sent with another request. Use a new key").Write(http); return; }
        if (kept.Status == 0) { await new Problem(409, "reply-lost", "This was done, but its reply was lost. Read the resource to see it").Write(http); return; }
        http.Response.StatusCode = kept.Status;
        http.Response.ContentType = kept.ContentType;
        if (kept.Location is { } location) http.Response.Headers.Location = location;
        if (kept.ETag is { } tag) http.Response.Headers.ETag = tag;
        http.Response.Headers["Idempotency-Replayed"] = "true";
        await http.Response.Body.WriteAsync(kept.Body, http.RequestAborted);
    }

    static async Task<KeptReply?> Kept(IDbContextFactory<PortalDb> dbs, PersonId person, string key, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.KeptReplies.AsNoTracking().FirstOrDefaultAsync(r => r.PersonId == person && r.Key == key, ct);
    }

    static async Task<string> Hash(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[81920];
        while (await request.Body.ReadAsync(buffer, ct) is > 0 and var read) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static string? Text(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();
}
