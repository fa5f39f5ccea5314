using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Plays the closed years: so many cases with each end a year, received evenly over the years. What has not closed by now is left out, since the open cases of the files stand for it.</summary>
sealed class ClosedYears(SeedStaff staff, ReferenceBook book, Dice dice, DateTimeOffset now, References references)
{
    const int Looks = 60, Plays = 2, Insistence = 24;

    /// <summary>Prison transfers take this many days or more: no use beginning one later.</summary>
    const int QuickestTransfer = 28;

    readonly DateOnly _first = London.Day(now).AddYears(-Assumed.YearsOfCasework), _today = London.Day(now);

    /// <summary>A case to be played; without a life, it is about anybody whom it fits.</summary>
    sealed record Slot(DateOnly On, Ending Ending, Life? Life = null);

    public IEnumerable<Played> Play(IReadOnlyList<Life> list, IReadOnlyList<Life> former) =>
        list.Where(l => !l.IsTaken && SeedPositions.IsPrisoner(l.Standing)).SelectMany(FromPrison).Concat(former.SelectMany(Leaving)).Concat(Others(list.Count))
            .OrderBy(s => s.On).ToList().SelectMany(s => s.Life is { } life ? Insist(s, life) : Find(s, list));

    /// <summary>Came from prison so lately that they are still in hospital.</summary>
    IEnumerable<Slot> FromPrison(Life life)
    {
        var (came, _) = Stay(left: false);
        return Transfer(life, came);
    }

    /// <summary>The cases after which a former patient is one.</summary>
    IEnumerable<Slot> Leaving(Life life)
    {
        if (SeedPositions.IsPrisoner(life.Standing))
        {
            var (came, went) = Stay(left: true);
            return [.. Transfer(life, came), new(went, Ending("remission", "RestrictionEnded"), life)];
        }
        return life.Standing.Category.IsTransferred
            ? [new(_first.AddDays(dice.Below(Assumed.LongestStay - 40)), Ending("remission", "RestrictionEnded"), life)]
            : [new(_first.AddDays(dice.Below(_today.DayNumber - _first.DayNumber - 120)), dice.Pick([.. Assumed.AYear.Where(e => e.EndsRestrictions && e.Type != "remission").Select(e => (e, e.Cases))]), life)];
    }

    (DateOnly Came, DateOnly Went) Stay(bool left)
    {
        while (true)
        {
            var came = _first.AddDays(dice.Below(_today.DayNumber - _first.DayNumber - QuickestTransfer));
            var went = came.AddDays(dice.Between(Assumed.ShortestStay, Assumed.LongestStay));
            if (went < _today.AddDays(-14) == left) return (came, went);
        }
    }

    // Some were refused, or the request fell away, before the one that led to a transfer.
    IEnumerable<Slot> Transfer(Life life, DateOnly on)
    {
        Ending received = Ending("prison-transfer", "Completed"), refused = Ending("prison-transfer", "Refused"), ended = Ending("prison-transfer", "Ended");
        var before = on.AddDays(-dice.Between(70, 160));
        if (dice.Chance((refused.Cases + ended.Cases) * 1.1 / received.Cases) && before > _first) yield return new(before, dice.Pick([refused, ended]), life);
        yield return new(on, received, life);
    }

    IEnumerable<Slot> Others(int patients) =>
        from ending in Assumed.AYear
        where !ending.EndsRestrictions && !ending.Follows && ending.Type != "prison-transfer"
        from _ in Enumerable.Range(0, Count(ending, patients))
        select new Slot(_first.AddDays(dice.Below(_today.DayNumber - _first.DayNumber)), ending);

    int Count(Ending ending, int patients)
    {
        var all = ending.Cases * Assumed.YearsOfCasework * patients;
        return (all / Assumed.Patients) + (dice.Below(Assumed.Patients) < all % Assumed.Patients ? 1 : 0);
    }

    static Ending Ending(string type, string state) => Assumed.AYear.First(e => e.Type == type && e.State == state);

    /// <summary>Plays until it comes out as meant: later where the patient is still busy, earlier where it would not be over by now.</summary>
    IEnumerable<Played> Insist(Slot slot, Life life)
    {
        var latest = slot.On > life.FreeFrom ? slot.On : life.FreeFrom;
        for (var i = 0; i < Insistence; i++)
        {
            if (Play(slot.Ending, life, latest, now) is { Count: > 0 } played) return played;
            if (i % 3 == 2 && latest.AddDays(-10) >= life.FreeFrom && latest.AddDays(-10) > _first) latest = latest.AddDays(-10);
        }
        return [];
    }

    IEnumerable<Played> Find(Slot slot, IReadOnlyList<Life> list)
    {
        for (int look = 0, plays = 0; look < Looks && plays < Plays; look++)
        {
            var life = dice.Pick(list);
            if (life.FreeFrom > slot.On || life.TakenFrom <= slot.On.AddDays(7) || !SeedPositions.Fits(slot.Ending, life.Standing)) continue;
            plays++;
            if (Play(slot.Ending, life, slot.On, life.TakenFrom is { } from ? London.At(from, new TimeOnly(8, 0)) : now) is { Count: > 0 } played) return played;
        }
        return [];
    }

    IReadOnlyList<Played> Play(Ending ending, Life life, DateOnly on, DateTimeOffset until)
    {
        var type = AllCaseTypes.Get(ending.Type);
        var received = book.Days.EnglandAndWales.OnOrBefore(on);
        if (received < life.FreeFrom) received = book.Days.EnglandAndWales.OnOrAfter(on);
        if (type == AnnualReport.Type)
        {
            if (ReportOf(life) is not { } asked || asked < life.FreeFrom) return [];
            received = asked;
        }
        if (received > _today || new Playthrough(staff, book, dice, references).Play(references.Next(), type, life.Patient(), new(received, null, null), type.State(ending.State), until) is not { } played) return [];
        // An open case of the files is about a patient as they stand in the files.
        if (life.IsTaken && played.WithFollowers.Any(p => p.Events.Any(e => e is PatientChanged))) return [];
        life.Lived(played);
        return [.. played.WithFollowers];
    }

    /// <summary>When the last report was asked for that can be on record without the next one being overdue.</summary>
    DateOnly? ReportOf(Life life) =>
        ReportDuty.From(life.Standing.Category, life.Standing.CategorySince, null, _today) is { } due && due > life.Standing.CategorySince && due > _today.AddDays(-330)
            ? book.Days.EnglandAndWales.OnOrBefore(due.AddDays(-Assumed.ReportOpenBefore)) : null;
}

/// <summary>Which patients a case of each type can be about.</summary>
static class SeedPositions
{
    public static bool IsPrisoner(Patient patient) => patient.Category == LegalCategory.NotRestricted && patient.Residence?.StartsWith("HMP", StringComparison.Ordinal) == true;

    public static bool Fits(CaseType type, Patient patient) => type.Key switch
    {
        "recall" => patient.Category.IsConditionallyDischarged && patient.Hospital is null,
        "hospital-transfer" or "leave" or "absence" or "annual-report" => patient.Category.IsDetained && patient.Hospital is not null,
        "high-profile" => patient is { HighProfile: true, Category.IsRestricted: true },
        "prison-transfer" => IsPrisoner(patient),
        "remission" => patient.Category.IsTransferred,
        "tribunal" => patient.Category.IsDetained ? patient.Hospital is not null : patient.Category.IsConditionallyDischarged,
        _ => patient.Category is LegalCategory.S37_41 or LegalCategory.Cpia or LegalCategory.Cd,
    };

    /// <summary>An application for discharge is a detained patient's; what ends supervision is about a discharged one; whoever was found not to be high profile is not.</summary>
    public static bool Fits(Ending ending, Patient patient) => ending.Type == "high-profile" ? patient is { HighProfile: false, Category.IsRestricted: true } :
        Fits(AllCaseTypes.Get(ending.Type), patient) && (ending.Type != "conditional-discharge" || patient.Category.IsDetained == (ending.State is "Refused" or "Ended" or "Overtaken"));
}
