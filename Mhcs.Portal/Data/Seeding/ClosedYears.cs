using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Plays the closed years: case after case with patients in the position each needs, every one to its end.</summary>
sealed class ClosedYears(SeedStaff staff, ReferenceBook book, Dice dice, DateTimeOffset now)
{
    // Numbers are given at the end, in order of receipt.
    static readonly CaseReference Unnumbered = CaseReference.Of("X", 1);
    readonly DateOnly _first = London.Day(now).AddYears(-Assumed.YearsOfCasework), _last = London.Day(now).AddDays(-12);

    public IEnumerable<Played> Play(IReadOnlyList<Life> lives, int wanted)
    {
        var free = lives.Where(l => !l.IsTaken).ToList();
        foreach (var (key, percent) in Assumed.ClosedByType)
        {
            var type = AllCaseTypes.Get(key);
            var left = wanted * percent / 100;
            for (var tries = 0; left > 0 && tries < wanted * 12 && free.Count > 0; tries++)
                if (One(type, dice.Pick(free)) is { } played)
                {
                    left--;
                    yield return played;
                }
        }
    }

    Played? One(CaseType type, Life life)
    {
        var from = life.FreeFrom > _first ? life.FreeFrom : _first;
        var patient = life.Patient();
        if (from > _last || !SeedPositions.Fits(type, patient)) return null;
        if (type == ConditionalDischarge.Type && patient.Category.IsConditionallyDischarged && dice.Chance(Assumed.DischargeApplications)) return null;
        var received = book.Days.EnglandAndWales.OnOrBefore(from.AddDays(dice.Below(_last.DayNumber - from.DayNumber + 1)));
        if (received < from) return null;
        var played = new Playthrough(staff, book, dice).Play(Unnumbered, type, patient, new(received, null, null), toClose: true, now);
        if (played is not null) life.Lived(played.Events, London.Day(played.Events[^1].At));
        return played;
    }
}

/// <summary>Which patients a case of each type can be about.</summary>
static class SeedPositions
{
    public static bool Fits(CaseType type, Patient patient) => type.Key switch
    {
        "recall" => patient.Category.IsConditionallyDischarged && patient.Hospital is null,
        "hospital-transfer" => patient.Category.IsDetained && patient.Hospital is not null,
        "prison-transfer" => patient.Category == LegalCategory.NotRestricted && patient.Residence?.StartsWith("HMP", StringComparison.Ordinal) == true,
        "remission" => patient.Category.IsTransferred,
        _ => patient.Category is LegalCategory.S37_41 or LegalCategory.Cpia or LegalCategory.Cd,
    };
}
