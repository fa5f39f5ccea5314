using Mhcs.Domain.Amendments;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Admin;

namespace Mhcs.Portal.Documents.Library;

/// <summary>A step that issues a paper, with the kind of case it belongs to.</summary>
public sealed record IssuedBy(CaseType Type, string Step);

/// <summary>A paper as the library lists it.</summary>
/// <param name="Waiting">A new text waits for approval.</param>
public sealed record TemplateRow(Paper Paper, int Version, IReadOnlyList<IssuedBy> Steps, bool Waiting);

/// <summary>One paper: the text in force, every earlier one, and what waits.</summary>
public sealed record TemplateView(Paper Paper, TemplateInForce Now, IReadOnlyList<IssuedBy> Steps, IReadOnlyList<TemplateVersion> Versions, AmendmentsPage Amendments);

/// <summary>A text that was approved, or shipped.</summary>
/// <param name="From">When it began to count; null for the one that ships with the program.</param>
public sealed record TemplateVersion(int Number, string Text, DateTimeOffset? From, string By, string Why);

/// <summary>The library of texts, read for a page.</summary>
public sealed class TemplatesQuery(AmendmentsQuery amendments, TemplateLibrary library)
{
    public async Task<(IReadOnlyList<TemplateRow> Rows, AmendmentsPage Amendments)> All(PersonId me, CancellationToken ct = default)
    {
        var page = await amendments.For(me, AmendmentSubject.Template, ct);
        var waiting = page.Waiting.Select(r => r.Amendment.Key).ToHashSet(StringComparer.Ordinal);
        return ([.. Papers.All.OrderBy(p => p.Label, StringComparer.Ordinal).Select(p => new TemplateRow(p, library.Of(p).Version, StepsOf(p), waiting.Contains(p.Key)))], page);
    }

    public async Task<TemplateView?> Of(string key, PersonId me, CancellationToken ct = default)
    {
        if (Papers.All.FirstOrDefault(p => p.Key == key) is not { } paper) return null;
        var page = await amendments.For(me, AmendmentSubject.Template, ct);
        var decided = page.Decided.Where(r => r.Amendment.Key == key).ToList();
        return new(paper, library.Of(paper), StepsOf(paper),
        [
            .. decided.Where(r => r.Amendment.InForceFrom is not null).OrderByDescending(r => r.Amendment.Version)
                .Select(r => new TemplateVersion(r.Amendment.Version!.Value, r.Amendment.Text!, r.Amendment.InForceFrom, $"{r.ProposedBy}, approved by {r.DecidedBy}", r.Amendment.Reason)),
            new(1, PaperTemplate.TextOf(paper), null, "Ships with the portal", ""),
        ], page with { Waiting = [.. page.Waiting.Where(r => r.Amendment.Key == key)], Decided = decided });
    }

    static IReadOnlyList<IssuedBy> StepsOf(Paper paper) =>
        [.. AllCaseTypes.All.SelectMany(t => t.Moves.Where(m => m.Issues.Contains(paper)).Select(m => new IssuedBy(t, m.Step.Label))).Distinct()];
}
