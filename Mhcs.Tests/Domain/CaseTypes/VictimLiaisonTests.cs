using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class VictimLiaisonTests
{
    static readonly string[] ToActive = ["refer-to-the-scheme", "record-the-liaison-officer", "record-the-first-contact", "opt-in", "record-what-they-ask-for"];

    [Fact]
    public void A_victim_is_referred_within_ten_working_days_of_the_sentence_and_contacted_within_twenty_of_the_referral()
    {
        var victim = A.Victim();

        var referral = victim.Running(Terms.VictimReferred)!.LastDay;
        victim.Take("refer-to-the-scheme");

        referral.Should().Be(new(2026, 11, 16));
        victim.Running(Terms.VictimReferred).Should().BeNull();
        victim.Running(Terms.VictimContacted)!.LastDay.Should().Be(new(2026, 11, 30));
        victim.Patient.VictimScheme.Should().BeTrue();
    }

    [Fact]
    public void A_task_is_given_only_to_somebody_who_can_open_the_case()
    {
        var file = A.Victim().File;
        var unnamed = new Person { Id = new(77), UserName = "n.osierby", Name = "N. Osierby", Grade = Grade.Caseworker, Team = "A" };

        file.WhyNoTaskFor(unnamed).Should().ContainSingle().Which.Should().StartWith("N. Osierby is not named for victim liaison");
        file.WhyNoTaskFor(A.Caseworker).Should().BeEmpty();
        file.WhyNoTaskFor(new() { Id = new(78), UserName = "b.rookwood", Name = "B. Rookwood", Grade = Grade.DeputyHead, Team = "A" }).Should().BeEmpty("a deputy head oversees the scheme");
    }

    [Fact]
    public void A_victim_opts_out_and_in_again_at_any_time()
    {
        var victim = A.Victim().Through(ToActive).Take("invite-representations");

        victim.Take("opt-out");
        var windows = victim.Patient.VictimWindows.ToList();
        victim.DaysLater(30).Through("opt-in", "record-what-they-ask-for");

        windows.Should().ContainSingle().Which.EndedOn.Should().NotBeNull("who has left the scheme is waited for no longer");
        victim.State.Should().Be("Active");
    }

    [Fact]
    public void Representations_are_invited_only_of_victims_who_want_to_make_them()
    {
        var victim = A.Victim().Through([.. ToActive[..^1]]).Take("record-what-they-ask-for", (Facts.WantsRepresentations, "No"));

        victim.Refused("invite-representations").Should().ContainSingle().Which.Text.Should().StartWith("The victim has not asked to make representations");
    }

    [Fact]
    public void The_window_stands_on_the_patients_record_for_as_long_as_the_target_says_and_nothing_else_does()
    {
        var victim = A.Victim().Through(ToActive).Take("invite-representations");

        victim.Patient.VictimWindows.Should().ContainSingle().Which.Should().Be(new VictimWindow("V-0001", new(2026, 11, 2), new(2026, 11, 16)) { PassedOver = victim.Patient.VictimWindows[0].PassedOver });
        victim.Running(Terms.VictimRepresentations)!.LastDay.Should().Be(new(2026, 11, 16));
    }

    [Fact]
    public void Time_itself_closes_the_window()
    {
        var victim = A.Victim().Through(ToActive).Take("invite-representations");

        victim.DaysLater(15).TimePasses();

        victim.State.Should().Be("Active");
        victim.Patient.VictimWindows[0].RunsOn(victim.Today).Should().BeFalse();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void A_discharge_is_not_agreed_while_a_victims_time_for_representations_runs(int days, bool refused)
    {
        var discharge = A.Discharge(Asked("V-1001")).AwaitingDecision();
        discharge.On(new DateOnly(2026, 11, 2).AddDays(Math.Max(days, 1)));

        var reasons = discharge.Refused("agree-the-discharge");

        reasons.Any(r => r.Text.Contains("A victim’s time for representations runs until", StringComparison.Ordinal) && r.Text.Contains("16 November 2026", StringComparison.Ordinal)).Should().Be(refused);
        if (refused) reasons.First(r => r.Text.StartsWith("A victim", StringComparison.Ordinal)).Mend.Should().Be(Mend.Take(Step.Called("", "decide-early")));
    }

    [Fact]
    public void All_windows_count_and_the_last_day_of_all_is_named()
    {
        var discharge = A.Discharge(p => { Asked("V-1001")(p); Asked("V-1002", 5)(p); }).AwaitingDecision();

        discharge.Refused("agree-the-discharge").Select(r => r.Text).Should().ContainSingle().Which.Should().StartWith("The time of 2 victims for representations runs until").And.Contain("21 November 2026");
    }

    [Fact]
    public void Once_representations_have_come_nothing_is_waited_for()
    {
        var discharge = A.Discharge(p => { Asked("V-1001")(p); p.Apply(new VictimWindowEnded("V-1001", new(2026, 11, 2))); }).AwaitingDecision();

        discharge.Refused("agree-the-discharge").Should().BeEmpty();
    }

    [Fact]
    public void A_change_of_conditions_and_a_lifting_wait_as_well()
    {
        var change = A.Discharge().AwaitingConditionsDecision();
        var lifting = A.Discharge().Supervised().Through("ask-for-the-end-of-restrictions", "recommend-on-the-end-of-restrictions");
        foreach (var played in new[] { change, lifting }) Asked("V-1001")(played.Patient);

        change.Refused("change-the-conditions").Select(r => r.Text).Should().Contain(t => t.StartsWith("A victim’s time", StringComparison.Ordinal));
        lifting.Refused("lift-the-restrictions").Select(r => r.Text).Should().Contain(t => t.StartsWith("A victim’s time", StringComparison.Ordinal));
    }

    [Fact]
    public void The_head_lets_a_decision_be_taken_early_with_a_reason_that_stands_on_the_record_and_nobody_below_does()
    {
        var discharge = A.Discharge(Asked("V-1001")).AwaitingDecision();

        var deputy = discharge.RefusedTo(A.DeputyHead, "decide-early");
        var without = discharge.RefusedTo(A.HeadOfTeam, "decide-early", (Facts.DecideEarlyBecause, null));
        discharge.TakeAs(A.HeadOfTeam, "decide-early", (Facts.DecideEarlyBecause, "The bed is lost tomorrow."));
        var after = discharge.Refused("agree-the-discharge");

        deputy.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        without.Should().Contain(r => r.Field == Facts.DecideEarlyBecause.Key);
        after.Should().BeEmpty();
        discharge.Patient.VictimWindows.Should().ContainSingle().Which.PassedOver.Should().Equal(discharge.File.Reference.Value);
        discharge.Events.OfType<StepTaken>().Should().Contain(s => s.Step == "decide-early" && s.Facts.Text(Facts.DecideEarlyBecause) == "The bed is lost tomorrow.");
    }

    [Fact]
    public void A_reason_written_onto_the_file_by_somebody_else_lets_nothing_be_decided_early()
    {
        var discharge = A.Discharge(Asked("V-1001")).AwaitingDecision().Recording((Facts.DecideEarlyBecause, "Hurry."));

        discharge.Refused("agree-the-discharge").Should().NotBeEmpty();
    }

    [Fact]
    public void What_is_let_through_for_one_case_still_holds_up_another_and_a_later_window_holds_up_both()
    {
        var discharge = A.Discharge(Asked("V-1001")).AwaitingDecision().TakeAs(A.HeadOfTeam, "decide-early");
        Asked("V-1002")(discharge.Patient);

        discharge.Refused("agree-the-discharge").Should().ContainSingle().Which.Text.Should().StartWith("A victim’s time");
    }

    [Fact]
    public void A_case_of_liaison_exists_for_the_deputy_head_the_head_and_those_who_are_named_and_for_nobody_else()
    {
        var file = A.Victim().File;
        var unnamed = A.Person(Grade.Caseworker, 901);
        var lent = Actor.Of(unnamed, A.Reference.Matrix, [A.Person(Grade.TeamManager)]);

        Sees(unnamed).Should().BeFalse();
        Sees(A.Person(Grade.TeamManager, 902)).Should().BeFalse();
        lent.Sees(file).Should().BeFalse("being named is the person’s own, and isn’t lent with a post");
        Sees(A.Person(Grade.DeputyHead, 903)).Should().BeTrue();
        Sees(A.HeadOfSection).Should().BeTrue();
        Sees(A.Caseworker).Should().BeTrue("the caseworker is named");

        bool Sees(Person person) => Actor.Of(person, A.Reference.Matrix).Sees(file);
    }

    [Fact]
    public void Only_somebody_who_is_named_holds_a_case_of_liaison()
    {
        var victim = A.Victim();
        var unnamed = A.Person(Grade.Caseworker, 901);

        var give = () => victim.File.AssignTo(unnamed, victim.On(A.HeadOfTeam));

        give.Should().Throw<RuleBroken>().WithMessage("*not named for victim liaison*");
    }

    [Fact]
    public void A_summary_on_request_is_settled_by_the_deputy_head_within_its_days()
    {
        var victim = A.Victim().Through(ToActive).Take("record-that-a-summary-is-asked-for");

        var due = victim.Running(Terms.VictimSummary)!.LastDay;
        var refused = victim.RefusedTo(A.Caseworker, "settle-the-summary");
        victim.TakeAs(A.DeputyHead, "settle-the-summary");

        due.Should().Be(new(2026, 11, 30));
        refused.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        victim.Issued.Should().Contain(Papers.VictimSummary.Key);
    }

    [Fact]
    public void A_notice_says_by_its_step_which_stage_it_is_of()
    {
        var agreed = A.Discharge(p => p.VictimScheme = true).AwaitingDecision().Telling(Parties.VictimLiaisonBefore).Through("victims-answer", "agree-the-discharge");
        var changed = A.Discharge(p => p.VictimScheme = true).AwaitingConditionsDecision().Telling(Parties.VictimLiaisonBefore).Through("victims-answer", "change-the-conditions");

        Stages(agreed).Should().Equal(KeyStages.Considered, KeyStages.Discharge);
        Stages(changed).Should().Contain(KeyStages.Conditions);

        static IEnumerable<KeyStage?> Stages(PlayedCase played) => played.File.Notices.Where(n => KeyStages.Parties.Contains(n.Party)).Select(n => KeyStages.Of(played.File.Type, n));
    }

    /// <summary>Every step by which the liaison officer is told, and of what; a step that is added has to be decided here.</summary>
    static readonly Dictionary<string, string?> Told = new()
    {
        ["absence: end-case"] = null, ["absence: record-that-no-return-is-expected"] = null, ["absence: record-that-the-patient-is-lost-again"] = null,
        ["absence: record-that-the-police-are-told"] = null, ["absence: record-the-return"] = null, ["absence: record-where-the-patient-is"] = null,
        ["conditional-discharge: add-conditions-that-deprive-of-liberty"] = "conditions", ["conditional-discharge: agree-the-discharge"] = "discharge", ["conditional-discharge: change-the-conditions"] = "conditions",
        ["conditional-discharge: discharge-absolutely"] = "end", ["conditional-discharge: end-case"] = "considered", ["conditional-discharge: end-the-deprivation-of-liberty"] = "conditions",
        ["conditional-discharge: lift-the-restrictions"] = "end", ["conditional-discharge: record-that-the-request-is-withdrawn"] = "considered", ["conditional-discharge: record-the-discharge"] = "discharge",
        ["conditional-discharge: record-the-tribunals-absolute-discharge"] = "end", ["conditional-discharge: refuse-the-change"] = "conditions", ["conditional-discharge: refuse-the-discharge"] = "discharge",
        ["conditional-discharge: refuse-to-end-restrictions"] = "end", ["conditional-discharge: withdraw-the-agreement"] = "discharge",
        ["death: record-the-death"] = "end", ["death: take-death-back"] = "end", ["end-of-restriction: raise-the-letters-and-notices"] = "end",
        ["hospital-transfer: confirm-the-move"] = null, ["hospital-transfer: record-the-start-of-trial-leave"] = null, ["hospital-transfer: return-the-patient-to-the-sending-hospital"] = null, ["hospital-transfer: withdraw-the-consent"] = null,
        ["prison-transfer: complete-the-file"] = null,
        ["recall: approve-recall"] = "recall", ["recall: approve-recall-in-an-emergency"] = "recall", ["recall: end-case"] = "recall", ["recall: withdraw-the-decision"] = "recall", ["recall: withdraw-the-warrant"] = "recall",
        ["remission: approve-release"] = null, ["remission: cancel-the-remission"] = null, ["remission: confirm-the-end-of-restriction"] = "end", ["remission: sign-the-remission-warrant"] = null,
        ["tribunal: give-notice-that-the-patient-may-be-discharged"] = "discharge", ["tribunal: record-conditions-varied"] = "conditions", ["tribunal: record-that-the-hearing-moved"] = null,
    };

    [Fact]
    public void Every_notice_to_the_liaison_officer_is_of_the_stage_that_victims_ask_for_or_of_none()
    {
        var stages = from type in AllCaseTypes.All
                     from move in type.Moves
                     where move.Tells.Contains(Parties.VictimLiaison)
                     group KeyStages.Of(type, new Notice { Party = Parties.VictimLiaison.Key, Label = Parties.VictimLiaison.Label, About = move.Step.Label })?.Key by $"{type.Key}: {move.Step.Code}";

        stages.Where(s => s.Distinct().Count() > 1).Should().BeEmpty();
        stages.ToDictionary(s => s.Key, s => s.First()).Should().BeEquivalentTo(Told);
    }

    [Theory, MemberData(nameof(EveryType))]
    public void A_row_says_what_victims_hear_of_only_where_they_are_told(string type) =>
        AllCaseTypes.Get(type).Moves.Where(m => m.VictimsHear is not null && !m.Tells.Contains(Parties.VictimLiaison)).Should().BeEmpty();

    public static TheoryData<string> EveryType => [.. AllCaseTypes.All.Select(t => t.Key)];

    [Fact]
    public void A_victim_who_asked_to_hear_of_the_end_alone_hears_of_it_when_restrictions_end()
    {
        var victim = A.Victim().Through([.. ToActive[..^1]]).Take("record-what-they-ask-for", [.. KeyStages.All.Select(s => (s.Asked, (string?)(s == KeyStages.End ? "Yes" : "No")))]);
        var ending = A.EndOfRestriction(p => { p.ReleaseDate = new(2026, 12, 7); p.VictimScheme = true; }).On(new(2026, 12, 7), 0).TimePasses().Take("raise-the-letters-and-notices");

        var stage = KeyStages.Of(ending.File.Type, ending.File.Notices.Last(n => n.Party == Parties.VictimLiaison.Key));

        Victim.Of(victim.File).IsToHear(stage).Should().BeTrue();
    }

    [Fact]
    public void A_death_brings_nobody_back_into_the_scheme()
    {
        var (stayed, left) = (A.Victim().Through(ToActive), A.Victim().Through(ToActive).Take("opt-out"));
        var (inScheme, outside) = (Victim.Of(stayed.File), Victim.Of(left.File));

        foreach (var (played, record) in new[] { (stayed, inScheme), (left, outside) })
            record.Follow(played.Meets((file, on) => file.StopAfterDeath(new("D-0001"), on)).File);

        (inScheme.Standing, outside.Standing).Should().Be((LiaisonStanding.Active, LiaisonStanding.OptedOut));
        (inScheme.IsToHear(KeyStages.End), outside.IsToHear(KeyStages.End)).Should().Be((true, false));
    }

    [Fact]
    public void A_tribunals_discharge_is_the_tribunals_to_tell_and_ours_is_ours()
    {
        var tribunals = A.Discharge(p => p.VictimScheme = true).Take("record-the-discharge");
        var ours = A.Discharge(p => p.VictimScheme = true).AwaitingDecision().Telling(Parties.VictimLiaisonBefore).Through("victims-answer", "agree-the-discharge", "record-the-discharge");

        tribunals.File.Notices.Should().NotContain(n => n.Party == Parties.VictimLiaison.Key);
        ours.File.Notices.Where(n => n.About == "Record the discharge").Should().Contain(n => n.Party == Parties.VictimLiaison.Key);
    }

    [Theory, MemberData(nameof(Considered))]
    public void What_victims_are_heard_on_waits_for_the_time_that_begins_when_it_comes_to_be_considered(string considered, string recommend, string decide)
    {
        var discharge = Considering(inScheme: true, considered).Through(recommend).Telling(Parties.VictimLiaisonBefore);

        discharge.Refused(decide).Select(r => r.Text).Should().ContainSingle().Which.Should().StartWith("The time for victims’ representations about this decision runs until Monday 16 November 2026");
        discharge.On(new(2026, 11, 16)).Refused(decide).Should().NotBeEmpty("the last day is theirs");
        discharge.On(new(2026, 11, 17)).Refused(decide).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Considered))]
    public void Nobody_waits_where_no_victim_is_in_the_scheme(string considered, string recommend, string decide)
    {
        var discharge = Considering(inScheme: false, considered).Through(recommend);

        discharge.File.Deadlines.Should().NotContain(d => d.Rule == Terms.VictimRepresentations.Rule);
        discharge.Refused(decide).Should().BeEmpty();
    }

    [Theory, MemberData(nameof(Considered))]
    public void Once_the_liaison_officer_has_answered_the_decision_is_taken(string considered, string recommend, string decide)
    {
        var discharge = Considering(inScheme: true, considered).Through(recommend).Telling(Parties.VictimLiaisonBefore);

        discharge.Take("victims-answer").Refused(decide).Should().BeEmpty();

        discharge.File.Deadlines.Single(d => d.Rule == Terms.VictimRepresentations.Rule).MetAt.Should().NotBeNull();
        discharge.Offers(A.Caseworker).Should().NotContain(o => o.Step.Code == "victims-answer");
    }

    [Theory, MemberData(nameof(Considered))]
    public void The_head_lets_it_be_decided_early_and_the_time_then_counts_as_ended_not_as_kept(string considered, string recommend, string decide)
    {
        var discharge = Considering(inScheme: true, considered).Through(recommend).Telling(Parties.VictimLiaisonBefore);

        discharge.RefusedTo(A.DeputyHead, "decide-early").Should().ContainSingle().Which.Code.Should().Be("not-entitled");
        discharge.TakeAs(A.HeadOfTeam, "decide-early").Refused(decide).Should().BeEmpty();

        var time = discharge.File.Deadlines.Single(d => d.Rule == Terms.VictimRepresentations.Rule);
        (time.MetAt, time.EndedAt is null).Should().Be((null, false));
    }

    [Fact]
    public void A_second_change_of_conditions_has_a_time_of_its_own()
    {
        var change = A.Discharge(p => p.VictimScheme = true).Supervised().Through("ask-for-a-change-of-conditions", "record-that-the-request-is-withdrawn").DaysLater(3).Take("ask-for-a-change-of-conditions");

        change.File.Deadlines.Where(d => d.Rule == Terms.VictimRepresentations.Rule && d.IsRunning).Should().ContainSingle().Which.LastDay.Should().Be(new(2026, 11, 19));
    }

    [Fact]
    public void Representations_are_invited_only_on_decisions_that_wait_for_them() =>
        Facts.DecisionAhead.Options.Should().Equal("A conditional discharge", "A change of conditions", "The end of restrictions");

    public static TheoryData<string, string, string> Considered => new()
    {
        { "accept-an-application", "recommend-on-discharge", "agree-the-discharge" },
        { "ask-for-a-change-of-conditions", "recommend-on-conditions", "change-the-conditions" },
        { "ask-for-the-end-of-restrictions", "recommend-on-the-end-of-restrictions", "lift-the-restrictions" },
    };

    static PlayedCase Considering(bool inScheme, string step)
    {
        var discharge = A.Discharge(p => p.VictimScheme = inScheme);
        return (step == "accept-an-application" ? discharge.Assigned() : discharge.Supervised()).Take(step);
    }

    static Action<Patient> Asked(string liaison, int later = 0) => patient => patient.Apply(new VictimWindowOpened(liaison, new DateOnly(2026, 11, 16).AddDays(later), new(2026, 11, 2)));
}
