using System.Globalization;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Workload;

/// <summary>A reason why somebody can't be given a case.</summary>
/// <param name="Sentence">With the person's name, for reports and refusals.</param>
/// <param name="Brief">As the head of a column says it, under the name.</param>
public sealed record Unsuited(string Sentence, string Brief);

/// <summary>Who can be given a case, asked before anybody is asked to move one: the same reasons that the file itself refuses with.</summary>
public static class Suitability
{
    extension(Person person)
    {
        /// <summary>What stands against any case of a team on a day.</summary>
        public IEnumerable<Unsuited> UnsuitedFor(string team, DateOnly today)
        {
            if (!person.Active) yield return new($"{person.Name} has left the section", "Has left the section");
            if (!person.Grade.HoldsCases) yield return new($"{person.Name} is {Article(person.Grade.Label)} and holds no cases", "Holds no cases");
            if (person.Team != team) yield return new($"{person.Name} is in another team", "In another team");
            if (person.AwayOn(today) is { } away) yield return new($"{person.Name} is away until {London.Words(away.To)}", $"Away until {away.To.ToString("d MMMM", CultureInfo.InvariantCulture)}");
        }

        /// <summary>What stands against the cases of one patient, or one file closed to all but the people named on it.</summary>
        public IEnumerable<Unsuited> UnsuitedFor(string? patientNumber, bool restricted, IReadOnlyCollection<PersonId> named)
        {
            if (person.HasConflictWith(patientNumber)) yield return new($"{person.Name} has a conflict of interest", "Conflict of interest");
            if (restricted && !named.Contains(person.Id)) yield return new($"The case is restricted and {person.Name} is not named on it", "Restricted, not named on it");
        }
    }

    static string Article(string label) => ("aeiou".Contains(char.ToLowerInvariant(label[0]), StringComparison.Ordinal) ? "an " : "a ") + label.ToLowerInvariant();
}
