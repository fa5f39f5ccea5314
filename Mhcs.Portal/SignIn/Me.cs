using System.Globalization;
using System.Security.Claims;
using Mhcs.Domain.People;

namespace Mhcs.Portal.SignIn;

/// <summary>Who is signed in on this screen, for showing and for asking queries. What they may do is read fresh at every act, never from here.</summary>
public sealed record Me(PersonId Id, string UserName, string Name, Grade Grade, string? Team)
{
    public const string PersonClaim = "person", TeamClaim = "team";

    /// <summary>Null for nobody, and for a wallboard.</summary>
    public static Me? Of(ClaimsPrincipal principal) =>
        int.TryParse(principal.FindFirstValue(PersonClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Enum.TryParse<Grade>(principal.FindFirstValue(ClaimTypes.Role), out var grade)
            ? new(new PersonId(id), principal.Identity!.Name!, principal.FindFirstValue(ClaimTypes.GivenName)!, grade, principal.FindFirstValue(TeamClaim))
            : null;
}
