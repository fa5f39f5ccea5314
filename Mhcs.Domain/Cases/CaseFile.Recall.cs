using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>What a recall of the patient does to this case where it is another one.</summary>
public sealed partial class CaseFile
{
    /// <summary>Closes the case of the supervision because the patient is back in hospital (MHA 1983 s42(4)). Nobody is asked: the warrant was the decision.</summary>
    public IReadOnlyList<CaseEvent> AfterRecall(CaseReference recall, Occasion on) => IsOpen && CaseMachine.Permitted(Type, State).FirstOrDefault(CaseTypes.AfterRecall.IsOne) is { } row
        ? Happened(Making(row, FactSheet.Empty, on, $"The patient returned to hospital in {recall}").Concat(BroughtForward(on, new(on.At, on.By.Id, null)))) : [];

    /// <summary>Another case would have opened one of this kind, and this one is open: whoever holds it takes it further today.</summary>
    public IReadOnlyList<CaseEvent> AskedForAgain(CaseReference by, Occasion on) =>
        Happened([new Stamp(on.At, on.By.Id, null).On(Chosen(Terms.Task, $"Asked for again in {by}: take it further", on.Today, on))]);
}
