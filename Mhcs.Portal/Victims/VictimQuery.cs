using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Victims;

/// <summary>One thing the liaison officer was or is to be told about the patient, and whether this victim asked to hear of it.</summary>
public sealed record PassedOn(CaseReference Case, KeyStage? Stage, string About, DateOnly RaisedOn, DateOnly? DueOn, DateOnly? SentOn, bool IsAskedFor);

/// <summary>A victim's record as those see it who may.</summary>
public sealed record VictimView(Victim Victim, Patient Patient, IReadOnlyList<PassedOn> Notices, DateTimeOffset At);

/// <summary>Reads one victim's record, into the trail first. For whoever may not, there is none.</summary>
public sealed class VictimQuery(IDbContextFactory<PortalDb> dbs, Occasions occasions, SensitiveReads reads)
{
    public const int Notices = 20;

    public Task<VictimView?> Find(int id, PersonId me, CancellationToken ct = default) => Find(victims => victims.Where(v => v.Id == id), me, ct);

    public Task<VictimView?> Of(string liaison, PersonId me, CancellationToken ct = default) =>
        CaseReference.TryParse(liaison, null, out var reference) ? Find(victims => victims.Where(v => v.Case == reference), me, ct) : Task.FromResult<VictimView?>(null);

    async Task<VictimView?> Find(Func<IQueryable<Victim>, IQueryable<Victim>> which, PersonId me, CancellationToken ct)
    {
        if (await occasions.For(me, ct) is not { } on || !on.By.ReadsVictims()) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await which(db.Victims.AsNoTracking()).FirstOrDefaultAsync(ct) is not { } victim) return null;
        var patient = await db.Patients.AsNoTracking().FirstAsync(p => p.Number == victim.PatientNumber, ct);
        var actor = on.By;
        if (!actor.MayReadVictimsOf(patient.Team) || actor.Person.HasConflictWith(patient.Number)) return null;
        await reads.Of(victim, patient.Team, me, ct);

        var told = await (from n in db.Notices.AsNoTracking()
                          where KeyStages.Parties.Contains(n.Party)
                          join c in db.Cases.AsNoTracking().SeenBy(actor) on EF.Property<int>(n, "CaseId") equals c.Id
                          where c.PatientNumber == patient.Number
                          orderby n.RaisedAt descending
                          select new { c.Reference, c.TypeKey, Notice = n }).Take(Notices).ToListAsync(ct);
        return new(victim, patient, [.. told.Select(t => Row(t.Reference, KeyStages.Of(AllCaseTypes.Get(t.TypeKey), t.Notice), t.Notice))], on.At);

        PassedOn Row(CaseReference reference, KeyStage? stage, Notice notice) =>
            new(reference, stage, notice.About, London.Day(notice.RaisedAt), notice.DueOn, notice.SentAt is { } at ? London.Day(at) : null, victim.IsToHear(stage));
    }
}
