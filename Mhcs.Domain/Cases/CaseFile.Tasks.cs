using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;

namespace Mhcs.Domain.Cases;

/// <summary>Dates that somebody chose: tasks, and the day until which the case is put away.</summary>
public sealed partial class CaseFile
{
    /// <summary>Longest task, reason or answer, in characters.</summary>
    public const int TaskLimit = 200;
    /// <summary>How many years ahead a task may lie (design figure, not policy).</summary>
    public const int TaskYears = 2;

    /// <summary>Tasks and brought-forwards set by hand that are still open, soonest first.</summary>
    public IEnumerable<Deadline> Tasks => _deadlines.Where(d => d.IsRunning && d.IsByHand).OrderBy(d => d.InternalDue).ThenBy(d => d.Number);

    /// <summary>Sets a task.</summary>
    /// <param name="for">Who does it; null: whoever holds the case.</param>
    /// <exception cref="RuleBroken">With every fault.</exception>
    public IReadOnlyList<CaseEvent> SetTask(string? what, DateOnly? dueOn, Person? @for, Recurrence? every, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        MustBeOpen();
        Refuse([.. FaultsOf(what, "what", "Say what is to be done"), .. FaultsOf(dueOn, on.Today, "dueOn", "Enter the day by which it is to be done", on), .. FaultsOf(@for)]);
        return Happened([stamp.On(Chosen(Terms.Task, what!.Trim(), dueOn!.Value, on) with { For = @for?.Id, Every = every })]);
    }

    /// <summary>Puts the case away until a day, or until something happens if that is earlier. Until then it is no load; then it comes back by itself.</summary>
    /// <exception cref="RuleBroken">With every fault; among them that the case is away already, or that something else is due before that day.</exception>
    public IReadOnlyList<CaseEvent> BringForward(string? reason, DateOnly? until, Awaited? or, Person? @for, Recurrence? every, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        MustBeOpen();
        List<Refusal> faults = [.. FaultsOf(reason, "reason", "Say why it can wait until then"), .. FaultsOf(until, on.Today.AddDays(1), "until", "Enter the day on which it comes back", on), .. FaultsOf(@for)];
        if (_deadlines.Find(d => d.IsRunning && d.Rule == Terms.BroughtForward.Rule) is { } away)
            faults.Add(new("rule", $"The case is brought forward to {London.Words(away.LastDay)} already. Change that day instead", "until", Mend.Tasks));
        Refuse([.. faults, .. until is { } day ? FaultsOfParking(day) : []]);

        var automatic = _deadlines.Where(d => d.IsRunning && IsAutomatic(d)).Select(d => stamp.On(new DeadlineEnded(d.Number, d.Rule, $"Brought forward by hand to {London.Words(until!.Value)}")));
        return Happened([.. automatic, stamp.On(Chosen(Terms.BroughtForward, reason!.Trim(), until!.Value, on) with { For = @for?.Id, Until = or?.Key, Every = every })]);
    }

    /// <summary>Moves a task or the day on which the case comes back. The earlier day and the reason stay on the record.</summary>
    public IReadOnlyList<CaseEvent> PutOff(int number, DateOnly? to, string? reason, Occasion on)
    {
        var (task, stamp) = (OpenTask(number), Stamped(on, Entitled(Reads(on))));
        var parks = task.Rule == Terms.BroughtForward.Rule;
        List<Refusal> faults = [.. FaultsOf(to, parks ? on.Today.AddDays(1) : on.Today, "dueOn", "Enter the new day", on), .. FaultsOf(reason, "reason", "Say why the day is changed")];
        if (to == task.LastDay) faults.Add(new("invalid", $"The new day must be another than {London.Words(task.LastDay)}", "dueOn"));
        Refuse([.. faults, .. parks && to is { } day ? FaultsOfParking(day, task) : []]);
        return Happened([stamp.On(Moved(task, to!.Value, null, task.Stops, reason!.Trim(), on))]);
    }

    /// <summary>Ticks off a task, or turns to a case that was away. One that recurs is set again.</summary>
    /// <param name="how">What was done, kept as a note; may be left out.</param>
    public IReadOnlyList<CaseEvent> Finish(int number, string? how, Occasion on)
    {
        var (task, stamp) = (OpenTask(number), Stamped(on, Entitled(Reads(on))));
        if (how?.Trim().Length > NoteLimit) throw new RuleBroken(new Refusal("invalid", $"This must be {NoteLimit} characters or fewer; it has {how.Trim().Length}", "how"));
        CaseEvent[] done =
        [
            stamp.On(new DeadlineMet(task.Number, task.Rule)),
            .. string.IsNullOrWhiteSpace(how) ? [] : new[] { stamp.On(new NoteAdded($"{task.Name}: {how.Trim()}")) },
            .. task.Every is { } every && IsOpen ? [stamp.On(Chosen(Terms.Find(task.Rule)!, task.Name, every.Next(task.LastDay, on.Today), on) with { For = task.For, Until = task.Until, Every = every })] : Array.Empty<CaseEvent>(),
        ];
        return Happened(done.Concat(Answered(task, on, stamp)));
    }

    /// <summary>Takes back a task or a brought-forward that is no longer needed; it stays listed with the reason.</summary>
    public IReadOnlyList<CaseEvent> Drop(int number, string? why, Occasion on)
    {
        var (task, stamp) = (OpenTask(number), Stamped(on, Entitled(Reads(on))));
        Refuse([.. FaultsOf(why, "reason", "Say why it is no longer needed")]);
        return Happened(new CaseEvent[] { stamp.On(new DeadlineEnded(task.Number, task.Rule, why!.Trim())) }.Concat(Answered(task, on, stamp)));
    }

    /// <summary>Why a person can't be given a task on this case: each a sentence; none: they can.</summary>
    public IEnumerable<string> WhyNoTaskFor(Person person)
    {
        if (!person.Active) yield return $"{person.Name} no longer works here";
        else if (!person.Grade.DoesCasework) yield return $"{person.Name} does no casework";
        else if (person.Team != Team && person.Grade != Grade.HeadOfSection) yield return $"{person.Name} is in another team";
        if (Type.IsProtected && !person.LiaisesWithVictims && person.Grade < Grade.DeputyHead) yield return $"{person.Name} is not named for victim liaison: the head of the team names people under Victims";
        foreach (var unsuited in person.UnsuitedFor(PatientNumber, Restricted && person.Grade != Grade.HeadOfSection, Named)) yield return unsuited.Sentence;
    }

    DeadlineStarted Chosen(Term term, string name, DateOnly day, Occasion on)
    {
        var worked = WorkOut(term, day, null, on.Days);
        return new(_deadlines.Count + 1, term.Rule, name, day, null, null, worked.LastDay, worked.InternalDue, OverdueFrom(worked));
    }

    // When the file is back and nothing else is due, the rule takes over again.
    IEnumerable<CaseEvent> Answered(Deadline task, Occasion on, Stamp stamp) => task.Rule == Terms.BroughtForward.Rule ? BroughtForward(on, stamp) : [];

    Deadline OpenTask(int number) => Tasks.FirstOrDefault(t => t.Number == number) ?? throw new RuleBroken(new Refusal("invalid", "There is no such open task on this case. It may have been done or dropped meanwhile", "task"));

    /// <summary>The date of ours that keeps the case from being put away until a day: the first that is due before it. Null: nothing does.</summary>
    /// <param name="but">A date that does not count: the one that is being moved.</param>
    public Deadline? DueBefore(DateOnly day, Deadline? but = null) =>
        _deadlines.Where(d => d != but && IsOurs(d) && !IsAutomatic(d) && !d.IsPaused && d.InternalDue < day).MinBy(d => d.InternalDue);

    IEnumerable<Refusal> FaultsOfParking(DateOnly day, Deadline? but = null)
    {
        if (DueBefore(day, but) is { } first) yield return new("rule", $"“{first.Name}” is due on {London.Words(first.InternalDue)}, before that day. Bring the case back by then, or set a task instead", "until");
    }

    static IEnumerable<Refusal> FaultsOf(string? text, string field, string missing)
    {
        if (string.IsNullOrWhiteSpace(text)) yield return new("missing", missing, field);
        else if (text.Trim().Length > TaskLimit) yield return new("invalid", $"This must be {TaskLimit} characters or fewer; it has {text.Trim().Length}", field);
    }

    static IEnumerable<Refusal> FaultsOf(DateOnly? day, DateOnly first, string field, string missing, Occasion on)
    {
        if (day is null) yield return new("missing", missing, field);
        else if (day < first) yield return new("invalid", $"The day must be {London.Words(first)} or later", field);
        else if (day > on.Today.AddYears(TaskYears)) yield return new("invalid", $"The day must be {London.Words(on.Today.AddYears(TaskYears))} or earlier", field);
    }

    IEnumerable<Refusal> FaultsOf(Person? person) => person is null ? [] : WhyNoTaskFor(person).Select(why => new Refusal("rule", why, "for"));

    static void Refuse(IReadOnlyList<Refusal> faults)
    {
        if (faults.Count > 0) throw new RuleBroken(faults);
    }
}
