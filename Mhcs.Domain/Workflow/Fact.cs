using System.Runtime.CompilerServices;

namespace Mhcs.Domain.Workflow;

/// <summary>How a fact is asked for and stored.</summary>
public enum FactKind { Text, LongText, Date, DateTime, YesNo, Confirmation, Choice, Number, Hospital, Prison }

/// <summary>When a date may lie, seen from the day it is recorded.</summary>
public enum When { Any, NotAfterToday, NotBeforeToday }

/// <summary>Something a step records: its question, its form and its bounds. One definition drives the form, the check, the record and the letters.</summary>
public sealed record Fact(string Key, string Label, FactKind Kind)
{
    public string? Hint { get; init; }
    /// <summary>The words to choose from; the chosen word itself is stored.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];
    public bool IsOptional { get; init; }
    public When When { get; init; }
    /// <summary>Days for which the fact may be relied on after it was recorded, or after the date it holds; null: it does not age.</summary>
    public int? GoodForDays { get; init; }
    /// <summary>Describes violence or distress: folded on screens behind a plain description.</summary>
    public bool IsDisturbing { get; init; }
    /// <summary>Somebody else clears it as it stands: it is changed only where a step of the case writes it, so that it is cleared again.</summary>
    public bool IsCleared { get; init; }
    /// <summary>Longest text accepted, in characters: of a whole letter more than of a paragraph.</summary>
    public int MaxLength { get => field > 0 ? field : Kind == FactKind.LongText ? 4000 : 200; init; }

    public Fact Optional => this with { IsOptional = true };

    public static Fact Text(string label, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.Text);
    public static Fact LongText(string label, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.LongText);
    public static Fact Date(string label, When when = When.Any, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.Date) { When = when };
    public static Fact DateTime(string label, When when = When.Any, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.DateTime) { When = when };
    public static Fact YesNo(string label, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.YesNo);
    /// <summary>A box that must be ticked: "I have checked that …".</summary>
    public static Fact Confirmation(string label, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.Confirmation);
    public static Fact Choice(string label, IReadOnlyList<string> options, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.Choice) { Options = options };
    public static Fact Number(string label, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.Number);
    public static Fact Hospital(string label, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.Hospital);
    public static Fact Prison(string label, [CallerMemberName] string key = "") => new(Camel(key), label, FactKind.Prison);

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
