using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

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
        var agreed = A.Discharge(p => p.VictimScheme = true).AwaitingDecision().Telling(Parties.VictimLiaisonBefore).Take("agree-the-discharge");
        var changed = A.Discharge(p => p.VictimScheme = true).AwaitingConditionsDecision().Telling(Parties.VictimLiaisonBefore).Take("change-the-conditions");

        Stages(agreed).Should().Equal(KeyStages.Considered, KeyStages.Discharge);
        Stages(changed).Should().Contain(KeyStages.Conditions);

        static IEnumerable<KeyStage> Stages(PlayedCase played) => played.File.Notices.Where(n => KeyStages.Parties.Contains(n.Party)).Select(n => KeyStages.Of(played.File.Type, n));
    }

    [Fact]
    public void A_tribunals_discharge_is_the_tribunals_to_tell_and_ours_is_ours()
    {
        var tribunals = A.Discharge(p => p.VictimScheme = true).Take("record-the-discharge");
        var ours = A.Discharge(p => p.VictimScheme = true).AwaitingDecision().Telling(Parties.VictimLiaisonBefore).Through("agree-the-discharge", "record-the-discharge");

        tribunals.File.Notices.Should().NotContain(n => n.Party == Parties.VictimLiaison.Key);
        ours.File.Notices.Where(n => n.About == "Record the discharge").Should().Contain(n => n.Party == Parties.VictimLiaison.Key);
    }

    static Action<Patient> Asked(string liaison, int later = 0) => patient => patient.Apply(new VictimWindowOpened(liaison, new DateOnly(2026, 11, 16).AddDays(later), new(2026, 11, 2)));
}
