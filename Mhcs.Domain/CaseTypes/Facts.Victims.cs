using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    // The liaison with one victim. Name, address and what was said stand on the victim's record alone.
    public static readonly Fact SentencedOn = Fact.Date("Date of the sentence or order", When.NotAfterToday);
    public static readonly Fact SchemeOffence = Fact.Choice("What makes the victim eligible", ["Specified violent offence", "Specified sexual offence", "Bereaved by the offence", "Another ground of the Victims’ Code"]);
    public static readonly Fact SchemeReferredOn = Fact.Date("Date of the referral to the scheme", When.NotAfterToday);
    public static readonly Fact LiaisonOfficer = Fact.Text("Victim liaison officer");
    public static readonly Fact LiaisonRegion = Fact.Choice("Probation region", ["East Midlands", "East of England", "Greater Manchester", "Kent, Surrey and Sussex", "London", "North East", "North West", "South Central", "South West", "Wales", "West Midlands", "Yorkshire and the Humber"]);
    public static readonly Fact LiaisonChased = Fact.LongText("Whom we asked, and what they answered") with { Hint = NoVictimsName };
    public static readonly Fact VictimContactedOn = Fact.Date("Date of the first contact", When.NotAfterToday);
    public static readonly Fact OptedInOn = Fact.Date("Date of opting in", When.NotAfterToday);
    public static readonly Fact OptedOutOn = Fact.Date("Date of opting out", When.NotAfterToday);

    // What the victim asked for
    public static readonly Fact TellConsidered = Fact.YesNo("To be told that a discharge or a change is being considered?");
    public static readonly Fact TellDischarge = Fact.YesNo("To be told of the discharge, and how?");
    public static readonly Fact TellConditions = Fact.YesNo("To be told of conditions that concern them, and of changes?");
    public static readonly Fact TellRecall = Fact.YesNo("To be told of a recall?");
    public static readonly Fact TellEnd = Fact.YesNo("To be told when restrictions end?");
    public static readonly Fact WantsRepresentations = Fact.YesNo("Does the victim want to make representations?");

    // Representations and decisions
    public static readonly Fact DecisionAhead = Fact.Choice("Which decision lies ahead", ["A conditional discharge", "A change of conditions", "The end of restrictions"]);
    public static readonly Fact RepresentationsOn = Fact.Date("Date the representations came", When.NotAfterToday);
    public static readonly Fact RepresentationsHeard = Fact.LongText("Where they were put, and what came of them") with { Hint = NoVictimsName };
    public static readonly Fact StagePassedOn = Fact.Choice("What the victim is to be told", ["A discharge or change is being considered", "The discharge, and how", "The conditions, or a change of them", "The recall", "The day restrictions end"]);
    public static readonly Fact SummaryDecidedOn = Fact.Date("Date of the decision", When.NotAfterToday);
    public static readonly Fact SummaryText = Fact.LongText("The summary") with { Hint = "The decision and its reasons in plain words. Nothing clinical, no address, no name of a third person" };

    /// <summary>Asked on the patient's case: what was said stands on the victim's record alone.</summary>
    public static readonly Fact VictimsAnswered = Fact.Choice("What the liaison officer answers", ["Representations have come, and whoever decides has them", "No victim wishes to make representations", "No victim is in the scheme any more"]);

    /// <summary>Asked on the patient's case, where a decision can't wait for a victim's time to pass.</summary>
    public static readonly Fact DecideEarlyBecause = Fact.LongText("Why the decision can’t wait") with { Hint = "What would happen if it waited, and how the victim is heard all the same. " + NoVictimsName };

    const string NoVictimsName = "Write no victim’s name here";
}
