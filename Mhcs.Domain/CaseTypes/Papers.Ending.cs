using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Papers
{
    public static readonly Paper DeathPoliceNotice = Letter("death-police-notice", "Notice of the death to the police", "Police", Facts.DiedOn, Facts.DeathPlace);
    public static readonly Paper DeathLetter = Letter("death-letter", "Letter: our file closes after the death", "Hospital or supervisors", Facts.DiedOn);
}
