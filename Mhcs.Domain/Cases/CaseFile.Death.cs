using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Once the patient has died, nothing goes out to or about them but from the case of the death.</summary>
public sealed partial class CaseFile
{
    /// <summary>The patient has died, and this case doesn’t outlast it: nothing is done on it any more.</summary>
    public bool IsSilenced => Patient?.DiedOn is not null && !Type.OutlastsDeath;

    /// <summary>The patient has died, and this is not the case of the death: what goes out needs an override.</summary>
    public bool HoldsLetters => Patient?.DiedOn is not null && !Type.TellsOfDeath;

    /// <summary>Whether a notice may be given only over the recorded death. What a stopped case has to tell of the death itself, it tells.</summary>
    public bool NeedsOverride(Notice notice) => HoldsLetters && notice.About != AfterDeath.Stop.Label && !notice.IsForPpud;

    /// <summary>Stops the case because of a death recorded in another one: every clock ends, and whoever waits for something of ours is to be told. Nobody is asked: recording the death was the decision.</summary>
    public IReadOnlyList<CaseEvent> StopAfterDeath(CaseReference death, Occasion on) => IsOpen && !Type.OutlastsDeath && State != AfterDeath.Stopped
        ? Happened(Making(CaseMachine.Permitted(Type, State).First(m => m.Step == AfterDeath.Stop), FactSheet.Empty, on, $"Recorded in {death}")) : [];

    /// <summary>Closes the stopped case from the case of the death. Refuses while somebody who waits for it has not been told.</summary>
    public IReadOnlyList<CaseEvent> CloseAfterDeath(CaseReference death, Occasion on)
    {
        if (!IsOpen || Type.OutlastsDeath) return [];
        if (State != AfterDeath.Stopped) throw new RuleBroken(new Refusal("rule", $"{Reference} is not stopped yet: stop it first", Mend: Mend.In(Reference.Value)));
        var row = CaseMachine.Permitted(Type, State).First(m => m.Step == AfterDeath.Close);
        var unmet = row.Needs.Where(r => !r.Holds(new(this, Facts, on))).ToList();
        if (unmet.Count > 0) throw new RuleBroken([.. unmet.Select(r => new Refusal("rule", $"{Reference}: {r.Refusal}", Mend: Mend.In(Reference.Value)))]);
        return Happened(Making(row, FactSheet.Empty, on, $"Closed from {death}"));
    }

    /// <summary>Lets a stopped case go on: the death was recorded by mistake. Its dates run as if they had never ended; whoever was told of the death is to be told again.</summary>
    /// <param name="stopped">The step by which it was stopped.</param>
    public IReadOnlyList<CaseEvent> ResumeAfterDeath(StepTaken stopped, CaseReference death, Occasion on)
    {
        if (State != AfterDeath.Stopped) return [];
        var stamp = new Stamp(on.At, on.By.Id, null);
        var told = Parties.All.Where(p => _notices.Exists(n => n.Party == p.Key && n.About == AfterDeath.Stop.Label && n.SentAt is not null));
        CaseEvent[] resumed =
        [
            stamp.On(new CaseResumed(stopped.From, death.Value)),
            .. _deadlines.Where(d => d.EndedAt == stopped.At).Select(d => stamp.On(new DeadlineResumed(d.Number, d.Rule))),
            .. Telling(told, "The death was recorded by mistake", on.Today, on, stamp),
        ];
        return Happened(resumed.Concat(BroughtForward(on, stamp)));
    }

    /// <summary>The override that lets something out, at the authority for it and with its reason; or a refusal.</summary>
    IEnumerable<CaseEvent> Despite(string what, string? why, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(why))
            throw new RuleBroken(new Refusal("rule", $"The patient’s death is recorded: “{what}” is not sent. If it has to be, say why, at the authority for it", "despiteDeath", Mend.Patient));
        if (why.Length > NoteLimit) throw new RuleBroken(new Refusal("invalid", $"The reason must be {NoteLimit} characters or fewer; it has {why.Length}", "despiteDeath"));
        var entitlement = Entitled(on.By.May(Authorities.OverrideDeath, this));
        return [Stamped(on, entitlement).On(new DeathOverridden(what, why.Trim()))];
    }

    Refusal[] ClosedByDeath => IsSilenced ? [new("rule", "The patient’s death is recorded: no new case is opened", "patient", Mend.Patient)] : [];
}
