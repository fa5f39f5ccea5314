using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    public static readonly Effect InScheme = new("A victim is in the scheme", s => [new FlagSet(s.Today, VictimScheme: true)]) { IsOfTheCase = true };

    /// <summary>VIC-03 as it stands today: without an amount there is no window to keep.</summary>
    public static readonly Effect WindowOpened = new("Discharge, conditions and the end of restrictions wait for representations", s => s.On.Book.Resolve(Terms.VictimRepresentations) is { Amount: not null } term
        ? [new VictimWindowOpened(s.File.Reference.Value, term.WorkOut(s.Today, s.On.Days).LastDay, s.Today)] : []) { IsOfTheCase = true };

    public static readonly Effect WindowEnded = new("They wait for these representations no longer", s => s.Patient.VictimWindows.Any(w => w.Case == s.File.Reference.Value && w.RunsOn(s.Today))
        ? [new VictimWindowEnded(s.File.Reference.Value, s.Today)] : []) { IsOfTheCase = true };

    public static readonly Effect WindowsPassedOver = new("This case is decided before a victim’s time has passed", s => [new VictimWindowsPassedOver(s.File.Reference.Value, s.Today)]) { IsOfTheCase = true };
}
