using CsvHelper;
using Mhcs.Domain.Amendments;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Correspondence;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Domain.Workflow;
using static System.Globalization.CultureInfo;

namespace Mhcs.Portal.Data;

/// <summary>What decisions are taken against: bank holidays, our targets, the days on which waiting law starts, teams, places, and who decides what. Files in seed-data beside the program, and what was approved since.</summary>
public sealed class ReferenceData(ReferenceBook book, AuthorityMatrix matrix)
{
    readonly Lock _changing = new();

    // Both change together: whoever asks for one after the other may not get halves of two.
    volatile Standing _now = new(book, matrix);

    sealed record Standing(ReferenceBook Book, AuthorityMatrix Matrix);

    public ReferenceBook Book => _now.Book;
    public AuthorityMatrix Matrix => _now.Matrix;

    public WorkCalendars Days => Book.Days;

    /// <summary>What quality is assessed against, every version.</summary>
    public required CriteriaBook Criteria { get; init; }

    /// <summary>Sentences that letters can take over, by topic.</summary>
    public required IReadOnlyList<StandardLine> Lines { get; init; }

    /// <summary>The level of an authority as it stands, from the matrix or built in.</summary>
    public AuthorityLevel LevelOf(Authority authority) => Matrix.Levels.GetValueOrDefault(authority.Key) ?? new(authority.Default, authority.Default, "built in");

    /// <summary>Lays approved changes over the files, as far as they are in force at a moment.</summary>
    public void Take(IEnumerable<Amendment> approved, DateTimeOffset now)
    {
        var inForce = approved.Where(a => a.Subject != AmendmentSubject.Template && a.InForceFrom <= now).OrderBy(a => a.InForceFrom).ThenBy(a => a.Id).ToList();
        var (levels, amounts) = (new Dictionary<string, AuthorityLevel>(matrix.Levels, StringComparer.Ordinal), new Dictionary<string, int>(book.Targets.Amounts, StringComparer.Ordinal));
        List<TargetChange> changes = [];
        foreach (var change in inForce)
            if (change.Amount is { } amount)
            {
                changes.Add(new(change.Key, amounts.TryGetValue(change.Key, out var was) ? was : null, amount, change.InForceFrom!.Value));
                amounts[change.Key] = amount;
            }
            else
                levels[change.Key] = new(change.Level!.Value, change.HighProfile!.Value, $"Approved here, in force from {London.Words(London.Day(change.InForceFrom!.Value))}");
        lock (_changing) _now = new(Book with { Targets = new(amounts) { Changes = changes } }, new(levels));
    }

    /// <summary>The places that a fact may name from now on.</summary>
    public void Take(Places places)
    {
        lock (_changing) _now = _now with { Book = Book with { Places = places } };
    }

    public Term Resolve(Term term) => Book.Resolve(term);

    public static ReferenceData Load() => Load(Path.Combine(AppContext.BaseDirectory, "seed-data"));

    public static ReferenceData Load(string folder)
    {
        var starts = Read(folder, "commencement.csv", csv => (Provision: Enum.Parse<Provision>(Text(csv, "provision")), From: Text(csv, "in_force_from") is "" ? (DateOnly?)null : Date(csv, "in_force_from")))
            .ToDictionary(row => row.Provision, row => row.From);

        var places = Read(folder, "places.csv", csv => (Kind: Text(csv, "kind"), Name: Text(csv, "name")));
        return new(
            new ReferenceBook(
                WorkCalendars.From(Read(folder, "bank-holidays.csv", csv => new Holiday(Date(csv, "date"), Text(csv, "division"), Text(csv, "name"), Text(csv, "provenance")))),
                new(Read(folder, "targets.csv", Target).ToDictionary()),
                new(starts.GetValueOrDefault(Provision.AutomaticReferences), starts.GetValueOrDefault(Provision.PrisonTransferLimit)),
                new(Read(folder, "teams.csv", csv => new Team(Text(csv, "code"), Text(csv, "from_surname"), Text(csv, "to_surname")))),
                new(places.Where(p => p.Kind == "hospital").Select(p => p.Name).ToHashSet(StringComparer.Ordinal), places.Where(p => p.Kind == "prison").Select(p => p.Name).ToHashSet(StringComparer.Ordinal))),
            new(Read(folder, "authority-matrix.csv", Level).ToDictionary(StringComparer.Ordinal)))
        {
            Lines = Read(folder, "standard-lines.csv", csv => new StandardLine(Text(csv, "topic"), Text(csv, "title"), Text(csv, "text"))),
            Criteria = new([.. Read(folder, "quality-criteria.csv", csv => (Version: int.Parse(Text(csv, "version"), InvariantCulture), From: Date(csv, "in_force_from"), Criterion: new Criterion(Text(csv, "key"), Text(csv, "name"), Text(csv, "looks_at"))))
                .GroupBy(row => row.Version).OrderBy(v => v.Key).Select(v => new Criteria(v.Key, v.First().From, [.. v.Select(row => row.Criterion)]))]),
        };
    }

    static KeyValuePair<string, AuthorityLevel> Level(CsvReader csv) =>
        new(Text(csv, "decision"), new(Enum.Parse<Grade>(Text(csv, "level")), Enum.Parse<Grade>(Text(csv, "high_profile_level")), Text(csv, "basis")));

    static KeyValuePair<string, int> Target(CsvReader csv)
    {
        var rule = Text(csv, "rule_id");
        var term = Terms.Find(rule) ?? throw new FormatException($"there is no rule {rule}");
        var unit = Enum.Parse<Unit>(Text(csv, "unit").Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        if (term.Binding != Binding.Target) throw new FormatException($"{rule} is set by law and is no target of ours");
        if (term.Unit != unit) throw new FormatException($"{rule} is counted in {term.Unit}, not in {unit}");
        return new(rule, int.Parse(Text(csv, "amount"), InvariantCulture) is var amount and >= 0 ? amount : throw new FormatException($"{rule} has an amount below nought"));
    }

    static string Text(CsvReader csv, string column) => csv.GetString(column);

    static DateOnly Date(CsvReader csv, string column) => DateOnly.ParseExact(Text(csv, column), "yyyy-MM-dd", InvariantCulture);

    static List<T> Read<T>(string folder, string name, Func<CsvReader, T> row)
    {
        using var csv = CsvReader.FromFile(Path.Combine(folder, name), CsvReaderOptions.Default with { TrackLineNumbers = true });
        List<T> rows = [];
        while (csv.Read())
            try
            {
                rows.Add(row(csv));
            }
            catch (Exception wrong) when (wrong is FormatException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException)
            {
                throw new InvalidDataException($"{name}, line {csv.LineNumber}: {wrong.Message}", wrong);
            }
        return rows;
    }
}
