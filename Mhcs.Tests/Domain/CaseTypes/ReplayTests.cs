using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class ReplayTests
{
    public static TheoryData<string, int> Walks => [.. from type in AllCaseTypes.All from seed in Enumerable.Range(1, 25) select new TheoryDataRow<string, int>(type.Key, seed)];

    public static TheoryData<string> Types => [.. AllCaseTypes.All.Select(t => t.Key)];

    [Theory, MemberData(nameof(Walks))]
    public void The_events_read_again_give_the_same_file(string key, int seed)
    {
        var played = Wander(key, new Random(seed));

        var again = CaseFile.From(played.File.Reference, played.AsOpened, played.Events);

        Told.By(again).Should().BeEquivalentTo(Told.By(played.File), o => o.WithStrictOrdering());
        again.Patient.Should().BeEquivalentTo(played.Patient);
    }

    [Theory, MemberData(nameof(Walks))]
    public void Wherever_a_case_stands_open_it_has_a_date(string key, int seed)
    {
        var played = Wander(key, new Random(seed));

        var stages = played.Events.Select(e => e.At).Distinct().Select(at => CaseFile.From(played.File.Reference, played.AsOpened, played.Events.Where(e => e.At <= at)));

        stages.Where(f => f.IsOpen && f.NextDueOn is null).Select(f => f.State.Label).Distinct().Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Types))]
    public void Chance_finds_its_way_through_three_rows_in_four(string key)
    {
        var type = AllCaseTypes.Get(key);
        Dictionary<(string, string), int> tried = [];

        var taken = Enumerable.Range(1, 500).SelectMany(seed => Wander(key, new Random(seed), tried).Events.OfType<StepTaken>()).Select(s => (s.From, s.Step)).ToHashSet();

        // A case is stopped, and a supervision ended, from another one: nothing in its own table brings that about.
        var rows = type.Moves.Where(m => !AfterDeath.IsOne(m) && !AfterRestrictions.IsOne(m) && !AfterRecall.IsOne(m)).Select(m => (m.From.Code, m.Step.Code)).ToHashSet();
        rows.Except(taken).Should().HaveCountLessThan(rows.Count / 4);
    }

    // Takes the step tried least so far, as somebody who may; lets days go by; tells whoever waits to be told.
    static PlayedCase Wander(string key, Random random, Dictionary<(string State, string Step), int>? tried = null)
    {
        tried ??= [];
        var played = Assigned(Opened(key, random.Next(3), random));
        for (var turn = 0; turn < 80 && played.File.IsOpen && played.Today.Year < 2028; turn++)
        {
            foreach (var party in played.Told.Distinct().ToList()) played.Telling(Parties.All.First(p => p.Key == party));
            TurnToPapers(played, random);
            played.Issuing();
            var steps = CaseMachine.Permitted(played.File.Type, played.File.State).Where(m => m.After is null && !AfterRestrictions.IsOne(m) && (m.To.IsOpen || random.Next(6) == 0)).Select(m => m.Step.Code).Distinct();
            if (steps.MinBy(s => (tried.GetValueOrDefault((played.State, s)), random.Next())) is { } step)
            {
                tried[(played.State, step)] = tried.GetValueOrDefault((played.State, step)) + 1;
                played.Refused(step, (Facts.DeprivesOfLiberty, random.Next(2) == 0 ? "Yes" : "No"), (Facts.LibertyTest, "As the reports say"), (Facts.ConditionLiberty, "Live there under constant supervision"), (Facts.RestrictionDirection, random.Next(4) == 0 ? "No" : "Yes"),
                    (Facts.SignRelapse, random.Next(2) == 0 ? "Yes" : "No"), (Facts.SupervisorPost, random.Next(2) == 0 ? Supervisor.Clinical : Supervisor.Social), (Facts.AbsenceToldBy, Facts.AbsenceToldBy.Options[random.Next(3)]),
                    (Facts.LegalHold, key == "death" && random.Next(2) == 0 ? "Yes" : "No"), (Facts.LegalHoldDetail, "Inquest at the coroner’s court"), (Facts.ReleaseDate, key == "end-of-restriction" ? $"2027-0{random.Next(4, 9)}-03" : null));
            }
            played.DaysLater(random.Next(random.Next(4) == 0 ? 120 : 3)).TimePasses();
        }
        return played;
    }

    static void TurnToPapers(PlayedCase played, Random random)
    {
        foreach (var paper in played.File.WantedPapers.Where(p => p.IsOutstanding).ToList())
            switch (random.Next(4))
            {
                case 0: played.Act(A.Administrator, (file, on) => file.ReceivePaper(paper.Paper, on.Today, null, on)); break;
                case 1: played.Act(A.Administrator, (file, on) => paper.RequestedAt is null ? file.RequestPaper(paper.Paper, "By letter", on) : file.ChasePaper(paper.Paper, "By telephone", on)); break;
                case 2: played.Act(A.Caseworker, (file, on) => file.GiveUpPaper(paper.Paper, "Destroyed", on)); break;
            }
    }

    static PlayedCase Assigned(PlayedCase played) => played.File.AssigneeId is null ? played.Assigned() : played;

    static PlayedCase Opened(string key, int variant, Random random) => key switch
    {
        "absence" => A.Absence(category: variant == 0 ? LegalCategory.S37_41 : LegalCategory.S47_49, with: p => (p.HighProfile, p.VictimScheme) = (variant == 1, variant == 2)),
        "high-profile" => A.HighProfile(),
        "leave" => A.Leave(Facts.LeaveKind.Options[random.Next(Facts.LeaveKind.Options.Count)]),
        "hospital-transfer" => A.HospitalTransfer(new[] { Facts.Level, Facts.StepDown, Facts.StepUp }[variant]),
        "prison-transfer" when variant == 0 => A.PrisonTransfer(releaseDate: new(2027, 1, 8)).WarrantSigned(),
        "prison-transfer" => A.PrisonTransfer(new[] { Facts.Sentenced, Facts.CrownRemand, Facts.ImmigrationDetainee }[variant], releaseDate: variant == 1 ? new(2027, 1, 8) : null),
        "remission" when variant == 0 && random.Next(2) == 0 => A.Remission(p => { p.ReleaseDate = new(2027, 1, 8); p.Apply(new AbsenceBegan("A-0900", Facts.Escape, new(2026, 10, 30))); }),
        "remission" => A.Remission(p => p.ReleaseDate = variant == 0 ? new(2027, 1, 8) : null, answers: (Facts.Urgent, variant == 1 ? "Yes" : "No")),
        "conditional-discharge" when variant == 2 => A.Discharge(category: LegalCategory.Cd, with: A.Supervised),
        "conditional-discharge" => A.Discharge(),
        "tribunal" when variant == 1 => A.Tribunal(Facts.DischargedApplies, LegalCategory.Cd, A.Supervised).Through("give-the-tribunal-the-supervisors-names").Listed(),
        "tribunal" when variant == 2 => A.Tribunal(Facts.ReferenceOfDetained, LegalCategory.S47_49).Listed(),
        "tribunal" => A.Tribunal(),
        "victim-liaison" => A.Victim(),
        "death" => A.Death(A.Supervised, variant == 0 ? LegalCategory.Cd : LegalCategory.S37_41),
        "end-of-restriction" => A.EndOfRestriction(p => p.ReleaseDate = variant == 0 ? null : new(2027, 2, 8)),
        "annual-report" => A.AnnualReport(p => p.Apply(new ClinicianReported(new(2025, 11, 9 + variant)))),
        "recall" when variant == 1 => A.Recall().WarrantSigned(),
        "recall" when variant == 2 => A.Recall().Referred(),
        "recall" => A.Recall(),
        "letter" => A.Letter(variant == 0 ? Facts.TreatOfficial : Facts.MpLetter),
        "information-request" => A.Case(key, LegalCategory.S37_41, null, (Facts.RequestKind, variant == 0 ? Facts.FreedomOfInformation : Facts.SubjectAccess)),
        _ => A.Case(key, LegalCategory.S37_41),
    };
}
