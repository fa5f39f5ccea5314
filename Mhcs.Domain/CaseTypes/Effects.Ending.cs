using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    public static readonly Effect Died = new("The patient has died", s => Day(s, Facts.DiedOn) is { } on
        ? [new PatientDied(on), .. Ending(on, PatientDied.Note), .. s.Patient.Absences.Where(a => a.To is null).Select(a => new AbsenceEnded(a.Case, PatientDied.Note, on))] : []);

    /// <summary>Everything that ended with the death ended on that day.</summary>
    public static readonly Effect DeathCorrected = new("The day of the death, on the record too", s => s.Patient.DiedOn is { } recorded && Day(s, Facts.DiedOn) is { } on && on != recorded ? [new DeathCorrected(on)] : []);

    public static readonly Effect DeathTakenBack = new("As before: the death was recorded by mistake", s => s.Patient.DiedOn is null ? [] : [new DeathTakenBack(s.Today)]);

    /// <summary>By law or by what another body did; no decision of ours.</summary>
    public static readonly Effect EndedByLaw = new("Restrictions end, with conditions and supervision", s => Day(s, Facts.EndedOn) is { } on && s.Patient.Category.IsRestricted
        ? [new LegalStatusBegan(s.Facts.Text(Facts.AfterTheEnd) == Facts.StaysUnderHospitalOrder ? LegalCategory.Notional37 : LegalCategory.NotRestricted, on, s.Facts.Text(Facts.EndTrigger)), new ConditionsSet([], on), new SupervisionEnded(on)] : []) { EndsRestrictions = true };

    public static readonly Effect ReleaseDateChanged = new("Another release date", s => Day(s, Facts.ReleaseDate) is { } day && day != s.Patient.ReleaseDate ? [new SentenceRecorded(day, s.Patient.Section48, s.Today)] : []);

    public static readonly Effect NoReleaseDate = new("No release date any more", s => [new SentenceRecorded(null, s.Patient.Section48, s.Today)]);

    public static readonly Effect AnnualReportMade = new("The clinician’s report is on record: the next is due within a year of it", s => Day(s, Facts.ReportWrittenOn) is { } on ? [new ClinicianReported(on)] : []);
}
