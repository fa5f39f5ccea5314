using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Meetings;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Diary;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>What stands in the diaries of an invented section: a few tasks and cases put away, and the meetings of some weeks.</summary>
sealed class SeedDiary(IReadOnlyList<Person> people, ReferenceData reference, Dice dice, DateTimeOffset now)
{
    readonly List<(DateTimeOffset, Func<TrailEntry>)> _entries = [];
    readonly List<Meeting> _meetings = [];
    readonly DateOnly _today = London.Day(now);
    readonly WorkCalendar _days = reference.Book.Days.EnglandAndWales;

    public IReadOnlyList<(DateTimeOffset At, Func<TrailEntry> Entry)> Entries => _entries;
    public IReadOnlyList<Meeting> Meetings => _meetings;

    /// <summary>The cases with the tasks that their owners have set.</summary>
    public List<Played> Set(IReadOnlyList<Played> cases) => [.. cases.Select(c => c.File is { IsOpen: true, AssigneeId: not null } && dice.Chance(Assumed.Tasks + Assumed.PutAway) ? c with { Events = [.. c.Events, .. SetOn(c.File)] } : c)];

    IReadOnlyList<CaseEvent> SetOn(CaseFile file)
    {
        var owner = people.First(p => p.Id == file.AssigneeId);
        var on = On(owner, now.AddMinutes(-dice.Between(30, 300)));
        var colleague = dice.Chance(0.3) ? dice.Pick([.. people.Where(p => !file.WhyNoTaskFor(p).Any())]) : null;
        var day = _days.OnOrAfter(_today.AddDays(dice.Between(0, 14)));
        if (file.OpenedAt > on.At || file.StateSince > on.At || owner.AwayOn(_today) is not null) return [];
        if (!dice.Chance(Assumed.PutAway / (Assumed.Tasks + Assumed.PutAway))) return file.SetTask(Sentences.Task(dice), day, colleague, dice.Chance(0.1) ? Recurrence.Weekly : null, on);
        return day <= _today || file.DueBefore(day) is not null ? [] : file.BringForward(Sentences.PutAway(dice), day, dice.Chance(0.5) ? Awaited.Find("document") : null, null, null, on);
    }

    /// <summary>Meetings of a team: last week's, and those ahead.</summary>
    public void Meet(string team)
    {
        var able = people.Where(p => p.Team == team && p.Grade.DoesCasework).ToList();
        for (var day = _today.AddDays(-7); day <= _today.AddDays(42); day = day.AddDays(1))
        {
            if (!_days.IsWorkingDay(day)) continue;
            for (var n = dice.Between(0, 2); n > 0; n--)
            {
                var recorder = dice.Pick(able);
                List<Person> with = [.. Enumerable.Range(0, dice.Between(1, 3)).Select(_ => dice.Pick(able)).Distinct()];
                var on = On(recorder, now.AddDays(-dice.Between(8, 20)));
                var kind = dice.Pick(Meeting.Kinds.Skip(1).ToList());
                var meeting = Meeting.Record(team, new(kind, Sentences.Meeting(dice), dice.Chance(0.5) ? "By video" : $"{dice.Pick(Words.Towns)}", London.At(day, new TimeOnly(dice.Between(9, 15), dice.Chance(0.5) ? 0 : 30)).ToUniversalTime(), dice.Pick([30, 60, 60, 90]), with, null), on);
                _meetings.Add(meeting);
                _entries.Add((on.At, () => MeetingDesk.Of(MeetingDesk.Recorded, meeting, MeetingDesk.Told(meeting), on)));
            }
        }
    }

    Occasion On(Person by, DateTimeOffset at) => new(Actor.Of(by, reference.Matrix), DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), reference.Book);
}
