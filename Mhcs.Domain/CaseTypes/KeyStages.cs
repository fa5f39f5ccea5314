using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>A stage at which a victim may ask to be told (DVCVA 2004 s37(4), s38(4)).</summary>
/// <param name="Asked">The question whose answer says that they did.</param>
public sealed record KeyStage(string Key, string Label, Fact Asked);

/// <summary>Every stage, and which one a notice to the liaison officer is of.</summary>
public static class KeyStages
{
    public static readonly KeyStage Considered = new("considered", "A discharge or change is being considered", Facts.TellConsidered);
    public static readonly KeyStage Discharge = new("discharge", "The discharge, and how", Facts.TellDischarge);
    public static readonly KeyStage Conditions = new("conditions", "Conditions that concern them, and changes", Facts.TellConditions);
    public static readonly KeyStage Recall = new("recall", "A recall", Facts.TellRecall);
    public static readonly KeyStage End = new("end", "The end of restrictions", Facts.TellEnd);

    public static IReadOnlyList<KeyStage> All { get; } = [Considered, Discharge, Conditions, Recall, End];

    /// <summary>Keys of the parties who stand for the victims of a patient.</summary>
    public static IReadOnlyList<string> Parties { get; } = [CaseTypes.Parties.VictimLiaison.Key, CaseTypes.Parties.VictimLiaisonBefore.Key];

    /// <summary>What a notice to the liaison officer tells of, by the step it follows from; null: nothing that victims ask to be told, such as an absence or a move.</summary>
    public static KeyStage? Of(CaseType type, Notice notice) => notice.Party == CaseTypes.Parties.VictimLiaisonBefore.Key ? Considered
        : type.Moves.Where(m => m.Step.Label == notice.About && m.Tells.Any(p => p.Key == notice.Party)).Select(Of).FirstOrDefault(s => s is not null);

    /// <summary>As the row says, or as what the row does says it.</summary>
    public static KeyStage? Of(Move move) => move.VictimsHear
        ?? (move.Changes.Any(c => c.EndsRestrictions || c == Effects.Died) ? End
        : move.Changes.Any(Conditioning.Contains) ? Conditions
        : move.Changes.Contains(Effects.Discharged) ? Discharge
        : null);

    /// <summary>A stage, or that there is none, as screens say it.</summary>
    public static string Words(KeyStage? stage) => stage?.Label ?? "Nothing that victims ask to be told: the liaison officer judges";

    static IReadOnlyList<Effect> Conditioning => [Effects.ConditionsChanged, Effects.ConditionsVaried, Effects.LibertyDeprived, Effects.LibertyRestored];
}
