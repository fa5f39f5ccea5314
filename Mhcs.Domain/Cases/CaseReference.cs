using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mhcs.Domain.Cases;

/// <summary>Reference of a case, as in R-1042: the letter of its type and a number counted per letter.</summary>
public readonly record struct CaseReference(string Value) : IParsable<CaseReference>
{
    public static CaseReference Of(string prefix, int number) => new(string.Create(CultureInfo.InvariantCulture, $"{prefix}-{number:0000}"));

    public static CaseReference Parse(string s) => Parse(s, null);

    public static CaseReference Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var reference) ? reference : throw new FormatException("A case reference is a letter, a dash and a number, such as R-1042");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseReference result)
    {
        var text = s?.Trim().ToUpperInvariant() ?? "";
        var good = text.Length is >= 3 and <= 12 && char.IsAsciiLetter(text[0]) && text[1] == '-' && text.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;
        result = good ? new(text) : default;
        return good;
    }

    public override string ToString() => Value;
}
