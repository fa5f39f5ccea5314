using Mhcs.Domain.People;
using Mhcs.Portal.Cases.Import;

namespace Mhcs.Portal.Patients.Import;

/// <summary>The two imports behind one page: the file as it was chosen, and which of the two it is for.</summary>
public sealed class Importing(ImportPatients patients, ImportCases cases)
{
    public const string Patients = "patients", Cases = "cases";

    public static IReadOnlyList<Column> Columns(string kind) => kind == Cases ? CaseColumns.All : PatientColumns.All;

    // Off the screen's own thread: the store is read and written without pause, and the page has to go on showing progress.
    public Task<ImportPlan> Plan(string kind, byte[] file, PersonId by) =>
        Task.Run(() => kind == Cases ? cases.Plan(file, by) : patients.Plan(file, by));

    public Task<ImportPlan> Run(string kind, byte[] file, PersonId by, IProgress<ImportProgress> progress, CancellationToken ct) =>
        Task.Run(() => kind == Cases ? cases.Run(file, by, progress, ct) : patients.Run(file, by, progress, ct), ct);
}
