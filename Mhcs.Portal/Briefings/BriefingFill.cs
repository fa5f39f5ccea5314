using Mhcs.Domain.Briefings;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Briefings;

/// <summary>What a case has to say in each part of a briefing, from its record alone. What only a person can write is asked for in square brackets.</summary>
static class BriefingFill
{
    public static IReadOnlyList<BriefingSection> Of(CaseView view, BriefingKind kind) =>
        [.. BriefingTemplate.Sections.Select(s => (s.Key, s.Title, Text: Text(s.Key, view, kind))).Select(s => new BriefingSection(s.Key, s.Title, s.Text) { Filled = s.Text })];

    public static IReadOnlyList<BriefingSection> Afresh(Briefing briefing, CaseView view) => [.. briefing.Sections.Select(s => s.FilledAfresh(Text(s.Key, view, briefing.Kind)))];

    /// <summary>The text of a submission that a private office has asked for, as far as the record can write it.</summary>
    public static string Submission(CaseView view)
    {
        (string Title, string Text)[] parts =
        [
            ("Purpose", Lines("[Say what the minister is asked to decide or to note.]", view.File.Facts.Text(Mhcs.Domain.CaseTypes.Facts.CommissionAsks) is { } asked ? $"Asked for: {asked}" : null)),
            ("Background", view.File.Patient is { } patient ? Who(patient) : "It is about nobody on our books. [Say how the question arose.]"),
            ("Facts and risk", Lines(view.File.Patient?.MappaLevel is { } level ? $"Multi-agency public protection arrangements, level {level}." : null, view.File.HighProfile ? "The patient is high profile." : null, "[Say what is known, from which record, and what the risk is.]")),
            ("Options", "[Each option, with what speaks for and against it.]"),
            ("Recommendation", "[One of the options, and why.]"),
            ("Lines to take", Text("lines", view, BriefingKind.Submission)),
            .. view.File.Patient is null ? Array.Empty<(string, string)>() : [("Victims", Victims(view))],
        ];
        return string.Join("\n\n", parts.Select(p => $"{p.Title}\n{p.Text}"));
    }

    static string Who(Patient patient) => Lines(
        $"{patient.Forenames} {patient.Surname}, born {FactWords.Day(patient.BornOn)}, {patient.Number}. {patient.Category.Label}{(patient.CategorySince is { } since ? $" since {FactWords.Day(since)}" : "")}.",
        patient.Hospital is { } hospital ? $"In {hospital}." : patient.Residence is { } home ? $"Lives at {home}." : null);

    static string Text(string section, CaseView view, BriefingKind kind) => section switch
    {
        "purpose" => Purpose(view, kind),
        "background" => Background(view),
        "facts" => Facts(view, disturbing: false),
        BriefingTemplate.Risk => Risk(view),
        "options" => Options(view),
        "recommendation" => view.File.Facts.Text(Mhcs.Domain.CaseTypes.Facts.Recommendation) is { } recommended ? $"The caseworker recommends: {recommended}" : "[Say which option, and why.]",
        "lines" => "We do not comment on individual patients. Decisions about restricted patients are taken under the Mental Health Act 1983 on the evidence, with the protection of the public in mind.",
        "victims" => Victims(view),
        _ => Sources(view),
    };

    static string Purpose(CaseView view, BriefingKind kind)
    {
        var by = view.File is { NextDueOn: { } due, NextName: { } name } ? $" The next date is {FactWords.Day(due)} ({name})." : "";
        return kind == BriefingKind.Submission
            ? $"You are asked to decide on {view.File.Reference}, {view.File.Type.Label.ToLowerInvariant()}.{by} [Say what is decided, and by when.]"
            : $"To note where {view.File.Reference}, {view.File.Type.Label.ToLowerInvariant()}, stands: {view.File.State.Label}.{by}";
    }

    static string Background(CaseView view)
    {
        var (file, patient) = (view.File, view.File.Patient);
        return Lines(patient is null ? $"{file.Title}." : Who(patient),
            $"The case was received on {FactWords.Day(file.ReceivedOn)} and has been “{file.State.Label}” since {FactWords.Day(London.Day(file.StateSince))}.", file.Type.Law);
    }

    static string Facts(CaseView view, bool disturbing) => Lines([.. view.File.Type.AllFacts.Where(f => f.IsDisturbing == disturbing && view.File.Facts.Has(f))
        .Select(f => $"{f.Label}: {FactWords.Of(f, view.File.Facts.Text(f)!)} (recorded {FactWords.Day(London.Day(view.File.Facts.Entry(f)!.At))})")]) is { Length: > 0 } facts ? facts : "Nothing is recorded yet.";

    static string Risk(CaseView view) => Lines(
        view.File.Patient?.IndexOffence is { } offence ? $"Index offence: {offence}" : null, view.File.Patient?.MappaLevel is { } level ? $"MAPPA level {level}." : null,
        view.File.HighProfile ? "The patient is high profile." : null, view.File.Type.AllFacts.Any(f => f.IsDisturbing && view.File.Facts.Has(f)) ? Facts(view, disturbing: true) : null,
        "[Say to whom there is a risk, of what, how likely, and what holds it.]");

    static string Options(CaseView view) => Lines([.. view.File.Offers(view.On).Where(o => o.Move.By != Authority.Clock).DistinctBy(o => o.Step.Code)
        .Select((o, n) => $"{n + 1}. {o.Step.Label}{(o.Move.From == o.Move.To ? "" : $": the case would be “{o.Move.To.Label}”")}. [For and against.]")]) is { Length: > 0 } ways ? ways : "No step is open.";

    static string Victims(CaseView view) => Lines(
        view.File.VictimScheme ? "A victim is in the contact scheme; the liaison officer has to be told of each decision." : "Nobody is in the victim contact scheme.",
        view.File.Notices.Any(n => n.Party == Parties.VictimLiaison.Key)
            ? Lines([.. view.File.Notices.Where(n => n.Party == Parties.VictimLiaison.Key).Select(n => $"{n.Label}, about “{n.About}”: {(n.SentAt is { } at ? $"told on {FactWords.Day(London.Day(at))}" : "not told yet")}.")]) : null);

    static string Sources(CaseView view) => Lines([$"The record of {view.File.Reference} as of {FactWords.Moment(view.On.At)}.", .. view.Documents.OrderByDescending(d => d.At).Take(20).Select(d => $"{d.Name}{(d.Version > 1 ? $", version {d.Version}" : "")}, {FactWords.Day(London.Day(d.At))}.")]);

    static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l)));
}
