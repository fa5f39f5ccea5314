using Mhcs.Domain.Briefings;

namespace Mhcs.Domain.Cases;

/// <summary>Briefings on the case: kept beside it, and every act on one is on its record.</summary>
public sealed partial class CaseFile
{
    public IReadOnlyList<CaseEvent> BriefingKept(Briefing briefing, Occasion on) => Happened([Stamped(on, Entitled(Reads(on))).On(new BriefingWritten(briefing.Kind, briefing.Version))]);

    public IReadOnlyList<CaseEvent> BriefingPassed(Briefing briefing, Occasion on) =>
        Happened([Stamped(on, Entitled(on.By.May(CaseTypes.Authorities.ClearBriefing, this))).On(new BriefingCleared(briefing.Kind, briefing.Version))]);

    public IReadOnlyList<CaseEvent> BriefingSent(Briefing briefing, string documentId, string name, long size, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        return Happened([stamp.On(new BriefingIssued(briefing.Kind, briefing.Version, documentId)), stamp.On(new DocumentAdded(documentId, name, size))]);
    }

    /// <exception cref="RuleBroken">The file is closed, or does no work with this person.</exception>
    internal void MayBeBriefed(Occasion on)
    {
        Entitled(on.By.May(CaseTypes.Authorities.Casework, this));
        MustBeOpen();
    }
}
