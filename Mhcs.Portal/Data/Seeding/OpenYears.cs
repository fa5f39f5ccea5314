using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Brings an open case of the files forward from its receipt to now.</summary>
static class OpenYears
{
    const int Tries = 8;

    // A play that ends with a date let slip is mostly played again: a section is behind with few of its dates, not with many.
    public static Played? Play(CaseRow row, Life life, SeedStaff staff, ReferenceBook book, Dice dice, DateTimeOffset now)
    {
        var mayBeLate = dice.Chance(Assumed.LetSlip);
        Played? late = null;
        for (var i = 0; i < Tries; i++)
        {
            var start = new CaseStart(row.ReceivedOn, row.Facts, row.Assignee is { } name ? staff.Find(name) : null);
            var played = new Playthrough(staff, book, dice).Play(row.Reference!.Value, row.Type, life.Patient(), start, toClose: false, now);
            late = played ?? late;
            if (played is not null && (played.File.NextOverdueAt > now || played.File.NextOverdueAt is null) != mayBeLate) break;
        }
        if (late is not null) life.Lived(late.Events, London.Day(now));
        return late;
    }
}
