using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Victims;

/// <summary>The one writer of what a victim's record holds beside its case, and of who may read such records.</summary>
public sealed class VictimDesk(PlainDesk desk)
{
    /// <param name="version">The record as the person saw it; null: as it is now.</param>
    public Task<PlainOutcome> Record(int id, VictimDetails details, int? version, PersonId by, CancellationToken ct = default) => Change(id, by, (victim, patient, on, writing) =>
    {
        if (version is { } seen && victim.Version != seen) throw new RuleBroken(new Refusal("stale", "Somebody else has changed this record. Nothing you typed is lost: load the page again to see what they wrote"));
        var before = Fields(victim);
        victim.Record(details, on.Today);
        writing.Record(VictimTrail.Of(VictimTrail.Recorded, victim, patient, on, [.. Fields(victim).Except(before).Select(f => f.Name)]));
        return Task.CompletedTask;
    }, ct);

    /// <summary>Opens the case of liaison of a victim known to the scheme from before: active, with what they asked for.</summary>
    public Task<PlainOutcome> TakeUp(int id, DateOnly? sentenced, string? ground, PersonId by, CancellationToken ct = default) => Change(id, by, async (victim, patient, on, writing) =>
    {
        if (victim.Case is { } already) throw new RuleBroken(new Refusal("wrong-state", $"{already} is this victim’s case already. Load the page again"));
        var asked = KeyStages.All.Select(s => KeyValuePair.Create(s.Asked.Key, (string?)(victim.IsToHear(s) ? "Yes" : "No")));
        var facts = FactSheet.Of([KeyValuePair.Create(Facts.SentencedOn.Key, sentenced is { } day ? $"{day:yyyy-MM-dd}" : null), KeyValuePair.Create(Facts.SchemeOffence.Key, ground),
            KeyValuePair.Create(Facts.LiaisonOfficer.Key, victim.LiaisonOfficer), KeyValuePair.Create(Facts.LiaisonRegion.Key, victim.LiaisonRegion), .. asked]);
        var type = VictimLiaison.Type;
        var (file, events) = CaseFile.TakeOver(CaseReference.Of(type.Prefix, await CaseDesk.Next(writing.Db, type.Prefix, ct)), type, patient, new(type.State("Active"), on.Today, on.Today, facts, null), on);
        writing.Db.Cases.Add(file);
        victim.Follow(file);
        writing.Record(events.Select(e => TrailEntry.Of(file, e)));
        writing.Record(VictimTrail.Of(VictimTrail.TakenUp, victim, patient, on));
    }, ct);

    /// <summary>Names somebody of a team for victim liaison, or ends it.</summary>
    public Task<PlainOutcome> Name(PersonId person, bool named, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var of = await writing.Db.People.FirstOrDefaultAsync(p => p.Id == person, ct) ?? throw Gone();
        if (on.By.MayNameForVictims(of) is { Granted: false } no) throw new RuleBroken(new Refusal("not-entitled", no.Reason));
        if (!named && await writing.Db.Cases.WithVictims().Where(c => c.TypeKey == VictimLiaison.Key && c.AssigneeId == person && c.ClosedAt == null).Select(c => c.Reference).ToListAsync(ct) is { Count: > 0 } held)
            throw new RuleBroken(new Refusal("rule", $"{of.Name} holds {string.Join(", ", held)}, which nobody would then see with them. Give {(held.Count == 1 ? "it" : "them")} to somebody else first"));
        if (of.LiaisesWithVictims != named)
        {
            of.LiaisesWithVictims = named;
            writing.Record(VictimTrail.Of(of, on));
        }
        return (of.Id.Value, new FeedSignal(FeedSignal.People, of.Team));
    }, ct);

    Task<PlainOutcome> Change(int id, PersonId by, Func<Victim, Patient, Occasion, Writing, Task> change, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        var victim = await writing.Db.Victims.FirstOrDefaultAsync(v => v.Id == id, ct) ?? throw Gone();
        var patient = await writing.Db.Patients.FirstAsync(p => p.Number == victim.PatientNumber, ct);
        if (!on.By.MayReadVictimsOf(patient.Team) || on.By.Person.HasConflictWith(patient.Number)) throw Gone();
        await change(victim, patient, on, writing);
        return (id, new FeedSignal(FeedSignal.Patients, patient.Team));
    }, ct);

    static (string Name, object? Value)[] Fields(Victim victim) =>
        [("name", victim.Name), ("contact", victim.Contact), ("noContact", victim.NoContact), ("statementOn", victim.StatementOn), ("statement", victim.Statement)];

    // Hidden and missing are one answer.
    static RuleBroken Gone() => new(new Refusal("not-found", "There is no such record, or it isn’t one you can see"));
}
