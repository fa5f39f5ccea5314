using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mhcs.Domain.Cases;

namespace Mhcs.Domain.Quality;

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
