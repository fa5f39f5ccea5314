using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    /// <summary>Leave that stands is suspended at once, whoever agreed it: suspending protects. It goes on only by a decision in its own case.</summary>
    public static readonly Effect WentAbsent = OfAbsence("Absent without leave; all leave suspended", (s, of) => Day(s, Facts.AbsenceFoundAt) is not { } on ? [] :
    [
        new AbsenceBegan(of, Text(s, Facts.AbsenceKind), on),
        .. s.Patient.Leaves.Where(l => l is { To: null, SuspendedOn: null }).Select(l => new LeaveSuspended(l.Case, s.Today)),
    ]);

    public static readonly Effect CameBack = OfAbsence("No longer absent", (s, of) => Day(s, Facts.ReturnedAt) is { } on ? [new AbsenceEnded(of, Text(s, Facts.AbsenceReturn), on)] : []);

    /// <summary>Where nobody came back: a closed case could never end it.</summary>
    public static readonly Effect AbsenceClosed = OfAbsence("No longer followed as absent", (s, of) => s.Patient.Absences.Any(a => a.Case == of && a.To is null) ? [new AbsenceEnded(of, "Closed without a return", s.Today)] : []);

    static Effect OfAbsence(string label, Func<Situation, string, IEnumerable<PatientChange>> of) => new(label, s => of(s, s.File.Reference.Value)) { IsOfTheCase = true };
}
