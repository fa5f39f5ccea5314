using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Cases.Import;

/// <summary>The published columns of a cases file. Beside them, each fact that a case type records has a column: fact_ and its key.</summary>
public static class CaseColumns
{
    public const string Reference = "reference", Type = "type", Patient = "patient_number", State = "state", ReceivedOn = "received_on", StateSince = "state_since",
        Assignee = "assignee", Team = "team", Note = "note", FactPrefix = "fact_";

    public static IReadOnlyList<Column> All { get; } =
    [
        new(Reference, "our case reference; empty for a case that gets one now", "R-1042"),
        new(Type, "case type by its key", "recall", Required: true),
        new(Patient, "number of a patient already on the books; empty only for a type whose cases may be about nobody", "P-20417"),
        new(State, "the open state it has reached, by its code or as screens word it; empty for the start", "WarrantIssued"),
        new(ReceivedOn, "the day it was received", "2026-11-24", Required: true),
        new(StateSince, "the day it came into its state; empty for the day it was received", "2026-11-26"),
        new(Assignee, "user name of the person who holds it; empty for nobody", "r.teasel"),
        new(Team, "whose case it is where no patient decides that; empty for your own team", "A"),
        new(Note, "a note to begin the record with", "Taken over from the old system"),
    ];

    /// <summary>The column of a fact, as headers are compared.</summary>
    public static string Of(Fact fact) => FactPrefix + fact.Key.ToLowerInvariant();

    public static bool IsFact(string column) => FactColumns.Contains(column);

    static readonly HashSet<string> FactColumns = [.. AllCaseTypes.All.SelectMany(t => t.AllFacts).Select(Of)];
}
