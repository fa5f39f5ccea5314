using Mhcs.Domain.CaseTypes;
using Microsoft.AspNetCore.WebUtilities;

namespace Mhcs.Portal.Chasing;

/// <summary>Which of the papers that are owed to us.</summary>
public enum OwedView { All, ToAsk, Late, Told }

/// <summary>What the list of papers owed is narrowed to.</summary>
/// <param name="Mine">Only those of cases that the reader holds, or holds for somebody whom they cover.</param>
public sealed record OwedFilter(OwedView View = OwedView.All, string? Team = null, string? Source = null, string? Type = null, bool Mine = false)
{
    public static OwedFilter From(Func<string, string?> value) => new(
        Enum.TryParse<OwedView>(value("view"), ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : OwedView.All,
        value("team") is { Length: > 0 } team ? team.ToUpperInvariant() : null, Sources.Find(value("source"))?.Key, AllCaseTypes.Find(value("type"))?.Key, value("whose") == "mine");

    public string Href => QueryHelpers.AddQueryString("/papers", new Dictionary<string, string?>
    {
        ["view"] = View == OwedView.All ? null : View.ToString().ToLowerInvariant(), ["team"] = Team, ["source"] = Source, ["type"] = Type, ["whose"] = Mine ? "mine" : null,
    });

    /// <summary>As read above the list: "Chase due".</summary>
    public static string Words(OwedView view) => view switch
    {
        OwedView.ToAsk => "To ask for",
        OwedView.Late => "Chase due",
        OwedView.Told => "Escalated to a manager",
        _ => "All owed",
    };
}
