using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    // Why a patient may be high profile
    public static readonly Fact HighProfileWhy = Fact.Choice("Why the patient may be high profile", ["Serious offence, hospital order by a court", "Serious offence, transfer from prison", "Media interest", "Interest of ministers or Parliament", "Terrorism or extremism", "Another special concern"]);
    public static readonly Fact HighProfileFrom = Fact.Date("Date of the admission, the sentence or the first interest", When.NotAfterToday);

    // The evidence
    public static readonly Fact HighProfileOffence = Fact.LongText("The offence, as the court found it") with { Hint = "Write no victim’s name here", IsDisturbing = true };
    public static readonly Fact HighProfileVictims = Fact.LongText("What it means for victims") with { Hint = "Without names: whether they are in the scheme, and what they may meet in the media", IsDisturbing = true };
    public static readonly Fact HighProfileMedia = Fact.LongText("What the search of the media shows");
    public static readonly Fact HighProfileParliament = Fact.LongText("Interest of ministers and of Parliament");
    public static readonly Fact HighProfileExtremism = Fact.YesNo("Is there a link to terrorism or extremism?");
    public static readonly Fact MappaAsKnown = Fact.Choice("MAPPA level", ["Level 1", "Level 2", "Level 3", "None, or not known"]);

    // The assessment. The levels are ours: no source gives any.
    public static readonly Fact HighProfileLevel = Fact.Choice("Level", ["Level 1: head of team kept informed", "Level 2: head of section kept informed", "Level 3: minister kept informed"]);
    public static readonly Fact BriefedOn = Fact.Date("Date of the briefing", When.NotAfterToday);
    public static readonly Fact PressLines = Fact.LongText("Lines for the press office") with { Hint = "What may be said if asked; never that somebody is or is not a patient" };
    public static readonly Fact HighProfileEvents = Fact.LongText("What has happened since") with { IsDisturbing = true };
}
