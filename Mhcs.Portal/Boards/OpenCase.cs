using System.Collections.Immutable;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;

namespace Mhcs.Portal.Boards;

/// <summary>An open case as boards need it, read once for all of them. Who may see it is asked afterwards.</summary>
public sealed record OpenCase(int Id, CaseReference Reference, int Version, string Team, string TypeKey, string StateCode, PersonId? Holder, string? PatientNumber, string Patient,
    DateOnly? DueOn, DateTimeOffset? OverdueAt, string? DueName, DateOnly? ParkedUntil, int Weight, bool HighProfile, bool Victims, bool Restricted, string NamedIds, DateOnly ReceivedOn)
{
    /// <summary>Asked for by every list and count: found out once.</summary>
    public StateKind Kind { get; } = AllCaseTypes.Get(TypeKey).State(StateCode).Kind;
    public string Type => AllCaseTypes.Get(TypeKey).Label;
    public string State => AllCaseTypes.Get(TypeKey).State(StateCode).Label;

    /// <summary>The people who may see it, where it is restricted.</summary>
    public IReadOnlyCollection<PersonId> Named => [.. NamedIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(int.Parse(id)))];

    /// <summary>Most urgent first; what has no date, last.</summary>
    public (DateOnly, DateTimeOffset, int) Urgency => (DueOn ?? DateOnly.MaxValue, OverdueAt ?? DateTimeOffset.MaxValue, Id);

    public Unplaced ToPlace() => new(Reference, Team, PatientNumber, Weight, DueOn, Restricted, Named);
}

/// <summary>What last happened to a case.</summary>
public sealed record Touch(DateTimeOffset At, PersonId By, string Kind);

/// <summary>The open cases of a team as they stood at one entry of the trail, and what has happened to cases since the reading began.</summary>
public sealed record TeamCases(string Team, long Seq, IReadOnlyDictionary<int, OpenCase> Open, IReadOnlyDictionary<int, Touch> Touched)
{
    readonly IReadOnlyList<OpenCase> _restricted = [.. Open.Values.Where(c => c.Restricted)];

    /// <summary>What is not there for somebody who sees the team.</summary>
    public IReadOnlySet<int> HiddenFrom(Actor actor)
    {
        var closed = (actor.Person.ConflictedWith.Any() ? Open.Values : _restricted).Where(c => actor.IsClosed(c.Reference, c.PatientNumber, c.Restricted, c.Restricted ? c.Named : []));
        return closed.Select(c => c.Id).ToImmutableHashSet();
    }
}
