using Mhcs.Domain.Cases;

namespace Mhcs.Portal.Patients.Import;

/// <summary>What one row of the file would do.</summary>
/// <param name="Key">Number of the patient or reference of the case.</param>
public sealed record PlannedRow(int Line, string Key, string Title, IReadOnlyList<FieldChange> Fields)
{
    /// <summary>What it resembles, in the file or on the books: perhaps it is there already. It is imported all the same.</summary>
    public Resemblance? Like { get; init; }
    /// <summary>What the row says and the record keeps otherwise, each with why.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}

/// <summary>In what way a row resembles others, and the first of them.</summary>
/// <param name="More">How many others besides.</param>
public sealed record Resemblance(string Words, IReadOnlyList<Resemblance.Place> Others, int More)
{
    /// <param name="Case">The case on the books; null for a line of the same file.</param>
    public sealed record Place(string Words, CaseReference? Case);

    public override string ToString() => $"{Words} {string.Join(", ", Others.Select(o => o.Words))}{(More > 0 ? $" and {More} more" : "")}";
}

/// <summary>A file sorted against the record: what is new, what changes and how, what stands as it is, and what is wrong. One wrong row, and none is written.</summary>
public sealed record ImportPlan(IReadOnlyList<PlannedRow> New, IReadOnlyList<PlannedRow> Changed, IReadOnlyList<PlannedRow> Unchanged, IReadOnlyList<RowError> Rejected)
{
    public bool MayRun => Rejected.Count == 0 && New.Count + Changed.Count > 0;

    public IReadOnlyList<PlannedRow> Alike => [.. New.Where(r => r.Like is not null)];

    /// <summary>Rows of which a part is not taken.</summary>
    public IReadOnlyList<PlannedRow> Keeping => [.. Changed.Concat(Unchanged).Where(r => r.Kept.Count > 0).OrderBy(r => r.Line)];

    public string Summary => $"{New.Count:N0} new, {Changed.Count:N0} changed, {Unchanged.Count:N0} unchanged, {Rejected.Count:N0} rejected{(Alike.Count == 0 ? "" : $", {Alike.Count:N0} like another")}{(Keeping.Count == 0 ? "" : $", {Keeping.Count:N0} taken but for a flag")}";

    public static ImportPlan Refused(params IReadOnlyList<RowError> errors) => new([], [], [], errors);
}

/// <summary>How far an import has come.</summary>
public sealed record ImportProgress(string Stage, int Done, int Total);
