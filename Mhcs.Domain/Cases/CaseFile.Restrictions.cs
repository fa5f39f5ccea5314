using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>What becomes of a case when the restrictions of its patient end elsewhere, or are to end on another day: in another case, or by a list that was taken over.</summary>
public sealed partial class CaseFile
{
    /// <summary>Counts to the release date that the patient's record gives, where the case has counted to another.</summary>
    public IReadOnlyList<CaseEvent> FollowReleaseDate(Occasion on)
    {
        if (Patient?.ReleaseDate is not { } day || !_deadlines.Exists(d => d.IsRunning && d.Rule == Terms.ReleaseDateReached.Rule && d.From != day)) return [];
        var stamp = new Stamp(on.At, on.By.Id, null);
        var given = CorrectedBy(FactSheet.Of([new(CaseTypes.Facts.ReleaseDate.Key, $"{day:yyyy-MM-dd}")], on.At, on.By.Id));
        CaseEvent[] followed = [stamp.On(new FactsRecorded(given, "The patient’s record gives another release date")), .. Recounted(_deadlines, Facts.With(given), given, "is another on the record", on).Select(stamp.On)];
        return Happened(followed.Concat(LookedAt(on, stamp)));
    }

    /// <summary>Closes the case where its table says so; where something of ours still has to be finished, whoever holds it is asked whether it does. Nobody is asked beforehand: the end of the restrictions was the decision, or the law.</summary>
    /// <param name="where">The case in which they ended, or what else says so, as words that follow “ended in”.</param>
    public IReadOnlyList<CaseEvent> AfterRestrictions(string where, Occasion on)
    {
        if (!IsOpen || State == AfterDeath.Stopped) return [];
        var stamp = new Stamp(on.At, on.By.Id, null);
        if (CaseMachine.Permitted(Type, State).FirstOrDefault(CaseTypes.AfterRestrictions.IsOne) is { } row)
            return Happened(Making(row, FactSheet.Empty, on, $"The restrictions ended in {where}").Concat(BroughtForward(on, stamp)));
        // What tells of the end is that work itself.
        return Type == EndOfRestriction.Type ? []
            : Happened([stamp.On(Chosen(Terms.Task, CaseTypes.AfterRestrictions.Question, on.Days.EnglandAndWales.AddWorkingDays(on.Today, CaseTypes.AfterRestrictions.DaysToAnswer), on))]);
    }
}
