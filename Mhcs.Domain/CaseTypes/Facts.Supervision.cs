using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    // The checklist that a supervisors' report is read against (domain notes, 2.4): a yes is red
    public static readonly Fact SignCompliance = Fact.YesNo("Has treatment or a condition not been kept to?");
    public static readonly Fact SignRelapse = Fact.YesNo("Are there signs of relapse?");
    public static readonly Fact SignSubstances = Fact.YesNo("Are there signs of substance use?");
    public static readonly Fact SignAddress = Fact.YesNo("Has the address changed?");
    public static readonly Fact SignRelationship = Fact.YesNo("Is there a new relationship, or contact with children?");
    public static readonly Fact SignVictim = Fact.YesNo("Was there contact with a victim?") with { Hint = "Write no victim’s name anywhere here" };
    public static readonly Fact SignPolice = Fact.YesNo("Was there contact with the police?");
    public static readonly Fact SignWeapon = Fact.YesNo("Is a weapon mentioned?");
    public static readonly Fact SignMissed = Fact.YesNo("Were appointments missed?");
    public static readonly Fact SignDisagreement = Fact.YesNo("Do the supervisors disagree?");
    public static readonly Fact SignLate = Fact.YesNo("Was the report late, or is a part unsigned?");
    public static readonly Fact SignOther = Fact.YesNo("Is there anything else of concern?");

    /// <summary>Each sign of concern: the question that a reader answers, and what it is called.</summary>
    public static readonly IReadOnlyList<(Fact Asked, string Words)> Signs =
    [
        (SignCompliance, "Non-compliance"), (SignRelapse, "Signs of relapse"), (SignSubstances, "Substance use"), (SignAddress, "Change of address"),
        (SignRelationship, "New relationship or contact with children"), (SignVictim, "Contact with a victim"), (SignPolice, "Police contact"), (SignWeapon, "Weapon"),
        (SignMissed, "Missed appointments"), (SignDisagreement, "Supervisors disagree"), (SignLate, "Report late or unsigned"), (SignOther, "Something else"),
    ];

    public static readonly Fact Indicator = Fact.Choice("Main sign of concern", [.. Signs.Select(s => s.Words)]);
    public static readonly Fact SupervisorLeftOn = Fact.Date("Date the post became empty", When.NotAfterToday);
}
