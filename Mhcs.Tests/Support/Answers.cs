using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Tests.Support;

/// <summary>A sensible answer to every question, so that a test names only what it is about.</summary>
static class Answers
{
    static readonly HashSet<string> LeftEmpty = new[] { Facts.ReleaseDate, Facts.InitialRequestOn, Facts.NoAftercareMeeting, Facts.LateReasons, Facts.LibertyTest, Facts.ConditionLiberty, Facts.SentToCrownCourt, Facts.NamedDay, Facts.ClaimantAsksBy, Facts.Campaign }.Select(f => f.Key).ToHashSet();
    static readonly HashSet<string> No = new[] { Facts.Urgent, Facts.RiskRisen, Facts.RecallNeeded, Facts.DeprivesOfLiberty, Facts.LegalHold, Facts.VictimEligible, Facts.HighProfileExtremism }.Concat(Facts.Signs.Select(s => s.Asked)).Select(f => f.Key).ToHashSet();
    static readonly Dictionary<string, string> Words = new() { [Facts.SecondReportBy.Key] = "Dr F. Honeywick", [Facts.ProposedHospital.Key] = "Millwhistle Hospital" };

    public static FactSheet To(IEnumerable<Fact> asked, DateTimeOffset now, params (Fact Fact, string? Value)[] given) =>
        FactSheet.Of(asked.Select(f => KeyValuePair.Create(f.Key, given.Any(g => g.Fact.Key == f.Key) ? given.Last(g => g.Fact.Key == f.Key).Value : Sensible(f, now))));

    static string? Sensible(Fact fact, DateTimeOffset now) => LeftEmpty.Contains(fact.Key) ? null : fact.Kind switch
    {
        FactKind.Date => A.Text(fact.When == When.NotBeforeToday || fact.Key == Facts.TrialLeaveTo.Key ? London.Day(now).AddMonths(6) : London.Day(now)),
        FactKind.DateTime => A.Text(now),
        FactKind.YesNo => No.Contains(fact.Key) ? "No" : "Yes",
        FactKind.Confirmation => "Yes",
        FactKind.Choice => fact.Options[0],
        FactKind.Number => "3",
        FactKind.Hospital or FactKind.Text when Words.TryGetValue(fact.Key, out var word) => word,
        FactKind.Hospital => A.Reference.Book.Places.Hospitals.Order().First(),
        FactKind.Prison => A.Reference.Book.Places.Prisons.Order().First(),
        FactKind.Text => "Dr M. Fennimarsh",
        _ => "As the reports of this week say.",
    };
}
