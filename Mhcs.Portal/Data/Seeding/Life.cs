using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>A patient from the file, and everything that has happened to them since: a play that comes to nothing is forgotten by making them anew.</summary>
sealed class Life(PatientRow row, Teams teams)
{
    readonly List<PatientChange> _since = [];

    public PatientRow Row => row;
    public PatientDifferences Imported { get; } = PatientDifferences.Between(PatientDifferences.NewPatient(row, teams), row, teams, row.Since, isNew: true);

    /// <summary>From when the patient's position is known and no other case is open.</summary>
    public DateOnly FreeFrom { get; private set; } = row.Since.AddDays(7);
    public bool IsTaken { get; private set; }

    public Patient Patient()
    {
        var patient = PatientDifferences.NewPatient(row, teams);
        foreach (var change in Imported.Changes.Concat(_since)) patient.Apply(change);
        return patient;
    }

    public void Lived(IEnumerable<CaseEvent> events, DateOnly until)
    {
        _since.AddRange(events.OfType<PatientChanged>().Select(e => e.Change));
        FreeFrom = until.AddDays(1);
    }

    /// <summary>The record that is kept: played cases are laid over it in their order.</summary>
    public Patient? Now { get; private set; }

    public void BeginAnew()
    {
        _since.Clear();
        Now = Patient();
    }

    /// <summary>An open case of theirs is in the files: nothing else is played with them.</summary>
    public void Take() => IsTaken = true;
}
