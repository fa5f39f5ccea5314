namespace Mhcs.Portal.Patients.Import;

/// <summary>One published column of an import file. Its name never changes; docs/import.md prints the list.</summary>
public sealed record Column(string Name, string Meaning, string Example, bool Required = false);
