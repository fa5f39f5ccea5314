using Microsoft.AspNetCore.WebUtilities;

namespace Mhcs.Portal.Victims;

/// <summary>The lists of the oversight page.</summary>
public enum VictimList { NotTold, NoRecord, Waiting, Windows, Referrals, All }

/// <summary>What the page is narrowed to. Team and region may stand in an address; an officer is a person, so that choice stays on the screen.</summary>
public sealed record VictimsFilter(VictimList List = VictimList.NotTold, string? Team = null, string? Region = null, string? Officer = null)
{
    public string Href => QueryHelpers.AddQueryString("/victims", new Dictionary<string, string?>
    {
        ["list"] = List == VictimList.NotTold ? null : List.ToString().ToLowerInvariant(), ["team"] = Team, ["region"] = Region,
    });

    public static string Words(VictimList list) => list switch
    {
        VictimList.NotTold => "Not told",
        VictimList.NoRecord => "No record yet",
        VictimList.Waiting => "Waiting for contact",
        VictimList.Windows => "Time for representations",
        VictimList.Referrals => "Referrals outstanding",
        _ => "All records",
    };
}
