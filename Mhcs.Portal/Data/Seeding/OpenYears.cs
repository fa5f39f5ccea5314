using Mhcs.Portal.Cases.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Brings an open case of the files forward from its receipt to now.</summary>
static class OpenYears
{
    const int Tries = 8;

    // A play that ends with a date let slip is mostly played again: a section is behind with few of its dates, not with many.
    public static IEnumerable<Played> Play(CaseRow row, Life life, Func<Playthrough> playthrough, SeedStaff staff, Dice dice, DateTimeOffset now)
    {
        var mayBeLate = dice.Chance(Assumed.Overdue);
        Played? last = null;
        for (var i = 0; i < Tries; i++)
        {
            var start = new CaseStart(row.ReceivedOn, row.Facts, row.Assignee is { } name ? staff.Find(name) : null);
            var played = playthrough().Play(row.Reference!.Value, row.Type, life.Patient(), start, end: null, now);
            last = played ?? last;
            if (played is not null && played.WithFollowers.Any(p => p.File.NextOverdueAt <= now) == mayBeLate) break;
        }
        if (last is not null) life.Lived(last);
        return last?.WithFollowers ?? [];
    }
}
