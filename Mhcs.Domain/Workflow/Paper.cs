using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Workflow;

public enum PaperKind { Warrant, Letter, Reference }

/// <summary>A warrant, letter or reference that a step issues from a template of the same key.</summary>
/// <param name="Uses">Facts merged into the text. The pre-flight refuses while one is missing or stale.</param>
public sealed record Paper(string Key, string Label, PaperKind Kind, IReadOnlyList<Fact> Uses)
{
    /// <summary>Who it goes to, as printed.</summary>
    public required string To { get; init; }

    /// <summary>Days within which the same letter on the same case goes out a second time only with a reason (design figure; no source gives one).</summary>
    public const int SameLetterDays = 7;

    /// <summary>The decision of whoever signs it before it may be issued; null: the officer who issues it signs the print.</summary>
    public Authority? SignedBy { get; init; }
    /// <summary>Whether its head names the patient. What goes to a third party names nobody: that somebody is a patient is itself confidential.</summary>
    public bool NamesPatient { get; init; } = true;

    /// <summary>What the text uses, each present and fresh, or what is wrong with it. A fact counts as stale once its own day, or the day it was recorded, lies further back than it is good for.</summary>
    public IEnumerable<PreFlightLine> PreFlight(CaseFile file, Occasion on)
    {
        if (NamesPatient && file.Patient is { } patient)
        {
            yield return new("Patient", $"{patient.Name}, {patient.Number}", null, null);
            yield return new("Born", London.Words(patient.BornOn), null, null);
        }
        foreach (var fact in Uses)
            yield return new(fact.Label, file.Facts.Text(fact), Problem(fact, file.Facts, on.Today), fact);
        foreach (var line in on.Texts?.Of(this, file, file.Facts).Particulars ?? []) yield return line;
    }

    static string? Problem(Fact fact, FactSheet facts, DateOnly today)
    {
        if (facts.Entry(fact) is not { } entry) return fact.IsOptional ? null : $"{fact.Label} is not recorded";
        return facts.IsStale(fact, today) ? $"{fact.Label} is stale: {London.Words(facts.Date(fact) ?? London.Day(entry.At))} is more than {fact.GoodForDays} days ago. Record it afresh" : null;
    }
}

/// <summary>One line of a pre-flight: what the paper will say, and what is wrong with it, if anything.</summary>
public sealed record PreFlightLine(string Label, string? Value, string? Problem, Fact? Fact);
