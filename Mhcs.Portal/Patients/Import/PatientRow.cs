using Mhcs.Domain.Patients;

namespace Mhcs.Portal.Patients.Import;

/// <summary>A row of a patients file that reads well by itself. An empty cell is null and leaves what is recorded.</summary>
public sealed record PatientRow(int Line, string Number, string Surname, string Forenames, DateOnly BornOn, LegalCategory Category, DateOnly Since)
{
    public string? Sex { get; init; }
    public string? PpudReference { get; init; }
    public Section48Kind? Section48 { get; init; }
    public bool? SentToCrownCourt { get; init; }
    public DateOnly? ReleaseDate { get; init; }
    public string? IndexOffence { get; init; }
    public string? Hospital { get; init; }
    public string? Ward { get; init; }
    public string? Security { get; init; }
    public DateOnly? AdmittedOn { get; init; }
    public string? Residence { get; init; }
    public bool? HighProfile { get; init; }
    public bool? VictimScheme { get; init; }
    public int? MappaLevel { get; init; }
    public IReadOnlyList<SupervisorNamed> Supervisors { get; init; } = [];
    public IReadOnlyList<ConditionText> Conditions { get; init; } = [];
    public DateOnly? LastConsideredOn { get; init; }
    public DateOnly? LastReportOn { get; init; }
    public IReadOnlyList<LegalStatusBegan> Earlier { get; init; } = [];
}

/// <summary>Who holds a post towards the patient, and in which column the file says so.</summary>
public sealed record SupervisorNamed(string Column, string Post, string Name, string Organisation);
