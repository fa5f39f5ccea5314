using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Meetings;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>The one writer of meetings.</summary>
public sealed class MeetingDesk(PlainDesk desk)
{
    public const string Recorded = "MeetingRecorded", Changed = "MeetingChanged", Cancelled = "MeetingCancelled";

    public Task<PlainOutcome> Record(string team, MeetingDetails details, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        await CheckCase(writing.Db, details.Case, on, ct);
        var meeting = Meeting.Record(team, details, on);
        writing.Db.Meetings.Add(meeting);
        await writing.Db.SaveChangesAsync(ct);
        return Kept(Recorded, meeting, Told(meeting), on, writing);
    }, ct);

    /// <param name="version">As the person saw it: the slower of two is told. Null: as it is now.</param>
    public Task<PlainOutcome> Change(int id, int? version, MeetingDetails details, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var meeting = await Find(writing.Db, id, version, on, ct);
        await CheckCase(writing.Db, details.Case, on, ct);
        var before = Told(meeting);
        meeting.Change(details, on);
        return Kept(Changed, meeting, new { before, after = Told(meeting) }, on, writing);
    }, ct);

    public Task<PlainOutcome> Cancel(int id, int? version, string? why, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var meeting = await Find(writing.Db, id, version, on, ct);
        meeting.Cancel(why, on);
        return Kept(Cancelled, meeting, new { meeting.Id, why = meeting.CancelledBecause }, on, writing);
    }, ct);

    static async Task<Meeting> Find(PortalDb db, int id, int? version, Occasion on, CancellationToken ct)
    {
        var meeting = await db.Meetings.Seen(db, on.By).FirstOrDefaultAsync(m => m.Id == id, ct);
        if (meeting is null || !Meeting.Shares(on.By, meeting.Team)) throw new RuleBroken(new Refusal("not-found", "There is no such meeting, or it isn’t one you can see"));
        if (version is { } seen && meeting.Version != seen) throw new RuleBroken(new Refusal("stale", "Somebody else has changed this meeting. Nothing you typed is lost: close this and open it again to see what they wrote"));
        return meeting;
    }

    static async Task CheckCase(PortalDb db, CaseReference? about, Occasion on, CancellationToken ct)
    {
        if (about is not { } reference) return;
        if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Reference == reference, ct) is not { } file || !on.By.Sees(file))
            throw new RuleBroken(new Refusal("invalid", "There is no case with this reference, or it isn’t one you can see. Check the reference, or leave it empty", "case"));
        if (on.By.OnlyReads(file)) throw new RuleBroken(new Refusal("not-entitled", $"You opened {reference} to read it. Ask somebody named on it to put this in the diary", "case"));
    }

    public static object Told(Meeting m) => new { m.Id, m.Kind, m.What, m.Where, m.At, m.Until, @case = m.Case?.Value, with = m.With };

    static (int, FeedSignal) Kept(string kind, Meeting meeting, object what, Occasion on, Writing writing)
    {
        writing.Record(Of(kind, meeting, what, on));
        return (meeting.Id, new FeedSignal(FeedSignal.Diary, meeting.Team));
    }

    /// <summary>As the trail keeps it.</summary>
    public static TrailEntry Of(string kind, Meeting meeting, object what, Occasion on) =>
        new() { Kind = kind, Team = meeting.Team, By = on.By.Id, At = on.At, Data = JsonSerializer.Serialize(what, EventJson.Options) };
}
