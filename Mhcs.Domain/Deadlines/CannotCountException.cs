namespace Mhcs.Domain.Deadlines;

/// <summary>A date can't be worked out, and why: no amount set, no bank holidays for the year, a pause the law doesn't know.</summary>
public sealed class CannotCountException(string message) : Exception(message);
