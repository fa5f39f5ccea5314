using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>A patient from the file, and everything that has happened to them since: a play that comes to nothing is forgotten by making them anew.</summary>
sealed class Life(PatientRow row, Teams teams)
{
    readonly List<PatientChange> _since = [];
    Patient? _standing;

    public PatientRow Row => row;
    public PatientDifferences Imported { get; } = PatientDifferences.Between(PatientDifferences.NewPatient(row, teams), row, teams, row.Since, isNew: true);

    /// <summary>From when the patient's position is known and no other case is open.</summary>
    public DateOnly FreeFrom { get; private set; } = row.Since.AddDays(7);

    /// <summary>The day on which a case of theirs began that is open now.</summary>
    public DateOnly? TakenFrom { get; private set; }
    public bool IsTaken => TakenFrom is not null;

    /// <summary>A former patient who has a history here, as opposed to one whose history came to nothing.</summary>
    public bool HasLived { get; private set; }

    /// <summary>The patient as they stand, to look at; a play takes <see cref="Patient"/>, which it may change.</summary>
    public Patient Standing => _standing ??= Patient();

    public Patient Patient()
    {
        var patient = PatientDifferences.NewPatient(row, teams);
        foreach (var change in Imported.Changes.Concat(_since)) patient.Apply(change);
        return patient;
    }

    public void Lived(Played played)
    {
        foreach (var (file, events) in played.WithFollowers)
        {
            _since.AddRange(events.OfType<PatientChanged>().Select(e => e.Change));
            if (file.IsOpen) Take(London.Day(events[0].At));
            if (London.Day(events[^1].At) is var day && day >= FreeFrom) FreeFrom = day.AddDays(1);
        }
        (_standing, HasLived) = (null, true);
    }

    /// <summary>The record that is kept: played cases are laid over it in their order.</summary>
    public Patient? Now { get; private set; }

    public void BeginAnew()
    {
        _since.Clear();
        Now = Patient();
    }

    /// <summary>A case that began on this day is open: nothing else is played with them from then on.</summary>
    public void Take(DateOnly from) => TakenFrom = TakenFrom is { } earlier && earlier < from ? earlier : from;
}
