using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Confidential;

/// <summary>Keeps a file that closed by itself open to those who go on with the patient, in the commit of the act.</summary>
static class GoingOn
{
    static readonly string[] Closing = [.. AllCaseTypes.All.Where(t => t.Moves.Any(m => m.Restricts)).Select(t => t.Key)];

    /// <summary>Closes the file where the step's row says so.</summary>
    public static async Task Close(CaseFile file, Move move, Writing writing, Staff staff, Occasion on, CancellationToken ct)
    {
        if (!move.Restricts) return;
        var owners = await writing.Db.Cases.Where(c => c.PatientNumber == file.PatientNumber && c.ClosedAt == null).Select(c => c.AssigneeId).Distinct().ToListAsync(ct);
        writing.Record(file.RestrictAfter(move, await staff.Of(file.Team, ct), owners.OfType<Domain.People.PersonId>(), on).Select(e => TrailEntry.Of(file, e)));
    }

    /// <summary>Whoever has been given another case of the patient is named on such a file, where whoever gave it to them may see it.</summary>
    public static async Task LetIn(IEnumerable<CaseFile> given, Writing writing, Func<IReadOnlyList<CaseReference>, Task<Dictionary<CaseReference, CaseFile>>> whole, Occasion on, List<FeedSignal> signals, CancellationToken ct)
    {
        var others = given.Where(c => c is { PatientNumber: not null, AssigneeId: not null, Type.IsProtected: false }).ToLookup(c => c.PatientNumber);
        if (others.Count == 0) return;
        var patients = others.Select(g => g.Key).ToList();
        var closed = await writing.Db.Cases.Where(c => c.Restricted && c.ClosedAt == null && Closing.Contains(c.TypeKey) && patients.Contains(c.PatientNumber)).Select(c => c.Reference).ToListAsync(ct);
        if (closed.Count == 0) return;
        foreach (var file in (await whole(closed)).Values)
            foreach (var other in others[file.PatientNumber].Where(o => o.Id != file.Id && on.By.MayAssign(file, o.AssigneeId).Granted))
            {
                var events = file.LetIn(other.AssigneeId!.Value, $"Was given {other.Reference}", on);
                writing.Record(events.Select(e => TrailEntry.Of(file, e)));
                if (events.Count > 0) signals.Add(new(FeedSignal.Cases, file.Team, file.Reference.Value));
            }
    }
}
