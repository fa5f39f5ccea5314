namespace Mhcs.Portal.Patients.Import;

/// <summary>A file as a table: its header matched against the published columns, its records ready to be read.</summary>
public sealed record CsvTable(IReadOnlyList<string> Header, IReadOnlyList<CsvRecord> Records, IReadOnlyList<RowError> Errors)
{
    static readonly char[] Delimiters = [',', ';', '\t'];

    public static CsvTable Of(ReadOnlySpan<byte> bytes, IReadOnlyList<Column> columns, Func<string, bool>? alsoKnown = null)
    {
        var (text, fault) = CsvText.Decode(bytes);
        return text is null ? new([], [], [fault!]) : Of(text, columns, alsoKnown ?? (_ => false));
    }

    static CsvTable Of(string text, IReadOnlyList<Column> columns, Func<string, bool> alsoKnown)
    {
        var delimiter = DelimiterOf(text, out var announced);
        var all = CsvRecords.Split(text, delimiter).Skip(announced ? 1 : 0).ToList();
        if (all is []) return new([], [], [new(1, null, "header", $"The file has no header. Its first line must name the columns, such as {string.Join(", ", columns.Take(4).Select(c => c.Name))}.")]);

        // Excel leaves empty columns at the right of a sheet that once was wider.
        var header = all[0].Cells.Select(Name).Reverse().SkipWhile(n => n.Length == 0).Reverse().ToList();
        var line = all[0].Line;
        List<RowError> errors =
        [
            .. header.Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1)
                .Select(g => new RowError(line, g.Key, "header", $"Column “{g.Key}” stands {g.Count()} times in the header. Keep one.")),
            .. header.Where(n => n.Length > 0 && !columns.Any(c => c.Name == n) && !alsoKnown(n)).Distinct(StringComparer.Ordinal)
                .Select(n => new RowError(line, n, "header", $"Column “{n}” is not one of ours{Nearest(n, columns)}. Rename it or take it out.")),
            .. header.Select((n, i) => (n, i)).Where(c => c.n.Length == 0)
                .Select(c => new RowError(line, null, "header", $"Column {c.i + 1} has no name in the header. Name it or take it out.")),
            .. columns.Where(c => c.Required && !header.Contains(c.Name))
                .Select(c => new RowError(line, c.Name, "header", $"Column “{c.Name}” is missing. Add it: {c.Meaning}.")),
        ];
        return errors.Count > 0 ? new(header, [], errors) : new(header, [.. all.Skip(1)], []);
    }

    /// <summary>The line “sep=;” that Excel understands, or else whichever sign splits the header into most columns.</summary>
    static char DelimiterOf(string text, out bool announced)
    {
        var first = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length).Trim().Trim('"').ToString();
        announced = first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        return announced ? first[4] : Delimiters.MaxBy(d => first.Count(c => c == d));
    }

    /// <summary>Reads each record with a row reader of its own; a row with any fault is an error and not a row.</summary>
    public ReadFile<TRow> Read<TRow>(Func<RowReader, TRow> read)
    {
        List<TRow> rows = [];
        List<RowError> errors = [.. Errors];
        foreach (var record in Records)
        {
            var reader = new RowReader(record, Header);
            var row = reader.Faults.Count == 0 ? read(reader) : default;
            if (reader.Faults.Count == 0) rows.Add(row!);
            errors.AddRange(reader.Faults);
        }
        if (errors.Count == 0 && rows.Count == 0) errors.Add(new(1, null, "file", "The file has a header and no rows. Add a row a line and try again."));
        return new(rows, errors);
    }

    static string Name(string cell) => cell.Trim().ToLowerInvariant().Replace(' ', '_');

    static string Nearest(string name, IReadOnlyList<Column> columns)
    {
        var near = columns.Select(c => (c.Name, Score: c.Name.Split('_').Intersect(name.Split('_', '-')).Count())).MaxBy(c => c.Score);
        return near.Score > 0 ? $"; did you mean “{near.Name}”?" : "";
    }
}
