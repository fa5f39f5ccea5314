using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Papers from others in a play: on closed cases they had come, on open ones they are asked for, chased, late and received.</summary>
sealed partial class Playthrough
{
    // Assumed, like every share: how a paper fares at each moment at which somebody turns to the file.
    const double GivenUp = 0.03, AskedFor = 0.85, Comes = 0.12, IsChased = 0.85, InTimeForTheStep = 0.8;
    const string NotKept = "The record was destroyed after its retention period; they have confirmed it in writing";

    void TurnToPapers(Occasion on)
    {
        foreach (var paper in _file.WantedPapers.Where(p => p.IsOutstanding && _file.IsOpen).ToList())
            if (_end is not null) Did(dice.Chance(GivenUp) ? _file.GiveUpPaper(paper.Paper, NotKept, Occasion(staff.Of(Grade.Caseworker, _file.Team, dice))) : _file.ReceivePaper(paper.Paper, on.Today, null, on));
            else if (paper.RequestedAt is null) Did(dice.Chance(AskedFor) ? _file.RequestPaper(paper.Paper, "By secure email", on) : []);
            else if (dice.Chance(Comes)) Did(_file.ReceivePaper(paper.Paper, on.Today, null, on));
            else if (IsDue(paper, on.Today) && dice.Chance(IsChased)) Did(_file.ChasePaper(paper.Paper, dice.Pick(["By telephone: it is promised for next week", "By secure email", "By telephone: nobody knew of it"]), on));
    }

    bool IsDue(WantedPaper paper, DateOnly today) => _file.Deadlines.Any(d => d.Number == paper.ChaseDate && d.InternalDue <= today.AddDays(1));

    /// <summary>What a step waits for has mostly come by the time it is taken.</summary>
    void GetPapersFor(Move move)
    {
        if (_end is null && !dice.Chance(InTimeForTheStep)) return;
        var on = Occasion(staff.Keeper(_file, dice));
        while (Missing(move, on) is { } paper) Did(_file.ReceivePaper(paper, London.Day(_at), null, on));
    }

    string? Missing(Move move, Occasion on)
    {
        var now = new Situation(_file, _file.Facts, on);
        return move.Needs.Where(r => !r.Holds(now)).Select(r => r.WhyNot(now).Mend).FirstOrDefault(m => m?.Kind == MendKind.GetPaper)?.Key;
    }
}
