using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    // Application to the Secretary of State: the form of section 42(2), and what the guidance of March 2022 looks for
    public static readonly Fact RiskFactors = Fact.LongText("Risk factors") with { IsDisturbing = true };
    public static readonly Fact MoveOnAddress = Fact.LongText("Proposed address and its staffing");
    public static readonly Fact SuggestedConditions = Fact.LongText("Conditions suggested") with { Hint = "Residence, treatment, supervision, illicit substances, victims" };
    public static readonly Fact SettledSpell = Fact.LongText("The last 6 to 12 months: stability, violence, substances, absconding, self-harm, crime") with { IsDisturbing = true };
    public static readonly Fact Engagement = Fact.LongText("Engagement with treatment, insight, work on the index offence") with { IsDisturbing = true };
    public static readonly Fact TestedLeave = Fact.LongText("Community leave tested so far");

    // The discharge
    public static readonly Fact DischargedOn = Fact.Date("Date of the conditional discharge", When.NotAfterToday);
    public static readonly Fact ArrangementsOutstanding = Fact.LongText("Arrangements outstanding, and who owns each");
    public static readonly Fact ArrangementsAskedOf = Fact.Choice("Who is asked how the arrangements stand", ["The tribunal", "The hospital", "The supervisors", "The local authority"]);
    public static readonly Fact ArrangementsChased = Fact.LongText("What was chased, and the answer");
    public static readonly Fact DeprivesOfLiberty = Fact.YesNo("Do the conditions deprive the patient of liberty?") with { Hint = "Possible since 18 February 2026 (sections 42(2A) and 73(2)(c))" };
    /// <summary>Secretary of State: necessary for the protection of the public from serious harm (s42(2A)). Tribunal: necessary to protect another person from serious harm, and no less beneficial than hospital (s73(5A)).</summary>
    public static readonly Fact LibertyTest = Fact.LongText("How the test for depriving of liberty is met").Optional with { Hint = "Ours: necessary for the protection of the public from serious harm. The tribunal’s: also no less beneficial to mental health than staying in hospital", IsDisturbing = true };
    public static readonly Fact ConditionResidence = Fact.LongText("Condition: residence");
    public static readonly Fact ConditionTreatment = Fact.LongText("Condition: treatment");
    public static readonly Fact ConditionSupervision = Fact.LongText("Condition: supervision");
    public static readonly Fact ConditionSubstances = Fact.LongText("Condition: illicit substances").Optional;
    public static readonly Fact ConditionVictims = Fact.LongText("Condition: victims and exclusion zones").Optional with { Hint = "Areas and contact, without names" };
    public static readonly Fact ConditionLiberty = Fact.LongText("Condition: liberty").Optional with { Hint = "The condition that deprives of liberty" };

    // Supervisors
    public static readonly Fact ClinicalSupervisor = Fact.Text("Clinical supervisor");
    public static readonly Fact ClinicalSupervisorAt = Fact.Text("Clinical supervisor’s organisation");
    public static readonly Fact SocialSupervisor = Fact.Text("Social supervisor");
    public static readonly Fact SocialSupervisorAt = Fact.Text("Social supervisor’s organisation");
    public static readonly Fact SupervisorPost = Fact.Choice("Post", ["Responsible clinician", "Clinical supervisor", "Social supervisor"]);
    public static readonly Fact SupervisorName = Fact.Text("Name of the new supervisor");
    public static readonly Fact SupervisorAt = Fact.Text("Organisation of the new supervisor");
    public static readonly Fact SupervisorFrom = Fact.Date("In post from", When.NotAfterToday);

    // Reports
    public static readonly Fact ReportReceivedOn = Fact.Date("Date the report was received", When.NotAfterToday);
    public static readonly Fact ReportParts = Fact.Choice("Parts of the report", ["Both supervisors’ parts, signed", "Social supervisor’s part only", "Clinical supervisor’s part only"]);
    public static readonly Fact ReportChased = Fact.LongText("Whom you chased, and the answer");
    public static readonly Fact ReportReading = Fact.LongText("What the report says") with { IsDisturbing = true };

    // Changes, references, endings
    public static readonly Fact ChangeAskedBy = Fact.Text("Who asks for the change");
    public static readonly Fact ProposedChange = Fact.LongText("Change of conditions proposed");
    public static readonly Fact ChangedFrom = Fact.Date("The changed conditions start on");
    public static readonly Fact LibertyFrom = Fact.Date("Deprivation of liberty starts on", When.NotAfterToday);
    public static readonly Fact LibertyTo = Fact.Date("Deprivation of liberty ended on", When.NotAfterToday);
    public static readonly Fact LastConsideredOn = Fact.Date("Date the tribunal last considered the case", When.NotAfterToday);
    public static readonly Fact AbsoluteCase = Fact.LongText("The case for ending the restrictions") with { IsDisturbing = true };
    public static readonly Fact EndedOn = Fact.Date("Date the restrictions ended", When.NotAfterToday);
}
