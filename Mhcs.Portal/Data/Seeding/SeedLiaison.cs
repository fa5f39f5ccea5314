using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Plays cases of liaison with victims step by step to where they are to stand, beside whatever else goes on with the patient.</summary>
sealed class SeedLiaison(SeedStaff staff, ReferenceBook book, Dice dice, References references, DateTimeOffset now)
{
    /// <summary>A step and the days before it.</summary>
    sealed record Turn(string Step, int Least, int Most);

    static readonly Turn Refer = new("refer-to-the-scheme", 2, 6), Officer = new("record-the-liaison-officer", 3, 8), Contact = new("record-the-first-contact", 4, 9), In = new("opt-in", 2, 8), Out = new("opt-out", 2, 8),
                         Ask = new("record-what-they-ask-for", 1, 3), Again = new("ask-whether-anything-has-changed", 140, 175), Invite = new("invite-representations", 20, 120),
                         Came = new("record-the-representations", 3, 9), Heard = new("record-that-they-were-considered", 1, 3), End = new("end-case", 20, 150), Without = new("record-that-the-scheme-does-not-apply", 1, 4);
    static readonly Turn[] InTouch = [Refer, Officer, Contact];

    readonly OfficeHours _office = new(book.Days.EnglandAndWales, dice);
    readonly DateOnly _today = London.Day(now);

    public IReadOnlyList<Played> Play(IReadOnlyList<Life> list)
    {
        var known = list.Where(l => l.Standing.VictimScheme && l.Patient().DiedOn is null).ToList();
        return [.. Enumerable.Range(0, Share(list.Count, Assumed.OpenLiaison)).Select(_ => dice.Pick(Assumed.LiaisonStands)).Select(state => Play(dice.Pick(known), Way(state), Since(state))),
            .. Enumerable.Range(0, Share(list.Count, Assumed.ClosedLiaison)).Select(_ => Play(dice.Pick(known), Closed(), dice.Between(5, 700)))];
    }

    int Share(int patients, int cases) => ((cases * patients) + dice.Below(Assumed.Patients)) / Assumed.Patients;

    IReadOnlyList<Turn> Way(string state) => state switch
    {
        "Eligibility" => [],
        "Referred" => [Refer],
        "OfficerAssigned" => [Refer, Officer],
        "ContactMade" => InTouch,
        "OptedOut" => [.. InTouch, Out],
        "Active" => Active(),
        "Invited" => [.. Active(), Invite],
        _ => [.. Active(), Invite, Came],
    };

    IReadOnlyList<Turn> Active() => [.. InTouch, In, Ask, .. Enumerable.Repeat(Again, dice.Below(4))];

    IReadOnlyList<Turn> Closed() => dice.Chance(0.15) ? [Without] : dice.Chance(0.4) ? [.. Active(), Invite, Came, Heard, End] : [.. Active(), End];

    /// <summary>Days since the last step.</summary>
    int Since(string state) => state switch { "Active" or "OptedOut" => dice.Between(5, 150), "Received" => dice.Between(1, 3), "Invited" => dice.Between(1, 9), _ => dice.Between(1, 6) };

    Played Play(Life life, IReadOnlyList<Turn> way, int since)
    {
        var days = way.Select(t => dice.Between(t.Least, t.Most)).ToList();
        var day = _today.AddDays(-since - days.Sum());
        var patient = life.Patient();
        var officer = dice.Pick(SeedVictims.Officers);
        var at = Moment(day, DateTimeOffset.MinValue);
        var received = London.Day(at);
        var (file, opened) = CaseFile.Open(references.Next(), VictimLiaison.Type, patient, received, Answers(VictimLiaison.Type.Opening.Asks, FactSheet.Empty), On(staff.Liaison(patient.Team, dice)));
        List<CaseEvent> events = [.. opened];
        if (staff.Liaison(patient.Team, dice, holds: true).Person is var holder && holder.AwayOn(received) is null) events.AddRange(file.AssignTo(holder, On(staff.Of(Grade.DeputyHead, patient.Team, dice))));
        foreach (var (turn, gap) in way.Zip(days))
        {
            day = day.AddDays(gap);
            at = Moment(day, at);
            var move = CaseMachine.Permitted(file.Type, file.State).First(m => m.Step.Code == turn.Step);
            events.AddRange(file.Take(move.Step, Answers(move.Asks, file.Facts), On(staff.Liaison(patient.Team, dice))));
            at = at.AddMinutes(dice.Between(5, 40)) is var later && later <= now ? later : at;
            foreach (var paper in file.Papers.Where(p => p.Version == 0).ToList()) events.AddRange(file.IssuePaper(paper.Number, CasePaper.OnPaper, On(staff.Liaison(patient.Team, dice))));
        }
        events.AddRange(file.LetTimePass(new(Actor.TheClock, now, book)));
        return new(file, events);

        DateTimeOffset Moment(DateOnly on, DateTimeOffset after) => _office.After(after, on) is var moment && moment <= now ? moment : after > DateTimeOffset.MinValue ? after : now.AddMinutes(-90);

        Occasion On(Actor by) => new(by, DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()), book);

        FactSheet Answers(IReadOnlyList<Fact> asked, FactSheet known) => FactSheet.Of(new Answers(patient, known, at, received, dice, _today).To(asked).Entries.Select(e => KeyValuePair.Create(e.Key, (string?)
            (e.Key == Facts.SentencedOn.Key ? $"{received.AddDays(-3):yyyy-MM-dd}" : e.Key == Facts.LiaisonOfficer.Key ? officer.Name : e.Key == Facts.LiaisonRegion.Key ? officer.Region
            : KeyStages.All.Any(s => s.Asked.Key == e.Key) && dice.Chance(0.2) ? "No" : e.Value.Value))));
    }
}
