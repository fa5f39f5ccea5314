using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Tests.Support;

/// <summary>A case that is being played: who acts is whoever is entitled, and every question is answered sensibly unless the test says otherwise (null: left empty).</summary>
sealed class PlayedCase
{
    readonly List<CaseEvent> events = [];

    PlayedCase(CaseFile file, Patient? asOpened, IEnumerable<CaseEvent> opening)
    {
        File = file;
        AsOpened = asOpened;
        events.AddRange(opening);
    }

    public CaseFile File { get; }
    /// <summary>The patient as on the day of the opening, untouched by what followed.</summary>
    public Patient? AsOpened { get; }
    public DateTimeOffset Now { get; private set; } = A.Monday;
    public IReadOnlyList<CaseEvent> Events => events;
    public Patient Patient => File.Patient!;
    public string State => File.StateCode;
    public DateOnly Today => London.Day(Now);

    public static PlayedCase Open(CaseType type, Patient? patient, Patient? asOpened, params (Fact Fact, string? Value)[] answers)
    {
        var on = new Occasion(Actor.Of(A.Administrator, A.Reference.Matrix), A.Monday, A.Reference.Book) { Texts = A.Texts };
        var (file, opening) = CaseFile.Open(CaseReference.Of(type.Prefix, 1), type, patient, London.Day(A.Monday), Answers.To(type.Opening.Asks, A.Monday, answers), on);
        return new(file, asOpened, opening);
    }

    public Occasion On(Person by, params Person[] covered) => new(by.Id == PersonId.Clock ? Actor.TheClock : Actor.Of(by, A.Reference.Matrix, covered), Now, A.Reference.Book) { Texts = A.Texts };

    /// <summary>Takes a step as the lowest grade that may, with these answers laid over sensible ones.</summary>
    public PlayedCase Take(string step, params (Fact Fact, string? Value)[] answers) => TakeAs(null, step, answers);

    public PlayedCase TakeAs(Person? by, string step, params (Fact Fact, string? Value)[] answers)
    {
        GetPapersFor(step);
        Do(step, On(by ?? Entitled(step)), answers);
        return this;
    }

    /// <summary>What a step waits for comes from others just before it is taken; a test about that asks what is refused.</summary>
    void GetPapersFor(string step) => events.AddRange(PapersHeld.For(File, Row(step), On(A.Administrator)));

    /// <summary>Whatever is wanted from others comes.</summary>
    public PlayedCase WithPapers()
    {
        foreach (var paper in File.WantedPapers.Where(p => p.IsOutstanding).ToList()) events.AddRange(File.ReceivePaper(paper.Paper, Today, null, On(A.Administrator)));
        return this;
    }

    /// <summary>Something done to the case that is no step, by a person of its team.</summary>
    public PlayedCase Act(Person by, Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> act)
    {
        events.AddRange(act(File, On(by)));
        return this;
    }

    /// <summary>The reasons for which an act is refused; none: it was done.</summary>
    public IReadOnlyList<Refusal> Refused(Person by, Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> act)
    {
        try
        {
            Act(by, act);
            return [];
        }
        catch (RuleBroken broken)
        {
            return broken.Reasons;
        }
    }

    public WantedPaper Wanted(Want want) => File.WantedPapers.Single(p => p.Paper == want.Key);

    public IReadOnlyList<CaseEvent> Do(string step, Occasion on, params (Fact Fact, string? Value)[] answers)
    {
        var move = Row(step);
        var happened = File.Take(move.Step, Answers.To(move.Asks, Now, answers), on);
        events.AddRange(happened);
        return happened;
    }

    /// <summary>The reasons for which the step is refused; none: it was taken.</summary>
    public IReadOnlyList<Refusal> Refused(string step, params (Fact Fact, string? Value)[] answers) => RefusedTo(Entitled(step), step, answers);

    public IReadOnlyList<Refusal> RefusedTo(Person by, string step, params (Fact Fact, string? Value)[] answers)
    {
        try
        {
            Do(step, On(by), answers);
            return [];
        }
        catch (RuleBroken broken)
        {
            return broken.Reasons;
        }
    }

    public PlayedCase Assigned()
    {
        events.AddRange(File.AssignTo(A.Caseworker, On(A.TeamManager)));
        return this;
    }

    public PlayedCase Recording(params (Fact Fact, string? Value)[] answers) => RecordingAs(A.Caseworker, answers);

    public PlayedCase RecordingAs(Person by, params (Fact Fact, string? Value)[] answers) => Act(by, (file, on) => file.RecordFacts(FactSheet.Of(answers.Select(a => KeyValuePair.Create(a.Fact.Key, a.Value))), "Put right", on));

    /// <summary>The reasons for which a correction is refused; none: it was made.</summary>
    public IReadOnlyList<Refusal> RefusedToRecord(Person by, params (Fact Fact, string? Value)[] answers) => Refused(by, (file, on) => file.RecordFacts(FactSheet.Of(answers.Select(a => KeyValuePair.Create(a.Fact.Key, a.Value))), "Put right", on));

    /// <summary>Does something else to the file, as its caseworker.</summary>
    public PlayedCase Did(Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> act)
    {
        events.AddRange(act(File, On(A.Caseworker)));
        return this;
    }

    /// <summary>What another case does to this one.</summary>
    public PlayedCase Meets(Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> work)
    {
        events.AddRange(work(File, On(A.Administrator)));
        return this;
    }

    public PlayedCase Noted(string text)
    {
        events.AddRange(File.AddNote(text, On(A.Caseworker)));
        return this;
    }

    public PlayedCase Telling(Party party)
    {
        foreach (var notice in File.Notices.Where(n => n.Party == party.Key && n.SentAt is null).ToList())
            events.AddRange(File.MarkSent(notice.Number, "by secure email", On(A.Administrator)));
        return this;
    }

    /// <summary>Signs and issues every paper whose pre-flight has nothing against it.</summary>
    public PlayedCase Issuing()
    {
        foreach (var paper in File.Papers.Where(p => p.Version == 0 && !Papers.Get(p.Paper).PreFlight(File, On(A.Administrator)).Any(l => l.Problem is not null)).ToList())
        {
            if (!File.IsSigned(paper, On(A.HeadOfSection))) events.AddRange(File.SignPaper(paper.Number, On(A.HeadOfSection)));
            var again = File.SameLately(paper, Today) is null ? null : "The first was lost in the post";
            events.AddRange(File.IssuePaper(paper.Number, $"document-{paper.Number}", On(A.Administrator), again, despiteDeath: null));
        }
        return this;
    }

    public PlayedCase On(DateOnly day, int hour = 10)
    {
        Now = London.At(day, new(hour, 0));
        return this;
    }

    public PlayedCase DaysLater(int days) => On(Today.AddDays(days));

    public PlayedCase TimePasses()
    {
        events.AddRange(File.LetTimePass(On(Actor.TheClock.Person)));
        return this;
    }

    public Deadline? Running(Term term) => File.Deadlines.LastOrDefault(d => d.Rule == term.Rule && d.IsRunning);

    public IEnumerable<string> Issued => File.Papers.Select(p => p.Paper);

    public IEnumerable<string> Told => File.Notices.Select(n => n.Party);

    public IReadOnlyList<Offer> Offers(Person by) => [.. File.Offers(On(by))];

    Person Entitled(string step) => A.Holding(A.Reference.Matrix.LevelFor(Row(step).By, File));

    Move Row(string step)
    {
        var now = new Situation(File, File.Facts, On(A.HeadOfSection));
        var rows = CaseMachine.Permitted(File.Type, File.State).Where(m => m.Step.Code == step).ToList();
        return rows.FirstOrDefault(m => m.When?.Holds(now) != false) ?? rows.FirstOrDefault() ?? throw new InvalidOperationException($"No step '{step}' from {State}");
    }
}
