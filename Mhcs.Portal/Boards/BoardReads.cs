using System.Collections.Concurrent;
using Mhcs.Domain.Cases;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Boards;

/// <summary>One reading of a team's open cases shared by all its boards. The trail says which cases have changed since, so a change costs the reading of what changed, however many boards ask.</summary>
public sealed class BoardReads(IDbContextFactory<PortalDb> dbs, TrailEnd trail)
{
    // Past this many entries the whole team is read again, which is then the shorter way.
    const int Most = 500;
    static readonly TimeSpan Recent = TimeSpan.FromMinutes(15);
    readonly ConcurrentDictionary<string, SharedReading<TeamCases>> _teams = new(StringComparer.Ordinal);

    /// <summary>The team as it stands after every change committed before the call.</summary>
    public Task<TeamCases> Of(string team, CancellationToken ct = default) => _teams.GetOrAdd(team, Reading).Next().WaitAsync(ct);

    SharedReading<TeamCases> Reading(string team)
    {
        TeamCases? known = null;
        return new(async () =>
        {
            var newest = await trail.Now();
            if (known?.Seq >= newest) return known;
            await using var db = await dbs.CreateDbContextAsync();
            return known = known is null ? await Whole(db, team, newest) : await Since(db, team, known, newest);
        });
    }

    static async Task<TeamCases> Whole(PortalDb db, string team, long newest) =>
        new(team, newest, (await Rows(Open(db, team)).ToListAsync()).ToDictionary(c => c.Id), new Dictionary<int, Touch>());

    static async Task<TeamCases> Since(PortalDb db, string team, TeamCases before, long newest)
    {
        var entries = await db.Trail.AsNoTracking().Where(e => e.Seq > before.Seq && e.Seq <= newest && (e.Team == team || e.Team == null) && !SensitiveReads.Kinds.Contains(e.Kind)).OrderBy(e => e.Seq)
            .Select(e => new { e.CaseId, e.PatientNumber, e.Kind, e.At, e.By }).Take(Most + 1).ToListAsync();
        if (entries.Count > Most) return await Whole(db, team, newest);

        var cases = entries.Select(e => e.CaseId).OfType<int>().ToHashSet();
        var patients = entries.Where(e => e.CaseId is null).Select(e => e.PatientNumber).OfType<string>().Distinct().ToList();
        if (cases.Count == 0 && patients.Count == 0) return before with { Seq = newest };

        var fresh = await Rows(patients.Count == 0 ? Open(db, team).Where(c => cases.Contains(c.Id)) : Open(db, team).Where(c => cases.Contains(c.Id) || patients.Contains(c.PatientNumber!))).ToListAsync();
        var open = new Dictionary<int, OpenCase>(before.Open);
        foreach (var id in cases) open.Remove(id);
        foreach (var row in fresh) open[row.Id] = row;

        var touched = new Dictionary<int, Touch>(before.Touched);
        foreach (var entry in entries.Where(e => e.CaseId is not null)) touched[entry.CaseId!.Value] = Later(touched.GetValueOrDefault(entry.CaseId.Value), new(entry.At, entry.By, entry.Kind));
        var oldest = entries.Max(e => e.At) - Recent;
        foreach (var (id, touch) in touched) if (touch.At < oldest) touched.Remove(id);
        return new(team, newest, open, touched);
    }

    // One act writes several entries; the first of them says what was done, the others what followed.
    static Touch Later(Touch? before, Touch entry) => before is { } b && b.At == entry.At && b.By == entry.By ? before : entry;

    static IQueryable<CaseFile> Open(PortalDb db, string team) => db.Cases.AsNoTracking().Where(c => c.Team == team && c.ClosedAt == null);

    internal static IQueryable<OpenCase> Rows(IQueryable<CaseFile> files) => files.Select(c => new OpenCase(c.Id, c.Reference, c.Version, c.Team, c.TypeKey, c.StateCode, c.AssigneeId, c.PatientNumber,
        c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames, c.NextDueOn, c.NextOverdueAt, c.NextName, c.ParkedUntil, c.Weight, c.Patient != null && c.Patient.HighProfile, c.Patient != null && c.Patient.VictimScheme, c.Restricted, c.NamedIds, c.ReceivedOn));
}
