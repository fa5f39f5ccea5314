using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Dashboards;

/// <summary>The events of cases, from which they are made again as they stood at any moment.</summary>
sealed class TeamPast(IReadOnlyList<TeamPast.History> cases)
{
    public sealed record History(CaseReference Reference, string? PatientNumber, string Team, bool HighProfile, IReadOnlyList<CaseEvent> Events);

    /// <summary>Reads the cases among these that were open at some time between two moments.</summary>
    public static async Task<TeamPast> Read(PortalDb db, IQueryable<CaseFile> files, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var alive = files.Where(c => c.OpenedAt <= to && (c.ClosedAt == null || c.ClosedAt > from));
        var heads = await alive.Select(c => new { c.Id, c.Reference, c.PatientNumber, c.Team, HighProfile = c.Patient != null && c.Patient.HighProfile }).ToListAsync(ct);
        var entries = await (from c in alive join e in db.Trail.AsNoTracking() on c.Id equals e.CaseId where e.At <= to orderby e.CaseId, e.Seq select new { CaseId = c.Id, e.Kind, e.Data }).ToListAsync(ct);
        var events = entries.ToLookup(e => e.CaseId, e => EventJson.Read(e.Kind, e.Data));
        return new([.. heads.Select(c => new History(c.Reference, c.PatientNumber, c.Team, c.HighProfile, [.. events[c.Id].OfType<CaseEvent>()]))]);
    }

    /// <summary>The cases as their events up to a moment make them.</summary>
    public IEnumerable<CaseFile> At(DateTimeOffset moment)
    {
        foreach (var one in cases)
        {
            var events = one.Events.TakeWhile(e => e.At <= moment).ToList();
            if (events is [CaseOpened, ..]) yield return CaseFile.From(one.Reference, Nobody(one), events);
        }
    }

    public TeamFigures FiguresAt(DateTimeOffset moment) => TeamFigures.Recount(At(moment), new DueBands(moment));

    /// <summary>The last moment of a day in London.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => London.At(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1);

    // Figures need no patient; what events change about one is changed on this stand-in and thrown away.
    static Patient? Nobody(History one) => one.PatientNumber is null ? null : new() { Number = one.PatientNumber, Surname = "", Forenames = "", BornOn = default, Team = one.Team, HighProfile = one.HighProfile };
}
