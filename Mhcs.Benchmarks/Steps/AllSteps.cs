namespace Mhcs.Benchmarks.Steps;

static class AllSteps
{
    static readonly IStep[] All =
    [
        new QueueFirstHtml(), new CaseHistory(), new DashboardFigures(), new AssignOne(), new AssignMany(), new Search(), new BoardsAtOnce(7, 60, rounds: 40), new BoardsAtOnce(8, 1000, rounds: 15), new SteadyStream(),
        new OneScreen(), new CircuitMemory(), new StartToReady(), new GrowthOfData(), new Plans(),
    ];

    public static IEnumerable<IStep> For(Choices choices) => All.Where(step => choices.Wants(step.Goals));
}
