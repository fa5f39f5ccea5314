using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    public static readonly Rule VictimInScheme = Of("A victim is in the Victim Contact Scheme", p => p.VictimScheme);

    /// <summary>DVCVA 2004 s37; VIC-03: what victims of the patient were asked for may still come. The case’s own date counts, and all windows that the liaison opened.</summary>
    public static readonly Rule VictimsHeard = new("No victim’s time for representations still runs", s => !WindowsRunning(s).Any() && OwnTime(s) is null)
    {
        Otherwise = "A victim’s time for representations still runs",
        Names = s => WindowsRunning(s).ToList() is { Count: > 0 } running ? (Words(running), Mend.Take(Steps.DecideEarly))
            : OwnTime(s) is { } own ? ($"The time for victims’ representations about this decision runs until {London.Words(own.LastDay)}. Wait, record what the liaison officer answers, or have the head decide that it can’t wait", Mend.Take(Steps.VictimsAnswer)) : null,
    };
    public static readonly Rule VictimsTimeRuns = VictimsHeard.Not("A victim’s time for representations still runs");

    public static readonly Rule VictimWantsToBeHeard = new("The victim wants to make representations", s => s.Facts.IsYes(Facts.WantsRepresentations))
    {
        About = [Facts.WantsRepresentations], Otherwise = "The victim has not asked to make representations: change what they ask for first, if they now do", Mend = Mend.Record(Facts.WantsRepresentations),
    };
    public static readonly Rule SummaryAwaited = new("A summary of the decision is asked for", s => s.File.Deadlines.Any(d => d.IsRunning && d.Rule == Terms.VictimSummary.Rule));
    public static readonly Rule NoSummaryAwaited = SummaryAwaited.Not("No summary is awaited");

    /// <summary>The date that began on the case itself when the decision came to be considered, until its last day.</summary>
    public static readonly Rule OwnTimeRuns = new("The case’s own time for representations runs", s => OwnTime(s) is not null);

    static Deadline? OwnTime(Situation s) => s.File.Deadlines.LastOrDefault(d => d.IsRunning && d.Rule == Terms.VictimRepresentations.Rule && d.LastDay >= s.Today);

    static IEnumerable<VictimWindow> WindowsRunning(Situation s) => s.Patient.VictimWindows.Where(w => w.RunsOn(s.Today) && !w.PassedOver.Contains(s.File.Reference.Value));

    static string Words(List<VictimWindow> running) =>
        $"{(running.Count == 1 ? "A victim’s time" : $"The time of {running.Count} victims")} for representations runs until {London.Words(running.Max(w => w.Until))}, and none have come. Wait, or have the head decide that it can’t wait";
}
