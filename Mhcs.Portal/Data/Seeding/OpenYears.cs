using Mhcs.Portal.Cases.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Brings an open case of the files forward from its receipt to now.</summary>
static class OpenYears
{
    const int Tries = 8;

    // Played until it comes out late or not, as the dice said: a section is behind with few of its dates, not with many.
    public static IEnumerable<Played> Play(CaseRow row, Life life, Func<double, Playthrough> playthrough, SeedStaff staff, Dice dice, DateTimeOffset now)
    {
        var isLate = dice.Chance(Assumed.Overdue);
        Played? last = null;
        for (var i = 0; i < Tries; i++)
        {
            var start = new CaseStart(row.ReceivedOn, row.Facts, row.Assignee is { } name ? staff.Find(name) : null);
            var played = playthrough(isLate ? Assumed.LetSlipWhereOverdue : Assumed.LetSlip).Play(row.Reference!.Value, row.Type, life.Patient(), start, end: null, now);
            last = played ?? last;
            if (played is not null && played.WithFollowers.Any(p => p.File.NextOverdueAt <= now) == isLate) break;
        }
        if (last is not null) life.Lived(last);
        return last?.WithFollowers ?? [];
    }
}
