using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>The same steps with ten times the data; and a late page of a list against its first.</summary>
sealed class GrowthOfData : IStep
{
    const string Whole = $"/cases?team={Bench.Team}&shown=all";

    /// <summary>Pages without a goal of their own, which nobody's closed years may slow down either.</summary>
    static readonly string[] Others = ["/my-work", "/morning", "/decisions", $"/dashboard/{Bench.Team}", "/patients", "/diary", "/papers", "/letters", "/correspondence", "/tribunal", "/quality"];

    public string Name => "Ten times the data";
    public IReadOnlyList<int> Goals => [14];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var before = await Steps(bench, bench.Seeded, ct);
        var after = await Steps(bench, bench.Grown, ct);
        return
        [
            Figure.Times(14, "queue with the grown section, against the seeded one: processor", after.Queue, before.Queue, 1.3, "ms"),
            Figure.Times(14, "case page, the same", after.Case, before.Case, 1.3, "ms"),
            Figure.Times(14, "assign one, the same", after.Assign, before.Assign, 1.3, "ms"),
            Figure.Times(14, "page 20 of all cases, open and closed, against page 1: processor", after.Page20, after.Page1, 1.2, "ms"),
            .. Others.Select((page, n) => Figure.Known(14, $"{page}: processor, grown (seeded in place of the floor)", $"{after.Others[n]:0.0} ms", $"{before.Others[n]:0.0} ms")),
        ];
    }

    static async Task<(double Queue, double Case, double Assign, double Page1, double Page20, IReadOnlyList<double> Others)> Steps(Bench bench, string section, CancellationToken ct)
    {
        await bench.Stop();
        var (few, _) = CaseHistory.Cases(Bench.Store(section));
        double assign;
        await using (var desk = await Desk.Over(section, ct))
        {
            var next = 0;
            assign = (await Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => desk.Assign([desk.Cases[++next % desk.Cases.Count].Reference], ct), ct)).Cpu;
        }
        var portal = await bench.Portal(section, ct);
        await using var people = await People.At(portal, 1, ct);
        async Task<double> Page(string path, int part = 1) => (await Sample.Of(() => portal.Cpu, bench.Choices.Time / part, 2, _ => people[0].Get(path, ct), ct)).Cpu;
        var (queue, file, first, late) = (await Page(QueueFirstHtml.Queue), await Page(CaseHistory.Page(few.Reference)), await Page(Whole), await Page($"{Whole}&page=20"));
        List<double> others = [];
        foreach (var page in Others) others.Add(await Page(page, part: 2));
        return (queue, file, assign, first, late, others);
    }
}
