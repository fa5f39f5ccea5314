using System.CommandLine;
using System.Globalization;
using Mhcs.Benchmarks;
using Mhcs.Benchmarks.Floor;
using Mhcs.Benchmarks.Steps;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

// The floor is a process of its own, as the portal is, so that each one's CPU time is its own.
if (args is [FloorServer.Verb, .. var rest]) return await FloorServer.Run(rest);

var patients = new Option<int>("--patients") { Description = "Patients of the section that is seeded", DefaultValueFactory = _ => 7500 };
var cases = new Option<int>("--cases") { Description = "Cases that the section is grown to for the goals that need volume", DefaultValueFactory = _ => 100_000 };
var circuits = new Option<int>("--circuits") { Description = "Board circuits opened and closed to look for a leak", DefaultValueFactory = _ => 2_000 };
var seconds = new Option<int>("--seconds") { Description = "How long each step is measured; it is warmed for as long before", DefaultValueFactory = _ => 10 };
var only = new Option<string>("--only") { Description = "Goals to measure, as in 1,4,7; all without it" };
var to = new Option<string>("--to") { Description = "The report to write; docs/performance.md without it" };
var folder = new Option<string>("--folder") { Description = "Where to keep the seeded sections for the next run; without it they are made anew and thrown away" };
var root = new RootCommand("Measures the portal against the goals of docs/performance.md. Loopback only; nothing outside a temporary folder is written but the report.") { patients, cases, circuits, seconds, only, to, folder };
root.SetAction(async (given, ct) =>
{
    var goals = (given.GetValue(only) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(int.Parse).ToHashSet();
    var choices = new Choices(given.GetValue(patients), given.GetValue(cases), given.GetValue(circuits), TimeSpan.FromSeconds(given.GetValue(seconds)), goals, given.GetValue(folder));
    var report = new Report(given.GetValue(to) ?? Path.Combine(Published.Repository, "docs", "performance.md"), choices);
    await using var bench = await Bench.Make(choices, ct);
    var whole = true;
    foreach (var step in AllSteps.For(choices))
    {
        Console.WriteLine(step.Name);
        try
        {
            foreach (var figure in await step.Run(bench, ct)) Console.WriteLine($"  {report.Add(figure)}");
        }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            // The other steps are still worth their time; the table says that this one is missing.
            whole = false;
            Console.Error.WriteLine(wrong);
            report.Add(Figure.Holds(step.Goals[0], step.Name, false, "could not be measured", ""));
        }
    }
    await report.Write(ct);
    return whole ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();
