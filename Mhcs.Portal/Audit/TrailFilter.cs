using System.Globalization;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Admin;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Patients.Import;
using Mhcs.Portal.People;
using Mhcs.Portal.Quality;
using Mhcs.Portal.SignIn;
using Mhcs.Portal.Victims;
using Microsoft.AspNetCore.WebUtilities;

namespace Mhcs.Portal.Audit;

/// <summary>A subject that a reader of the trail may ask for by itself; without kinds, the acts on cases.</summary>
public sealed record TrailSubject(string Key, string Words, IReadOnlyList<string>? Kinds)
{
    public static IReadOnlyList<TrailSubject> All { get; } =
    [
        new("cases", "Acts on cases", null),
        new("accounts", "Sign-ins and accounts", AccountTrail.Kinds),
        new("people", "Absences and cover", CoverTrail.Kinds),
        new("rules", "Authorities and targets", [AmendmentDesk.Proposed, AmendmentDesk.Approved, AmendmentDesk.Declined, AmendmentDesk.Withdrawn]),
        new("reads", "Reads of records", SensitiveReads.Kinds),
        new("confidentiality", "Restricted files opened, conflicts, retention", ConfidentialTrail.Kinds),
        new("victims", "Victims’ records", [VictimTrail.Recorded, VictimTrail.TakenUp, VictimTrail.Named, VictimTrail.NoLongerNamed]),
        new("patients", "Patients’ records", [nameof(PpudRecorded)]),
        new("imports", "Imports", [nameof(PatientImported)]),
        new("directory", "Directory", Contacts.DirectoryDesk.Kinds),
        new("engagement", "Contacts, visits and training", Engagement.EngagementDesk.Kinds),
        new("guidance", "Guidance", Guidance.GuidanceDesk.Kinds),
        new("quality", "Quality", [QualityTrail.Drawn, QualityTrail.Assessed, QualityTrail.Replied]),
    ];

    public static TrailSubject? Find(string? key) => All.FirstOrDefault(s => s.Key == key);
}

/// <summary>What the trail is narrowed to. All of it may stand in an address: references and user names, never names of patients.</summary>
/// <param name="UpTo">The latest day to read; the trail is shown from its end backwards.</param>
/// <param name="Before">Only entries before this one: how one reads on.</param>
public sealed record TrailFilter(TrailSubject? Subject = null, string? Reference = null, string? UserName = null, DateOnly? UpTo = null, long? Before = null)
{
    public static TrailFilter From(Func<string, string?> value) => new(
        TrailSubject.Find(value("about")),
        Words(value("case"))?.ToUpperInvariant(),
        Words(value("by")),
        DateOnly.TryParseExact(value("to"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        long.TryParse(value("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : null);

    public string Href => QueryHelpers.AddQueryString("/audit", new Dictionary<string, string?>
    {
        ["about"] = Subject?.Key, ["case"] = Reference, ["by"] = UserName, ["to"] = UpTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["before"] = Before?.ToString(CultureInfo.InvariantCulture),
    });

    static string? Words(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
