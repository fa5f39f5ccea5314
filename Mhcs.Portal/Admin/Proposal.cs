using Mhcs.Domain.People;

namespace Mhcs.Portal.Admin;

/// <summary>What somebody is about to propose a change to.</summary>
/// <param name="Now">How it stands, in words.</param>
/// <param name="Level">Of an authority; null for a target.</param>
/// <param name="Amount">Of a target, in <paramref name="Unit"/>.</param>
public sealed record Proposal(string Key, string What, string Now, AuthorityLevel? Level = null, int? Amount = null, string? Unit = null);
