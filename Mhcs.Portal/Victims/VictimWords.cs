using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Victims;

/// <summary>How the liaison with a victim is said on screens.</summary>
static class VictimWords
{
    public static string Of(LiaisonStanding standing) => standing switch
    {
        LiaisonStanding.ToRefer => "Not yet referred",
        LiaisonStanding.AwaitingContact => "Contact awaited",
        LiaisonStanding.Active => "In the scheme",
        LiaisonStanding.OptedOut => "Opted out",
        _ => "Ended",
    };

    /// <summary>What the next date of a liaison is.</summary>
    public static string Next(string? rule) =>
        rule == Terms.VictimReferred.Rule ? "Referral" : rule == Terms.VictimContacted.Rule ? "First contact" : rule == Terms.VictimRepresentations.Rule ? "Representations until" : rule == Terms.VictimSummary.Rule ? "Summary" : rule == Terms.AskLiaison.Rule ? "Ask the officer again" : "";

    public static Due? Chip(DateOnly? on, DateTimeOffset now) => on is { } day ? Due.Of(day, London.At(day.AddDays(1), TimeOnly.MinValue), now) : null;
}
