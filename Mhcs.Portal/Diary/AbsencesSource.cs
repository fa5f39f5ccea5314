using Mhcs.Portal.People;

namespace Mhcs.Portal.Diary;

/// <summary>Who is away, a line a day. Why is nobody's business here.</summary>
sealed class AbsencesSource(Staff staff) : IDiarySource
{
    public async Task<IReadOnlyList<DiaryItem>> Read(DiaryAsk ask, CancellationToken ct = default) =>
    [
        .. from person in await staff.Of(ask.Team, ct)
           where ask.People is null || ask.People.Contains(person.Id)
           from absence in person.Absences.Where(a => a.Meets(ask.From, ask.To))
           from day in Enumerable.Range(0, ask.To.DayNumber - ask.From.DayNumber + 1).Select(ask.From.AddDays)
           where absence.HoldsOn(day)
           select new DiaryItem($"away-{absence.Id}-{day:yyyyMMdd}", DiaryKind.Absence, day, $"{person.Name} away", null, [person.Id]) { More = $"Until {absence.To:d MMMM}" },
    ];
}
