using Mhcs.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Mhcs.Portal.SignIn;

/// <summary>What a person signs in with. Who they are and what they may do stands on the person.</summary>
public sealed class Account : IdentityUser<int>
{
    public PersonId PersonId { get; set; }

    /// <summary>The password was made for them and shown once: until they choose their own, they come to no other page.</summary>
    public bool MustChangePassword { get; set; }
}
