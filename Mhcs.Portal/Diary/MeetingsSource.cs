using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>Meetings put in by hand, cancelled ones too. One about a case is there for whoever sees the case.</summary>
sealed class MeetingsSource : IDiarySource
{
    public async Task<IReadOnlyList<DiaryItem>> Read(DiaryAsk ask, CancellationToken ct = default)
    {
        var (from, to) = (London.At(ask.From, TimeOnly.MinValue), London.At(ask.To.AddDays(1), TimeOnly.MinValue));
        var seen = ask.Db.Cases.AsNoTracking().SeenBy(ask.On.By);
        var meetings = await ask.Db.Meetings.AsNoTracking().Seen(ask.Db, ask.On.By).Where(m => m.Team == ask.Team && m.At >= from && m.At < to).OrderBy(m => m.At).ToListAsync(ct);
        var references = meetings.Select(m => m.Case).OfType<Domain.Cases.CaseReference>().ToList();
        var patients = references.Count == 0 ? [] : await seen.Where(c => references.Contains(c.Reference)).Select(c => new { c.Reference, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).ToDictionaryAsync(c => c.Reference, c => c.Patient, ct);
        return [.. meetings.Where(m => ask.People is null || m.With.Any(ask.People.Contains)).Select(m =>
            new DiaryItem($"meeting-{m.Id}", DiaryKind.Meeting, London.Day(m.At), $"{(m.Case is { } about ? $"{about} " : "")}{m.Kind}: {m.What}", m.Case is { } file ? $"/cases/{file}" : null, m.With)
            {
                Outside = m.Case is { } on ? $"{m.Kind}, {on}" : null, At = m.At, Until = m.Until, More = m.CancelledAt is null ? m.Where : $"Cancelled: {m.CancelledBecause}", Patient = m.Case is { } reference ? patients.GetValueOrDefault(reference) : null, IsCancelled = m.CancelledAt is not null, Meeting = m.Id,
            })];
    }
}
