using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;

namespace Mhcs.Portal.Cases;

/// <summary>What the death of a patient means for lists of what waits to be done.</summary>
public static class AfterDeaths
{
    /// <summary>Leaves out the cases that a death has stopped: whatever still stands on them goes out only by an override, on the page of the case.</summary>
    public static IQueryable<CaseFile> NotStoppedByDeath(this IQueryable<CaseFile> files)
    {
        string[] stopped = [AfterDeath.Stopped.Code, AfterDeath.Closed.Code];
        return files.Where(c => !stopped.Contains(c.StateCode));
    }
}
