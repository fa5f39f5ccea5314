using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    public static readonly Effect Died = new("The patient has died", s => Day(s, Facts.DiedOn) is { } on ? [new PatientDied(on), .. Ending(on, PatientDied.Note)] : []);

    public static readonly Effect DeathTakenBack = new("As before: the death was recorded by mistake", s => s.Patient.DiedOn is null ? [] : [new DeathTakenBack(s.Today)]);

    /// <summary>How long a file is kept is counted from here; the period is for the retention schedule.</summary>
    public static readonly Effect RetentionBegins = new("The time for which the record is kept begins", s => s.Patient.RetentionFrom is null ? [new RetentionBegan(s.Today)] : []);
}
