namespace Mhcs.Portal.Ui;

/// <summary>The column a table is sorted by. A second press on the same column turns the order round.</summary>
public sealed record Sort(string Column, bool Descending = false)
{
    public Sort By(string column) => column == Column ? this with { Descending = !Descending } : new(column);
}
