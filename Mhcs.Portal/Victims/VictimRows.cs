using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Victims;

/// <summary>Keeps victims' records in step with cases, in the commit of the act: what the liaison has come to, and when the liaison officer was last told.</summary>
static class VictimRows
{
    public static Task Follow(PortalDb db, CaseFile file, IReadOnlyList<CaseEvent> events, Occasion on, CancellationToken ct) =>
        // A file that only changed hands was read without its dates.
        events.All(e => e is CaseAssigned) ? Task.CompletedTask
        : file.Type.IsProtected ? FollowLiaison(db, file, ct)
        : Told(db, file, [.. events.OfType<NoticeSent>().Where(e => KeyStages.Parties.Contains(e.Party))], on, ct);

    static async Task FollowLiaison(PortalDb db, CaseFile file, CancellationToken ct)
    {
        if (await db.Victims.FirstOrDefaultAsync(v => v.Case == file.Reference, ct) is { } victim) victim.Follow(file);
        else db.Victims.Add(Victim.Of(file));
    }

    static async Task Told(PortalDb db, CaseFile file, IReadOnlyList<NoticeSent> sent, Occasion on, CancellationToken ct)
    {
        if (sent.Count == 0) return;
        var victims = await db.Victims.Where(v => v.PatientNumber == file.PatientNumber).ToListAsync(ct);
        foreach (var stage in sent.Select(e => KeyStages.Of(file.Type, file.Notices.First(n => n.Number == e.Number))).OfType<KeyStage>())
            foreach (var victim in victims) victim.Informed(stage, on.Today);
    }
}
