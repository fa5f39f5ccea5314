using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Quality;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>A sample each fortnight of the last half year, drawn and assessed by the rules: about ninety cases a team in the last ninety days. The newest is still to be assessed in part.</summary>
sealed class SeedQuality(IReadOnlyList<Person> people, ReferenceData reference, Dice dice, DateTimeOffset now)
{
    readonly OfficeHours _office = new(reference.Book.Days.EnglandAndWales, dice);
    readonly List<(DateTimeOffset, Func<TrailEntry>)> _entries = [];

    public IReadOnlyList<(DateTimeOffset At, Func<TrailEntry> Entry)> Entries => _entries;

    public List<QualitySample> Play(string team, IReadOnlyList<Played> cases)
    {
        HashSet<(CaseReference, DateTimeOffset)> sampled = [];
        List<QualitySample> samples = [];
        var today = London.Day(now);
        for (var back = Assumed.SampledDays; back >= 0; back -= Assumed.SampleEvery)
        {
            var at = _office.On(today.AddDays(-back));
            if (at > now || Team(team, Grade.DeputyHead) is not [var deputy, ..]) continue;
            var (from, to) = (London.Day(at).AddDays(-60), London.Day(at).AddDays(-1));
            var frame = cases.Where(c => c.File.Team == team && !c.File.Restricted).Select(c => Decided(c, from, to)).OfType<DecidedCase>().Where(c => !sampled.Contains((c.Reference, c.DecidedAt))).ToList();
            if (frame.Count == 0) continue;
            var sample = QualitySample.Draw(team, from, to, Assumed.SampleSize, dice.Below(int.MaxValue), frame, On(deputy, at));
            sampled.UnionWith(sample.Assessments.Select(a => (a.Reference, a.DecidedAt)));
            samples.Add(sample);
            _entries.Add((at, () => QualityTrail.Of(sample)));
            foreach (var assessment in sample.Assessments) Assess(assessment, at);
        }
        return samples;
    }

    void Assess(Assessment assessment, DateTimeOffset drawn)
    {
        var at = _office.After(drawn, London.Day(drawn).AddDays(dice.Between(1, Assumed.AssessedWithin)));
        var able = Team(assessment.Team, Grade.DeputyHead).Concat(Team(assessment.Team, Grade.HeadOfTeam)).Concat(people.Where(p => p.Grade == Grade.HeadOfSection)).Where(p => assessment.WhyNot(On(p, at).By) is null).ToList();
        if (at > now || able is not [var assessor, ..]) return;
        // Faults come together: most cases are sound all through, some are weak in many ways.
        var sound = dice.Chance(Assumed.SoundCases);
        var marks = reference.Criteria.On(London.Day(at)).All.Select(criterion => Mark(criterion, sound)).ToList();
        assessment.Assess(reference.Criteria.On(London.Day(at)), marks, dice.Chance(Assumed.CriticalFails) ? dice.Pick(Enum.GetValues<CriticalFail>()) : null,
            marks.Any(m => m.Score < Criteria.Standard) ? Sentences.Coaching(dice) : null, On(assessor, at));
        _entries.Add((at, () => QualityTrail.Of(assessment)));
        var answered = _office.After(at, London.Day(at).AddDays(dice.Between(1, 5)));
        if (assessment.Result == QualityResult.Meets || answered > now || !dice.Chance(Assumed.Replies) || people.FirstOrDefault(p => p.Id == assessment.Caseworker) is not { } caseworker) return;
        assessment.Answer(Sentences.Reply(dice), On(caseworker, answered));
        _entries.Add((answered, () => QualityTrail.ReplyTo(assessment, caseworker.Id)));
    }

    Mark Mark(Criterion criterion, bool sound)
    {
        if (criterion.Key is "victims" or "letter" && dice.Chance(0.4)) return new(criterion.Key, null, null);
        var score = dice.Chance(sound ? Assumed.MeetsStandardInSound : Assumed.MeetsStandard(criterion.Key)) ? dice.Between(2, 3) : dice.Chance(0.1) ? 0 : 1;
        return new(criterion.Key, score, score < Criteria.Standard ? Sentences.Shortfall(dice) : null);
    }

    static DecidedCase? Decided(Played played, DateOnly from, DateOnly to) => DecidedCase.Of(played.File.Reference, AllCaseTypes.Get(played.File.TypeKey), played.File.AssigneeId,
        [.. played.Events.OfType<StepTaken>()], London.At(from, TimeOnly.MinValue), London.At(to.AddDays(1), TimeOnly.MinValue));

    IReadOnlyList<Person> Team(string team, Grade grade) => [.. people.Where(p => p.Team == team && p.Grade == grade)];

    Occasion On(Person by, DateTimeOffset at) => new(Actor.Of(by, reference.Matrix), DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), reference.Book);
}
