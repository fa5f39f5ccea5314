namespace Mhcs.Portal.Admin;

/// <summary>A password that was made for somebody, to be told once.</summary>
public sealed record NewPassword(string For, string Password);

/// <summary>What was done to an account, in words.</summary>
public sealed record AccountChange(string UserName, string Words, string? Password = null);
