using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public static readonly Fact DiedOn = Fact.Date("Date of death", When.NotAfterToday);
    public static readonly Fact DeathToldBy = Fact.Text("Who told us of the death") with { Hint = "Name, post and how: by telephone, by letter" };
    public static readonly Fact DeathConfirmedBy = Fact.Text("Who confirmed the death") with { Hint = "Somebody other than whoever told us first: the hospital, the police, the coroner’s officer" };
    public static readonly Fact DeathConfirmedOn = Fact.Date("Date it was confirmed", When.NotAfterToday);
    /// <summary>A death in state detention is investigated by a coroner (Coroners and Justice Act 2009 s1).</summary>
    public static readonly Fact DeathPlace = Fact.Choice("Where the patient died", ["In hospital, detained", "In hospital, not detained", "In the community", "In prison", "Not known"]);
    public static readonly Fact DeathCircumstances = Fact.LongText("What is known of the circumstances") with { IsDisturbing = true };
    public static readonly Fact LegalHold = Fact.YesNo("Is the file held for an inquest, claim or inquiry?") with { Hint = "A death in detention always goes to the coroner" };
    public static readonly Fact LegalHoldDetail = Fact.LongText("Which inquest, claim or inquiry, and who deals with it").Optional;
    public static readonly Fact OpenActionsSettled = Fact.LongText("What was open, and how it was settled") with { Hint = "Warrants, the tribunal, papers asked for, dates in diaries" };
    public static readonly Fact DeathMistake = Fact.LongText("How the death came to be recorded by mistake") with { Hint = "Whom it was really about, who found out, and how" };
}
