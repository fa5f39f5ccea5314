using Mhcs.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Mhcs.Portal.SignIn;

/// <summary>What a person signs in with. Who they are and what they may do stands on the person.</summary>
public sealed class Account : IdentityUser<int>
{
    public PersonId PersonId { get; set; }
}
