using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Engagement;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases.Diagram;

namespace Mhcs.Portal.Cases;

/// <summary>One event with its place in the trail.</summary>
public sealed record Happening(long Seq, CaseEvent Event)
{
    public static IReadOnlyList<Happening> Of(IEnumerable<TrailEntry> entries) => [.. entries.Select(e => (e.Seq, e.Event)).Where(e => e.Event is not null).Select(e => new Happening(e.Seq, e.Event!))];
}

/// <summary>Everything the page of one case shows, read at one moment for one person.</summary>
/// <param name="Happenings">Newest first.</param>
/// <param name="Earlier">Older entries that were not read.</param>
/// <param name="Backbone">Opening, steps and corrections from the start on, oldest first: the path, and the history of each fact.</param>
public sealed record CaseView(CaseFile File, Occasion On, IReadOnlyList<Happening> Happenings, int Earlier, IReadOnlyList<Happening> Backbone,
    IReadOnlyList<StoredDocument> Documents, IReadOnlyDictionary<PersonId, Person> People)
{
    public IReadOnlyList<Offer> Offers { get; } = [.. File.Offers(On).DistinctBy(o => o.Step.Code)];
    /// <summary>The rows of a step whose answers decide where it leads; one where there is nothing to decide.</summary>
    public IReadOnlyList<Move> Ways(Step step) => [.. File.Offers(On).Where(o => o.Step.Code == step.Code).Select(o => o.Move).DistinctBy(m => m.To)];

    /// <summary>References of other cases that this one leads to, as far as this person sees them: a restricted case is named to nobody else.</summary>
    public IReadOnlySet<string> OtherCases { get; init; } = new HashSet<string>();

    /// <summary>The case of the absence that goes on; null where there is none, or it is this one, or it is hidden.</summary>
    public string? AbsenceHref => File.Patient?.Absences.LastOrDefault(a => a.To is null) is { } absence && OtherCases.Contains(absence.Case) ? $"/cases/{absence.Case}" : null;

    /// <summary>Every other case that is named in a condition or as an absence, seen or not.</summary>
    internal IReadOnlyList<CaseReference> Named =>
        [.. Offers.SelectMany(o => o.Conditions).Select(c => c.Mend).OfType<Mend>().Where(m => m.Kind == MendKind.OtherCase).Select(m => m.Key)
            .Concat(Happenings.Select(h => h.Event).OfType<CaseFollowed>().Select(f => f.Reference))
            .Concat((File.Patient?.Absences ?? []).Where(a => a.To is null).Select(a => a.Case)).Where(r => r != File.Reference.Value).Distinct().Select(r => new CaseReference(r))];

    /// <summary>At which level the patient is high profile, as the deputy head assessed it: who is kept informed. Null where they are not, or no assessment says so.</summary>
    public string? HighProfileLevel { get; init; }

    /// <summary>The lines of the contact log that name this case, challenges among them, as far as this person sees the log; newest first.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public long LastSeq => Happenings.Count > 0 ? Happenings[0].Seq : 0;
    public string Here => $"/cases/{File.Reference}";

    /// <summary>Whether this person may work on the open file: set tasks, pause clocks.</summary>
    public bool MayWork { get; } = File.IsOpen && On.By.May(Domain.CaseTypes.Authorities.Administration, File).Granted;

    public string Who(PersonId id) => id == PersonId.Clock ? "By itself" : People.GetValueOrDefault(id)?.Name ?? "Somebody who has left";

    /// <summary>"B. Rookwood, acting for H. Saltmarsh".</summary>
    public string Who(CaseEvent happened) => happened.ActingFor is { } post ? $"{Who(happened.By)}, acting for {Who(post)}" : Who(happened.By);

    /// <summary>Where the case has been, in order.</summary>
    public IReadOnlyList<Stay> Path()
    {
        List<Stay> stays = [];
        foreach (var (to, at) in Backbone.Select(h => h.Event).Select(e => e switch { CaseOpened o => (o.State, o.At), StepTaken s when s.From != s.To => (s.To, s.At), _ => default }).Where(m => m.Item1 is not null))
        {
            if (stays.Count > 0) stays[^1] = stays[^1] with { To = at };
            stays.Add(new(File.Type.State(to!), at, null));
        }
        return stays;
    }

    /// <summary>The step by which a fact was last recorded; null where it was recorded outside a step, or never.</summary>
    public string? StepThatRecorded(Fact fact) =>
        Backbone.Select(h => h.Event).LastOrDefault(e => Facts(e).Entries.ContainsKey(fact.Key)) is StepTaken taken ? taken.Step : null;

    /// <summary>The most urgent running date that a move would meet.</summary>
    public Deadline? MetBy(Move move) => File.Deadlines.Where(d => d.IsRunning && !d.Watch && move.Stops.Any(t => t.Rule == d.Rule)).MinBy(d => d.InternalDue);

    public static FactSheet Facts(CaseEvent happened) => happened switch
    {
        CaseOpened e => e.Facts,
        StepTaken e => e.Facts,
        FactsRecorded e => e.Facts,
        _ => FactSheet.Empty,
    };
}
