using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Cases;

/// <summary>A case that waits for a decision or a signature which is somebody's today.</summary>
/// <param name="Decisions">The steps that are theirs to decide, and open now.</param>
/// <param name="ToSign">Warrants that a step has raised and no signature stands on.</param>
/// <param name="ActingFor">"You act for B. Rookwood, deputy head"; null where it is their own post that decides.</param>
public sealed record DecisionRow(CaseFile File, IReadOnlyList<Step> Decisions, IReadOnlyList<CasePaper> ToSign, string? ActingFor);

/// <summary>Cases that wait for a decision or a signature by this person, under their own post or one they cover.</summary>
public sealed class DecisionsQuery(DecidingCases deciding, Occasions occasions)
{
    // Time opens and closes steps; a count in a menu may be this late in hearing of it.
    static readonly TimeSpan Lasting = TimeSpan.FromMinutes(1);
    readonly ConcurrentDictionary<string, (IReadOnlyList<CaseFile> Files, DateTimeOffset At, int Count)> _counted = new(StringComparer.Ordinal);
    readonly ConditionalWeakTable<CaseFile, ConcurrentDictionary<string, (DateTimeOffset At, bool IsTheirs)>> _judged = [];

    /// <summary>Soonest date first; those without a date last, the longest waiting first.</summary>
    public async Task<(IReadOnlyList<DecisionRow> Rows, DateTimeOffset At)?> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        return ([.. (await deciding.Now(ct)).Where(on.By.Sees).Select(file => Row(file, on)).OfType<DecisionRow>()], on.At);
    }

    /// <summary>How many: asked with every page and after every change, so each unchanged file is judged once a minute for each set of posts.</summary>
    public async Task<int> Count(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return 0;
        var posts = string.Join(' ', on.By.Posts.Select(p => $"{p.Holder}{p.Grade}{p.Team}").Prepend($"{me}"));
        var files = await deciding.Now(ct);
        if (_counted.TryGetValue(posts, out var last) && last.Files == files && on.At - last.At < Lasting) return last.Count;
        var count = files.Count(file => _judged.GetOrCreateValue(file).AddOrUpdate(posts, _ => Judge(file), (_, before) => on.At - before.At < Lasting ? before : Judge(file)).IsTheirs);
        _counted[posts] = (files, on.At, count);
        return count;

        (DateTimeOffset At, bool IsTheirs) Judge(CaseFile file) => (on.At, on.By.Sees(file) && Row(file, on) is not null);
    }

    static DecisionRow? Row(CaseFile file, Occasion on)
    {
        // Whoever recommended does not decide: the file refuses it, so it is not theirs to do.
        var decides = file.StateKind == StateKind.Deciding && !(file.Facts.Entry(Facts.Recommendation)?.IsBy(on.By.Id) == true && NeedsSomebodyElse(file));
        var concern = ConditionalDischarge.ConcernWaits(file);
        var mine = !decides && !concern ? [] : file.Offers(on).Where(o => o.Move.By.IsDecision && o.IsOpen && (decides || o.Move.By == Authorities.ReportConcern)).DistinctBy(o => o.Step.Code).ToList();
        var toSign = file.HoldsLetters ? [] : file.Papers.Where(p => p.IssuedAt is null && !file.IsSigned(p, on)).Select(p => (Paper: p, By: on.By.May(Papers.Get(p.Paper).SignedBy!, file))).Where(p => p.By.Granted).ToList();
        return mine.Count + toSign.Count == 0 ? null
            : new(file, [.. mine.Select(o => o.Step)], [.. toSign.Select(p => p.Paper)], mine.Select(o => o.Entitlement).Concat(toSign.Select(p => p.By)).First() is { ActingFor: not null } lent ? lent.Reason : null);
    }

    static bool NeedsSomebodyElse(CaseFile file) =>
        CaseMachine.Permitted(file.Type, file.State).Any(m => m.By.IsDecision && m.Needs.Any(r => r.Because == "Somebody else recommended"));
}
