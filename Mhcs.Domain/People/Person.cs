namespace Mhcs.Domain.People;

/// <summary>Identity of a member of staff, or of the portal's own clock.</summary>
public readonly record struct PersonId(int Value)
{
    /// <summary>The portal itself: what time makes happen is done by nobody in person.</summary>
    public static readonly PersonId Clock = new(0);

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A member of staff of the section.</summary>
public sealed class Person
{
    /// <summary>Load points that one full-time caseworker can carry; a load is shown as a percentage of this (design figure, not policy).</summary>
    public const int FullCapacity = 80;

    public PersonId Id { get; init; }
    public required string UserName { get; init; }
    /// <summary>As shown on screens: initial and surname.</summary>
    public required string Name { get; set; }
    public required Grade Grade { get; set; }
    /// <summary>Team code (A, B or C); null for people above or beside the teams.</summary>
    public string? Team { get; set; }
    /// <summary>Share of a full-time post worked, in per cent.</summary>
    public int WorkingPercent { get; set; } = 100;
    public bool Active { get; set; } = true;
    public List<Absence> Absences { get; } = [];
    public List<ConflictOfInterest> Conflicts { get; } = [];

    /// <summary>The absence that covers a day, if any.</summary>
    public Absence? AwayOn(DateOnly day) => Absences.Find(a => a.HoldsOn(day));

    /// <summary>The next absence that begins after a day, within so many days.</summary>
    public Absence? AwaySoon(DateOnly day, int days) => Absences.Where(a => a.From > day && a.Meets(day, day.AddDays(days))).MinBy(a => a.From);

    public bool HasConflictWith(string? patientNumber) => patientNumber is not null && Conflicts.Exists(c => c.PatientNumber == patientNumber && c.LiftedAt is null);

    /// <summary>Patients with whom a conflict of interest is declared and not lifted: their files do not exist for this person.</summary>
    public IEnumerable<string> ConflictedWith => Conflicts.Where(c => c.LiftedAt is null).Select(c => c.PatientNumber);

    /// <summary>Load points this person can carry on a day at work: part time counts in proportion.</summary>
    public int Capacity => FullCapacity * WorkingPercent / 100;
}
