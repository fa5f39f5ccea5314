using Mhcs.Domain.People;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>Staff go by their user names in the API.</summary>
static class UserNames
{
    public static string? UserName(this IReadOnlyDictionary<PersonId, Person> people, PersonId? id) => id is { } known ? people.GetValueOrDefault(known)?.UserName : null;

    /// <summary>The people of these user names; one that nobody has is a fault of the field.</summary>
    public static async Task<IReadOnlyList<Person>> Named(this Staff staff, IReadOnlyList<string?>? userNames, string field)
    {
        List<Person> people = [];
        foreach (var userName in (userNames ?? []).Distinct(StringComparer.OrdinalIgnoreCase))
            people.Add(userName is not null && await staff.Find(userName) is { } person ? person : throw new ApiFault(Problem.Refused([new("invalid", "There is nobody of this user name", field)])));
        return people;
    }
}
