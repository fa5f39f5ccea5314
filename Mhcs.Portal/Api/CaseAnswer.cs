using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Api;

/// <summary>A case as the API tells it: the file, its dates with how each was worked out, and what the caller can do next.</summary>
sealed record CaseAnswer(string Reference, int Version, string Type, string State, string StateLabel, string StateKind, string Team, CaseAnswer.PatientPart? Patient, string Title, string? Assignee, DateOnly ReceivedOn,
    DateTimeOffset OpenedAt, DateTimeOffset StateSince, DateTimeOffset? ClosedAt, bool Restricted, IReadOnlyList<string>? Named, IReadOnlyDictionary<string, CaseAnswer.FactPart> Facts,
    IReadOnlyList<CaseAnswer.DeadlinePart> Deadlines, IReadOnlyList<CaseAnswer.OfferPart> Offers, IReadOnlyList<CaseAnswer.NoticePart> Notices, IReadOnlyList<CaseAnswer.PaperPart> Papers)
{
    public sealed record PatientPart(string Number, string Surname, string Forenames, DateOnly BornOn, string? PpudReference, string Category, string? Hospital, bool HighProfile, bool VictimScheme);
    public sealed record FactPart(string Value, DateTimeOffset At, string? By);
    /// <param name="Due">The day to work to: a working day, never after the last day.</param>
    /// <param name="WorkedOut">The reasoning, a sentence each.</param>
    public sealed record DeadlinePart(int Number, string Rule, string Name, string Binding, bool Watch, DateOnly From, DateOnly LastDay, DateOnly Due, DateTimeOffset OverdueAt, string Standing,
        DateTimeOffset? MetAt, DateTimeOffset? MissedAt, DateTimeOffset? EndedAt, bool Paused, string Source, IReadOnlyList<DeadlinesApi.StepPart> WorkedOut);
    /// <param name="Open">Whether the caller can take it now, as far as can be known before its questions are answered.</param>
    public sealed record OfferPart(string Step, string Label, bool Open, IReadOnlyList<string> Reasons, IReadOnlyList<CaseTypesApi.AskRow> Asks);
    public sealed record NoticePart(int Number, string Party, string Label, string About, DateOnly? DueOn, DateTimeOffset? SentAt, string? How);
    public sealed record PaperPart(int Number, string Paper, string Label, int Version, DateTimeOffset? IssuedAt, string? DocumentId);

    public static CaseAnswer Of(CaseFile file, Occasion on, IReadOnlyDictionary<PersonId, Person> people)
    {
        string? Who(PersonId? id) => id is { } known ? people.GetValueOrDefault(known)?.UserName : null;
        return new(file.Reference.Value, file.Version, file.TypeKey, file.StateCode, file.State.Label, file.StateKind.ToString(), file.Team,
            file.Patient is { } p ? new(p.Number, p.Surname, p.Forenames, p.BornOn, p.PpudReference, p.Category.ToString(), p.Hospital, p.HighProfile, p.VictimScheme) : null, file.Title,
            Who(file.AssigneeId), file.ReceivedOn, file.OpenedAt, file.StateSince, file.ClosedAt, file.Restricted, file.Restricted ? [.. file.Named.Select(n => Who(n)).OfType<string>()] : null,
            file.Facts.Entries.ToDictionary(f => f.Key, f => new FactPart(f.Value.Value, f.Value.At, Who(f.Value.By)), StringComparer.Ordinal),
            [.. file.Deadlines.OrderBy(d => d.Number).Select(d => Part(d, on))],
            [.. file.Offers(on).Select(o => new OfferPart(o.Step.Code, o.Step.Label, o.IsOpen, [.. o.Reasons], [.. o.Move.Asks.Select(CaseTypesApi.AskRow.Of)]))],
            [.. file.Notices.OrderBy(n => n.Number).Select(n => new NoticePart(n.Number, n.Party, n.Label, n.About, n.DueOn, n.SentAt, n.How))],
            [.. file.Papers.OrderBy(p => p.Number).Select(p => new PaperPart(p.Number, p.Paper, p.Label, p.Version, p.IssuedAt, p.KeptDocument))]);
    }

    static DeadlinePart Part(Deadline d, Occasion on)
    {
        var worked = CaseFile.HowWorkedOut(d, on);
        return new(d.Number, d.Rule, d.Name, d.Binding.ToString(), d.Watch, d.From, d.LastDay, d.InternalDue, d.OverdueAt, d.StandingAt(on.At).ToString(), d.MetAt, d.MissedAt, d.EndedAt, d.IsPaused,
            worked.Term.Source, DeadlinesApi.StepPart.Of(worked));
    }
}
