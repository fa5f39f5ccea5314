using Mhcs.Domain.Cases;

namespace Mhcs.Domain.Contacts;

/// <summary>What somebody gives for an entry of the directory, as they gave it.</summary>
/// <param name="Organisation">Whom a person works for; places have none.</param>
/// <param name="Units">Of a hospital, a line each: "Birch ward: Medium".</param>
public sealed record EntryDetails(string? Name, string? Organisation, string? Region, string? Town, string? Address, string? Email, string? Telephone, string? Units, DateOnly? From)
{
    public const int LongestName = 120, LongestAddress = 300;

    /// <summary>The region whose patients have a tribunal of their own.</summary>
    public const string Wales = "Wales";

    /// <summary>Regions by which the directory is narrowed (ours, for finding; no boundary of anybody's).</summary>
    public static IReadOnlyList<string> Regions { get; } = ["North East", "North West", "Midlands", "East", "South East", "South West", "London", Wales];

    /// <summary>The units as read; a line that isn't one is a fault of its own.</summary>
    public IReadOnlyList<HospitalUnit> ReadUnits() => [.. Lines().Select(Unit).OfType<HospitalUnit>()];

    internal IEnumerable<Refusal> Faults(EntryKind? kind)
    {
        if (kind is null) yield return new("missing", "Choose what it is", "kind");
        if (string.IsNullOrWhiteSpace(Name)) yield return new("missing", "Enter the name", "name");
        else if (Name.Trim().Length > LongestName) yield return new("invalid", $"The name must be {LongestName} characters or fewer", "name");
        if (kind is { IsPerson: true } && string.IsNullOrWhiteSpace(Organisation)) yield return new("missing", "Enter whom they work for", "organisation");
        else if (Organisation?.Trim().Length > LongestName) yield return new("invalid", $"Whom they work for must be {LongestName} characters or fewer", "organisation");
        if (Region is null || !Regions.Contains(Region)) yield return new("missing", "Choose the region", "region");
        if (Town?.Trim().Length > LongestName) yield return new("invalid", $"The town must be {LongestName} characters or fewer", "town");
        if (Address?.Trim().Length > LongestAddress) yield return new("invalid", $"The address must be {LongestAddress} characters or fewer", "address");
        if (!string.IsNullOrWhiteSpace(Email) && !IsEmail(Email.Trim())) yield return new("invalid", "The secure email must be an address such as records@northmere.example", "email");
        if (!string.IsNullOrWhiteSpace(Telephone) && (Telephone.Trim().Length > 30 || Telephone.Count(char.IsAsciiDigit) < 5 || Telephone.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '+' or '(' or ')'))))
            yield return new("invalid", "The telephone number must be digits and spaces, such as 01632 960001", "telephone");
        if (From is null) yield return new("missing", "Enter the first day", "from");
        if (kind == EntryKind.Hospital)
            foreach (var line in Lines().Where(l => Unit(l) is null))
                yield return new("invalid", $"“{line}”: write each unit as its name, a colon and its security ({string.Join(", ", HospitalUnit.Levels)}), such as Birch ward: Medium", "units");
    }

    IEnumerable<string> Lines() => (Units ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static HospitalUnit? Unit(string line) => line.LastIndexOf(':') is > 0 and var colon && HospitalUnit.Levels.FirstOrDefault(l => l.Equals(line[(colon + 1)..].Trim(), StringComparison.OrdinalIgnoreCase)) is { } level
        ? new(line[..colon].Trim(), level) : null;

    static bool IsEmail(string text) => text.Length <= LongestName && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 && text.LastIndexOf('@') == at && !text.Any(char.IsWhiteSpace);
}
