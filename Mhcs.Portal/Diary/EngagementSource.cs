using Mhcs.Domain.Engagement;
using Mhcs.Domain.People;
using Mhcs.Portal.Engagement;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>Visits, open days and training of the team and of the section, and contacts to follow up.</summary>
sealed class EngagementSource : IDiarySource
{
    public async Task<IReadOnlyList<DiaryItem>> Read(DiaryAsk ask, CancellationToken ct = default)
    {
        var events = await ask.Db.TeamEvents.AsNoTracking().Where(e => e.On >= ask.From && e.On <= ask.To && (e.Team == ask.Team || e.Team == null)).ToListAsync(ct);
        // What somebody above the teams has to follow up is in no team's diary, but in their own.
        var own = ask.People ?? [];
        var contacts = await ask.Db.Contacts.AsNoTracking().SeenBy(ask.On.By, ask.Db).Where(c => c.IsOpen && (c.Team == ask.Team || (c.Team == null && own.Contains(c.By))) && c.FollowUpOn >= ask.From && c.FollowUpOn <= ask.To).ToListAsync(ct);
        IEnumerable<DiaryItem> all =
        [
            .. events.Select(e => new DiaryItem($"event-{e.Id}", DiaryKind.Engagement, e.On, $"{e.Kind.Label}: {e.Title}", $"/engagement/events/{e.Id}", Staff(e)) { More = e.CancelledAt is null ? e.Where : "Cancelled", IsCancelled = e.CancelledAt is not null }),
            // With whom stands in the log: a title goes into calendars outside.
            .. contacts.Select(c => new DiaryItem($"contact-{c.Id}", DiaryKind.Engagement, c.FollowUpOn!.Value, $"Follow up: {c.Kind.Label.ToLowerInvariant()}", "/engagement?view=follow-up", [c.By])),
        ];
        return [.. all.Where(i => ask.People is null || i.Whose.Any(ask.People.Contains))];
    }

    static IReadOnlyList<PersonId> Staff(TeamEvent planned) => [.. planned.Attendees.Select(a => a.Person).OfType<PersonId>().Append(planned.OrganisedBy).Distinct()];
}
