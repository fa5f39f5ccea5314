using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public const string ByReleaseDate = "Release date", StaysUnderHospitalOrder = "Stays in hospital: notional section 37";

    // End of restriction
    public static readonly Fact EndTrigger = Fact.Choice("What ends the restrictions", [ByReleaseDate, "The court disposed of the case", "Repatriation or transfer to another jurisdiction", "Arrival in prison", "Absolute discharge or lifting", "The order has run out"]);
    public static readonly Fact ReleaseDateCheckedWith = Fact.Text("Who confirmed the release date, and when") with { Hint = "The prison’s offender management unit: name, post and day" };
    public static readonly Fact ReleaseDateBecause = Fact.LongText("Why the release date changed, and who told us") with { Hint = "A new calculation, added days, another sentence" };
    public static readonly Fact EndBasis = Fact.LongText("On what the end rests") with { Hint = "The order of the court, the warrant, the provision; who told us, and when" };
    public static readonly Fact AfterTheEnd = Fact.Choice("The patient afterwards", [StaysUnderHospitalOrder, "Free of any order", "Back in prison", "In another jurisdiction"]);

    // Annual report of the responsible clinician
    public static readonly Fact ReportWrittenOn = Fact.Date("Date of the report", When.NotAfterToday) with { Hint = "The next one is due within a year of it" };
    public static readonly Fact ReportWrittenBy = Fact.Text("Who wrote the report");
    public static readonly Fact ReportConcern = Fact.LongText("The concern in full") with { IsDisturbing = true };
}
