using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Quality;

/// <summary>A decided case that can be drawn: the last decision taken on it in the period, and everyone who took a step on it.</summary>
/// <param name="DecidedBy">Who took the decision.</param>
/// <param name="Caseworker">Who held the case then; the one who decided where nobody did.</param>
/// <param name="WorkedBy">Everyone who took a step on the case or stood behind one: none of them may assess it.</param>
public sealed record DecidedCase(CaseReference Reference, string Type, string Decision, PersonId DecidedBy, DateTimeOffset DecidedAt, PersonId Caseworker, IReadOnlyList<PersonId> WorkedBy);

/// <summary>Draws a sample that anyone can draw again: the same seed over the same frame gives the same cases, in the same order.</summary>
public static class Sampling
{
    public const int Most = 100;

    public static IReadOnlyList<DecidedCase> Draw(IEnumerable<DecidedCase> frame, int number, long seed) =>
        [.. frame.OrderBy(c => Lot(c.Reference, seed), StringComparer.Ordinal).Take(number)];

    /// <summary>The lot of a case: the SHA-256 of seed and reference. No order of the frame and no version of a random generator changes it.</summary>
    static string Lot(CaseReference reference, long seed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}|{reference}"))));
}
