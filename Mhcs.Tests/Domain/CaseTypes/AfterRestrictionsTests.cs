using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

/// <summary>When a patient's restrictions end, their other open cases lose their purpose, save what is owed to somebody else.</summary>
public sealed class AfterRestrictionsTests
{
    static readonly CaseReference Elsewhere = CaseReference.Of("E", 9);

    public static TheoryData<string> Types => [.. AllCaseTypes.All.Select(t => t.Key)];

    [Theory, MemberData(nameof(Types))]
    public void Every_kind_of_case_closes_or_asks_its_owner_whether_it_still_has_to_be_done(string key)
    {
        var played = Ended(Opened(key));

        if (played.File.Type.OutlastsRestrictions)
            (played.File.IsOpen, played.File.Tasks.Single().Name, played.File.Tasks.Single().LastDay).Should().Be((true, AfterRestrictions.Question, played.Today.AddDays(7)));
        else if (key == "end-of-restriction") (played.State, played.Running(Terms.ConfirmRestrictionEnded)?.LastDay).Should().Be(("Confirmed", played.Today));
        else
        {
            played.State.Should().BeOneOf("NoLongerRestricted", "Overtaken");
            played.File.Deadlines.Should().OnlyContain(d => !d.IsRunning);
            played.Events.OfType<StepTaken>().Last().Note.Should().Be($"The restrictions ended in {Elsewhere}");
        }
    }

    [Theory, MemberData(nameof(Types))]
    public void A_table_closes_from_every_open_state_or_goes_on_only_where_something_is_still_to_be_finished(string key)
    {
        var type = AllCaseTypes.Get(key);

        var goesOn = type.States.Where(s => s.IsOpen && s != AfterDeath.Stopped && !type.Moves.Any(m => m.From == s && AfterRestrictions.IsOne(m))).Select(s => s.Code).ToList();

        if (!type.OutlastsRestrictions)
            goesOn.Should().BeSubsetOf(key switch
            {
                "tribunal" => ["DecisionRecorded", "DeputyReview", "JudgeQueried", "AppealSought", "SetAsideSought", "Section74", "Accepted", "DischargeAwaited", "Implemented"],
                "remission" => ["ArrivedInPrison", "Released"],
                "end-of-restriction" => ["Confirmed", "Notified"],
                _ => [],
            });
    }

    [Fact]
    public void Leave_in_force_ends_with_its_case_and_bars_nothing_later()
    {
        var leave = Ended(A.Leave().AwaitingDecision().Take("agree-the-escorted-day-leave"));

        leave.Patient.Leaves.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Ending = "The restrictions ended", IsClosed = true });
    }

    [Fact]
    public void Whoever_waits_for_a_warrant_or_a_hearing_is_told()
    {
        Told(Ended(A.Recall().WarrantSigned())).Should().Equal("hospital", "police");
        Told(Ended(A.Tribunal().Assigned().Through("ask-for-the-reports"))).Should().Equal("tribunal", "solicitor");
    }

    [Fact]
    public void What_is_still_restricted_is_not_closed_for_that_reason() =>
        A.Recall().Offers(A.HeadOfTeam).Should().NotContain(o => o.Step == AfterRestrictions.Over);

    [Fact]
    public void Nothing_more_happens_to_a_case_that_a_death_has_stopped()
    {
        var recall = A.Recall();
        recall.Patient.Apply(new PatientDied(recall.Today));
        recall.Meets((file, on) => file.StopAfterDeath(CaseReference.Of("D", 1), on));

        Ended(recall).State.Should().Be("DeathRecorded");
    }

    /// <summary>As the desk does it when they end in another case.</summary>
    static PlayedCase Ended(PlayedCase played)
    {
        played.File.Patient?.Apply(new LegalStatusBegan(LegalCategory.NotRestricted, played.Today));
        return played.Meets((file, on) => file.AfterRestrictions(Elsewhere.Value, on));
    }

    static IEnumerable<string> Told(PlayedCase played) => played.File.Notices.Where(n => n.About == AfterRestrictions.Over.Label).Select(n => n.Party);

    static PlayedCase Opened(string key) => key switch
    {
        "recall" => A.Recall(), "prison-transfer" => A.PrisonTransfer(), "hospital-transfer" => A.HospitalTransfer(), "remission" => A.Remission(), "conditional-discharge" => A.Discharge(), "leave" => A.Leave(),
        "tribunal" => A.Tribunal(), "absence" => A.Absence(), "high-profile" => A.HighProfile(p => p.HighProfile = true), "death" => A.Death(), "victim-liaison" => A.Victim(), "letter" => A.Letter(Facts.TreatOfficial),
        "end-of-restriction" => A.EndOfRestriction(p => p.ReleaseDate = new(2027, 2, 8)),
        "annual-report" => A.AnnualReport(p => p.Apply(new ClinicianReported(new(2025, 11, 9)))),
        _ => A.Case(key, LegalCategory.S37_41),
    };
}
