using System.Globalization;
using System.Text;

namespace Mhcs.Benchmarks;

/// <summary>Writes the figures between two marks of the report and leaves the rest, which is written by people, as it is.</summary>
sealed class Report(string path, Choices choices)
{
    const string Begins = "<!-- figures: written by Mhcs.Benchmarks -->", Ends = "<!-- end of figures -->";
    readonly List<Figure> _figures = [];
    readonly string _busyAtStart = Machine.Busyness;

    public Figure Add(Figure figure)
    {
        _figures.Add(figure);
        return figure;
    }

    public async Task Write(CancellationToken ct)
    {
        var old = File.Exists(path) ? await File.ReadAllTextAsync(path, ct) : $"# Performance\n\n{Begins}\n{Ends}\n";
        var (begins, ends) = (old.IndexOf(Begins, StringComparison.Ordinal), old.IndexOf(Ends, StringComparison.Ordinal));
        if (begins < 0 || ends < begins) throw new InvalidOperationException($"{path} has lost the marks between which the figures stand: put '{Begins}' and '{Ends}' back");
        await File.WriteAllTextAsync(path, $"{old[..(begins + Begins.Length)]}\n\n{Text()}\n{old[ends..]}", ct);
        Console.WriteLine($"Written to {path}");
    }

    string Text()
    {
        var text = new StringBuilder();
        var today = TimeProvider.System.GetLocalNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"Measured on {today}: {Machine.Described}. {choices.Patients:N0} patients; {choices.Cases:N0} cases where volume matters. ");
        text.Append(CultureInfo.InvariantCulture, $"Each step warmed for {choices.Time.TotalSeconds:0} s and measured for {choices.Time.TotalSeconds:0} s. Load average before the run: {_busyAtStart}.\n\n");
        text.Append(Summary()).Append("\n\n");
        text.Append("| goal | step | portal | floor | ratio | wanted | |\n| ---: | --- | ---: | ---: | ---: | ---: | --- |\n");
        foreach (var f in _figures.OrderBy(f => f.Goal))
            text.Append(CultureInfo.InvariantCulture, $"| {f.Goal} | {f.What} | {f.Ours} | {f.Floor} | {f.Ratio} | {f.Wanted} | {f.Met switch { true => "met", false => "**missed**", _ => "" }} |\n");
        return text.ToString();
    }

    string Summary()
    {
        var judged = _figures.Where(f => f.Met is not null).ToList();
        var missed = judged.Where(f => f.Met is false).ToList();
        return missed.Count == 0
            ? $"All {judged.Count} figures with a goal meet it."
            : $"{judged.Count - missed.Count} of {judged.Count} figures with a goal meet it. Missed: {string.Join("; ", missed.Select(f => $"goal {f.Goal}, {f.What} ({(f.Ratio == "" ? f.Ours : f.Ratio)}, wanted {f.Wanted})"))}.";
    }
}
