namespace Mhcs.Portal.Patients.Import;

/// <summary>What is wrong with one cell, row or file, and how to mend it.</summary>
/// <param name="Row">Line of the file on which the row begins, the header being line 1; 0 for the file as a whole.</param>
/// <param name="Column">The column by its published name, where one is at fault.</param>
/// <param name="Code">Stable for programs: file, header, row, missing, invalid, duplicate, conflict.</param>
public sealed record RowError(int Row, string? Column, string Code, string Message);

/// <summary>What a file holds: the rows that read well, and everything that is wrong.</summary>
public sealed record ReadFile<TRow>(IReadOnlyList<TRow> Rows, IReadOnlyList<RowError> Errors);
