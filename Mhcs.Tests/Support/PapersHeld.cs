using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;

namespace Mhcs.Tests.Support;

/// <summary>The papers from others that a step waits for, come just before it is taken.</summary>
static class PapersHeld
{
    public static IReadOnlyList<CaseEvent> For(CaseFile file, Move move, Occasion on)
    {
        List<CaseEvent> events = [];
        while (Missing(file, move, on) is { } paper) events.AddRange(file.ReceivePaper(paper, on.Today, null, on));
        return events;
    }

    static string? Missing(CaseFile file, Move move, Occasion on)
    {
        var now = new Situation(file, file.Facts, on);
        return move.Needs.Where(r => !r.Holds(now)).Select(r => r.WhyNot(now).Mend).FirstOrDefault(m => m?.Kind == MendKind.GetPaper)?.Key;
    }
}
