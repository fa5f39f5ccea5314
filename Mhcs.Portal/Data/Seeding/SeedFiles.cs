using System.Globalization;
using System.Text;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>The section's files as they are read at first start: patients as they stand, cases moved by whole weeks into this week. Former patients are made with them.</summary>
public sealed record SeedFiles(IReadOnlyList<PatientRow> Patients, IReadOnlyList<PatientRow> Former, IReadOnlyList<CaseRow> Cases, IReadOnlyList<SeedPerson> Staff)
{
    static readonly Column[] StaffColumns = [.. "user_name name grade team working_percent away_from_day away_to_day away_reason covered_by".Split(' ').Select(n => new Column(n, n, ""))];

    public static SeedFiles Read(string folder, int patients, DateOnly today)
    {
        var latest = today > Assumed.Anchor ? today : Assumed.Anchor;
        var people = Good("patients.csv", PatientCsv.Read(Bytes("patients.csv"), latest)).Take(patients).ToList();
        var numbers = people.Select(p => p.Number).ToHashSet(StringComparer.Ordinal);
        var shift = Shift(today);
        return new(people, Good("former patients", PatientCsv.Read(Encoding.UTF8.GetBytes(MakePatients.FormerCsv(people.Count)), latest)),
            [.. Good("cases.csv", CaseCsv.Read(Bytes("cases.csv"), latest)).Where(c => c.PatientNumber is null || numbers.Contains(c.PatientNumber)).Select(c => Moved(c, shift))],
            [.. Good("staff.csv", CsvTable.Of(Bytes("staff.csv"), StaffColumns).Read(Person))]);

        ReadOnlySpan<byte> Bytes(string name) => File.ReadAllBytes(Path.Combine(folder, name));
    }

    /// <summary>Days from the anchor's week to this one: whole weeks, so that every weekday stays what it was.</summary>
    public static int Shift(DateOnly today) => Monday(today).DayNumber - Monday(Assumed.Anchor).DayNumber;

    static CaseRow Moved(CaseRow row, int days) => row with { ReceivedOn = row.ReceivedOn.AddDays(days), StateSince = row.StateSince.AddDays(days), Facts = Moved(row.Type, row.Facts, days) };

    static FactSheet Moved(CaseType type, FactSheet facts, int days) => FactSheet.Of([.. type.AllFacts.Where(facts.Has).Select(f => KeyValuePair.Create(f.Key, f.Kind switch
    {
        FactKind.Date => facts.Date(f)?.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactKind.DateTime => facts.Instant(f)?.AddDays(days).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        _ => facts.Text(f),
    }))]);

    static SeedPerson Person(RowReader cell) => new(cell.Required("user_name"), cell.Required("name"), Enum.Parse<Grade>(cell.Required("grade")), cell.Text("team") ?? "",
        int.Parse(cell.Required("working_percent"), CultureInfo.InvariantCulture), Days(cell, "away_from_day"), Days(cell, "away_to_day"), cell.Text("away_reason") ?? "", cell.Text("covered_by") ?? "");

    static int? Days(RowReader cell, string column) => cell.Text(column) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    static IReadOnlyList<T> Good<T>(string name, ReadFile<T> file) =>
        file.Errors is [var first, ..] ? throw new InvalidDataException($"seed-data/{name}, line {first.Row}: {first.Message}") : file.Rows;

    static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
