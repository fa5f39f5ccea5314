using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;

namespace Mhcs.Domain.Patients;

/// <summary>How far the liaison with a victim has come.</summary>
public enum LiaisonStanding { ToRefer, AwaitingContact, Active, OptedOut, Ended }

/// <summary>A victim's record in the Victim Contact Scheme (DVCVA 2004 ss36-38). Kept apart from the patient: nothing on a patient's page leads here, and every reading is in the trail.</summary>
public sealed class Victim
{
    public const int ShortLimit = 120, LongLimit = 4000;

    public int Id { get; init; }
    public required string PatientNumber { get; init; }
    /// <summary>The case of liaison; null for a victim known to the scheme before one was opened here.</summary>
    public CaseReference? Case { get; private set; }
    public string Name { get; private set; } = "";
    /// <summary>How the liaison officer reaches the victim.</summary>
    public string? Contact { get; private set; }
    /// <summary>Areas to be kept clear of, and people not to be contacted, as the victim asked.</summary>
    public string? NoContact { get; private set; }
    /// <summary>The day a victim personal statement came. It is shown to nobody outside and doesn't affect the decision.</summary>
    public DateOnly? StatementOn { get; private set; }
    public string? Statement { get; private set; }

    public string? LiaisonOfficer { get; private set; }
    public string? LiaisonRegion { get; private set; }
    public LiaisonStanding Standing { get; private set; } = LiaisonStanding.Active;
    /// <summary>Keys of the stages they asked to be told, as ",considered,recall,".</summary>
    public string AskedFor { get; private set; } = "";
    /// <summary>The last day of the next date of the liaison: contact, representations, summary.</summary>
    public DateOnly? NextOn { get; private set; }
    /// <summary>The rule of that date.</summary>
    public string? NextRule { get; private set; }
    /// <summary>The last day for representations while they are awaited.</summary>
    public DateOnly? WindowUntil { get; private set; }
    /// <summary>The day the liaison officer was last told something this victim asked to be told.</summary>
    public DateOnly? LastInformedOn { get; private set; }
    public int Version { get; private set; } = 1;

    public bool IsInScheme => Standing is LiaisonStanding.Active;

    /// <summary>Whether the victim asked to be told of this stage, and is to be told now.</summary>
    public bool IsToHear(KeyStage? stage) => stage is not null && IsInScheme && AskedFor.Contains($",{stage.Key},", StringComparison.Ordinal);

    /// <summary>A record for a case of liaison.</summary>
    public static Victim Of(CaseFile liaison)
    {
        var victim = new Victim { PatientNumber = liaison.PatientNumber ?? throw new ArgumentException($"{liaison.Reference} is about nobody on our books", nameof(liaison)) };
        victim.Follow(liaison);
        return victim;
    }

    /// <summary>A victim known to the scheme from before.</summary>
    public static Victim KnownBefore(string patientNumber, string officer, string region, IEnumerable<KeyStage> asked, DateOnly? lastInformed) => new()
    {
        PatientNumber = patientNumber, LiaisonOfficer = officer, LiaisonRegion = region, AskedFor = Keys(asked), LastInformedOn = lastInformed,
    };

    /// <summary>Records who the victim is and how they are reached. Refuses with every fault.</summary>
    public void Record(VictimDetails details, DateOnly today)
    {
        var faults = FaultsOf(details, today).ToList();
        if (faults.Count > 0) throw new RuleBroken(faults);
        (Name, Contact, NoContact, StatementOn, Statement) = (details.Name!.Trim(), Given(details.Contact), Given(details.NoContact), details.StatementOn, Given(details.Statement));
        Version++;
    }

    /// <summary>Brings what lists go by up to the case of liaison.</summary>
    public void Follow(CaseFile liaison)
    {
        var next = liaison.Deadlines.Where(d => d.IsRunning && d.Rule.StartsWith("VIC-", StringComparison.Ordinal)).MinBy(d => d.LastDay);
        (Case, LiaisonOfficer, LiaisonRegion, Standing) = (liaison.Reference, liaison.Facts.Text(Facts.LiaisonOfficer), liaison.Facts.Text(Facts.LiaisonRegion), StandingOf(liaison, Standing));
        WindowUntil = liaison.Deadlines.FirstOrDefault(d => d.IsRunning && d.Rule == Terms.VictimRepresentations.Rule)?.LastDay;
        (AskedFor, NextOn, NextRule) = (Keys(KeyStages.All.Where(s => liaison.Facts.IsYes(s.Asked))), next?.LastDay, next?.Rule);
        Version++;
    }

    /// <summary>The liaison officer was told of a stage.</summary>
    public void Informed(KeyStage stage, DateOnly on)
    {
        if (!IsToHear(stage)) return;
        LastInformedOn = on;
        Version++;
    }

    static LiaisonStanding StandingOf(CaseFile liaison, LiaisonStanding before) => liaison.StateCode switch
    {
        "Eligibility" => LiaisonStanding.ToRefer,
        "Referred" or "OfficerAssigned" or "ContactMade" => LiaisonStanding.AwaitingContact,
        "OptedOut" => LiaisonStanding.OptedOut,
        _ when liaison.State == AfterDeath.Stopped => before,
        _ => liaison.IsOpen ? LiaisonStanding.Active : LiaisonStanding.Ended,
    };

    static IEnumerable<Refusal> FaultsOf(VictimDetails details, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(details.Name)) yield return new("missing", "Enter the victim’s name, or the name they wish to be known by", "name");
        else if (details.Name.Length > ShortLimit) yield return new("invalid", $"The name must be {ShortLimit} characters or fewer; it has {details.Name.Length}", "name");
        foreach (var (text, field, words) in new[] { (details.Contact, "contact", "How they are reached"), (details.NoContact, "noContact", "Exclusion and no-contact requests"), (details.Statement, "statement", "The statement") })
            if (text?.Length > LongLimit) yield return new("invalid", $"{words} must be {LongLimit} characters or fewer; it has {text.Length}", field);
        if (details.StatementOn > today) yield return new("invalid", "The day the statement came must be today or in the past", "statementOn");
        if (details.StatementOn is null && !string.IsNullOrWhiteSpace(details.Statement)) yield return new("missing", "Enter the day the statement came", "statementOn");
    }

    static string Keys(IEnumerable<KeyStage> stages) => string.Concat(stages.Select(s => $",{s.Key}")) is { Length: > 0 } keys ? keys + "," : "";

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Who a victim is and how they are reached, as typed.</summary>
public sealed record VictimDetails(string? Name, string? Contact, string? NoContact, DateOnly? StatementOn, string? Statement);
