using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class DeathTests
{
    static readonly CaseReference Of = CaseReference.Of("D", 1);

    public static TheoryData<string> Others => [.. AllCaseTypes.All.Where(t => !t.OutlastsDeath).Select(t => t.Key)];

    [Fact]
    public void A_death_is_confirmed_recorded_told_to_the_police_settled_and_then_closed()
    {
        var death = A.Death().Recorded();

        death.Patient.DiedOn.Should().Be(death.Today);
        death.Patient.Category.Should().Be(LegalCategory.NotRestricted);
        death.Refused("record-that-the-police-are-told").Should().ContainSingle(r => r.Text == "Tell the police of the death first");
        death.Telling(Parties.Police).Take("record-that-the-police-are-told");
        death.Refused("settle-the-open-actions").Should().ContainSingle(r => r.Mend == Mend.SendNotices);
        death.Telling(Parties.Hospital).Through("settle-the-open-actions", "close-the-file").State.Should().Be("Closed");
    }

    [Fact]
    public void A_death_is_recorded_and_told_to_the_police_within_a_working_day_each()
    {
        var death = A.Death();

        death.Running(Terms.RecordDeath)!.LastDay.Should().Be(death.Today.AddDays(1));
        death.Recorded().Running(Terms.TellPoliceOfDeath)!.LastDay.Should().Be(death.Today.AddDays(1));
        death.File.Notices.Single(n => n.Party == "police").DueOn.Should().Be(death.Today.AddDays(1));
        death.Telling(Parties.Police).Take("record-that-the-police-are-told").Running(Terms.CloseAfterDeath)!.LastDay.Should().Be(death.Today.AddDays(7));
    }

    [Fact]
    public void A_file_held_for_an_inquest_is_not_closed_and_waits()
    {
        var death = A.Death().Assigned().Take("confirm-the-death").Take("record-the-death", (Facts.LegalHold, "Yes"), (Facts.LegalHoldDetail, "Inquest at the coroner’s court"))
            .Telling(Parties.Police).Telling(Parties.Hospital).Take("record-that-the-police-are-told").Take("settle-the-open-actions", (Facts.LegalHold, "Yes"));

        death.Refused("close-the-file").Should().ContainSingle(r => r.Mend!.Key == Facts.LegalHold.Key);
        death.Take("hold-the-file").State.Should().Be("Held");
        death.Running(Terms.CloseAfterDeath).Should().BeNull();
        death.Through("end-the-hold", "close-the-file").File.IsOpen.Should().BeFalse();
    }

    [Fact]
    public void Whoever_died_while_absent_is_absent_no_longer_unless_the_death_is_taken_back()
    {
        var death = A.Death(p => p.Apply(new AbsenceBegan("A-0900", Facts.Abscond, new(2026, 10, 30)))).Recorded();

        death.Patient.AbsentSince.Should().BeNull();
        death.Patient.Absences.Should().ContainSingle(a => a.To == death.Patient.DiedOn && a.Ending == "Died");
        death.Take("take-death-back").Patient.AbsentSince.Should().Be(new DateOnly(2026, 10, 30));
    }

    [Fact]
    public void A_corrected_day_of_death_moves_the_record_and_everything_that_ended_with_it()
    {
        var death = A.Death(p => { A.Supervised(p); p.Apply(new ConditionsSet([new("Residence", "Live at 4 Saffron Court")], new(2022, 3, 2))); }, LegalCategory.Cd).Recorded();

        death.Recording((Facts.DiedOn, "2026-10-28"));

        var on = new DateOnly(2026, 10, 28);
        (death.Patient.DiedOn, death.Patient.CategorySince, death.Patient.Category).Should().Be((on, on, LegalCategory.NotRestricted));
        death.Patient.LegalStatuses.TakeLast(2).Select(s => (s.From == on, s.To)).Should().Equal((false, on), (true, null));
        death.Patient.Conditions.Should().OnlyContain(c => c.To == on);
        death.Patient.Supervisors.Should().OnlyContain(s => s.To == on);
        death.RefusedToRecord(A.Caseworker, (Facts.DiedOn, "1979-01-01")).Should().ContainSingle(r => r.Field == Facts.DiedOn.Key);
        death.Take("take-death-back").Patient.Category.Should().Be(LegalCategory.Cd);
        death.Patient.ConditionsInForce.Should().ContainSingle();
    }

    [Fact]
    public void A_hold_names_the_inquest_it_is_for() =>
        A.Death().Assigned().Take("confirm-the-death").Refused("record-the-death", (Facts.LegalHold, "Yes"), (Facts.LegalHoldDetail, null)).Should().ContainSingle(r => r.Field == Facts.LegalHoldDetail.Key);

    [Fact]
    public void Nobody_dies_before_they_are_born_or_twice()
    {
        A.Death().Refused("confirm-the-death", (Facts.DiedOn, "1979-01-01")).Should().ContainSingle(r => r.Field == Facts.DiedOn.Key);

        var again = () => A.Death(p => p.Apply(new PatientDied(new(2026, 1, 2))));

        again.Should().Throw<RuleBroken>();
    }

    [Fact]
    public void A_death_stops_every_clock_of_another_case_and_nothing_is_brought_forward()
    {
        var recall = Dead(A.Recall().Returned());

        recall.State.Should().Be("DeathRecorded");
        recall.File.Deadlines.Should().NotBeEmpty().And.OnlyContain(d => !d.IsRunning);
        recall.Events.OfType<DeadlineEnded>().Should().NotBeEmpty().And.OnlyContain(e => e.Why == "The patient has died");
        (recall.File.NextDueOn, recall.File.NextOverdueAt).Should().Be((null, null));
        recall.Noted("The family rang").File.Deadlines.Should().OnlyContain(d => !d.IsRunning);
    }

    [Fact]
    public void A_paper_that_waited_is_refused_after_a_death_and_goes_out_only_with_a_reason_at_the_authority()
    {
        var recall = Dead(A.Recall().WarrantSigned());
        var by = (Person person, string? why) => () => recall.File.IssuePaper(1, "document", recall.On(person), despiteDeath: why);

        by(A.HeadOfTeam, null).Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Field == "despiteDeath");
        by(A.TeamManager, "The coroner asks for it").Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
        var events = by(A.DeputyHead, "The coroner asks for it")();

        events.Select(e => e.GetType()).Should().Equal(typeof(DeathOverridden), typeof(PaperIssued));
        events.OfType<DeathOverridden>().Single().Why.Should().Be("The coroner asks for it");
    }

    [Fact]
    public void No_paper_is_asked_for_or_chased_after_a_death_and_what_comes_is_still_recorded()
    {
        var tribunal = Dead(A.Tribunal().Assigned().Through("ask-for-the-reports"));
        var paper = Wants.PreviousConvictions.Key;

        tribunal.Invoking(t => t.File.RequestPaper(paper, "by letter", t.On(A.Administrator))).Should().Throw<RuleBroken>().WithMessage("*nothing is asked for or chased*");
        tribunal.Invoking(t => t.File.ChasePaper(paper, "by letter", t.On(A.Administrator))).Should().Throw<RuleBroken>().WithMessage("*nothing is asked for or chased*");
        tribunal.File.ReceivePaper(paper, tribunal.Today, null, tribunal.On(A.Administrator)).OfType<PaperReceived>().Should().ContainSingle();
    }

    [Fact]
    public void A_notice_that_waited_is_refused_after_a_death_but_what_tells_of_the_death_itself_is_not()
    {
        var recall = Dead(A.Recall().WarrantSigned());
        var waiting = recall.File.Notices.First(n => n.SentAt is null && !n.IsForPpud && n.About != AfterDeath.Stop.Label);

        recall.Invoking(r => r.File.MarkSent(waiting.Number, "by letter", r.On(A.Administrator))).Should().Throw<RuleBroken>();
        recall.File.MarkSent(waiting.Number, "by letter", recall.On(A.DeputyHead), "The family asked for it").OfType<DeathOverridden>().Should().ContainSingle();
        recall.File.MarkSent(recall.File.Notices.First(n => n.About == AfterDeath.Stop.Label).Number, "by telephone", recall.On(A.Administrator)).Should().ContainSingle();
    }

    [Fact]
    public void Whoever_holds_a_warrant_and_the_tribunal_are_told_before_the_case_closes()
    {
        var signed = Dead(A.Recall().WarrantSigned());
        var referred = Dead(A.Recall().Referred());

        ToldOfDeath(signed).Should().Equal("hospital", "police");
        ToldOfDeath(referred).Should().Equal("tribunal", "solicitor");
        ToldOfDeath(Dead(A.Recall())).Should().BeEmpty();
        signed.Invoking(r => r.Meets((file, on) => file.CloseAfterDeath(Of, on))).Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Text.StartsWith("R-0001: ", StringComparison.Ordinal));
        Tell(signed).Meets((file, on) => file.CloseAfterDeath(Of, on)).State.Should().Be("Deceased");
    }

    [Fact]
    public void Leave_in_force_ends_with_the_case_that_a_death_closes()
    {
        var leave = A.Leave().AwaitingDecision().Take("agree-the-escorted-day-leave");

        Dead(leave).Meets((file, on) => file.CloseAfterDeath(Of, on));

        leave.Patient.Leaves.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Ending = "The patient died", IsClosed = true });
    }

    [Theory, MemberData(nameof(Others))]
    public void Every_open_state_of_every_other_table_is_stopped_by_a_death(string key)
    {
        var type = AllCaseTypes.Get(key);

        type.States.Where(s => s.IsOpen && s != AfterDeath.Stopped).Should().OnlyContain(s => type.Moves.Count(m => m.From == s && m.Step == AfterDeath.Stop) == 1);
    }

    [Fact]
    public void Nothing_is_decided_and_no_case_is_opened_after_a_death()
    {
        var recall = A.Recall().AwaitingDecision();
        recall.Patient.Apply(new PatientDied(recall.Today));

        recall.Offers(A.HeadOfTeam).Where(o => o.Step != AfterDeath.Stop).Should().NotBeEmpty().And.OnlyContain(o => !o.IsOpen);
        recall.Refused("approve-recall").Should().Contain(r => r.Text.StartsWith("The patient’s death is recorded", StringComparison.Ordinal));
        ((Action)(() => A.Leave(with: p => p.Apply(new PatientDied(new(2026, 10, 1)))))).Should().Throw<RuleBroken>();
    }

    [Fact]
    public void A_death_recorded_by_mistake_is_taken_back_and_the_stopped_case_goes_on_with_its_dates()
    {
        var recall = A.Recall().Referred();
        var before = recall.File.Deadlines.Where(d => d.IsRunning).Select(d => (d.Rule, d.LastDay)).ToList();
        Tell(Dead(recall));

        recall.Meets((file, on) => file.ResumeAfterDeath(recall.Events.OfType<StepTaken>().Last(), Of, on));

        recall.State.Should().Be("Referred");
        recall.File.Deadlines.Where(d => d.IsRunning).Select(d => (d.Rule, d.LastDay)).Should().Equal(before);
        recall.File.Notices.Where(n => n.SentAt is null && n.About == "The death was recorded by mistake").Select(n => n.Party).Should().Equal("solicitor", "tribunal");
    }

    [Fact]
    public void Taking_a_death_back_restores_the_patient_as_they_stood_and_needs_the_authority()
    {
        var death = A.Death(A.Supervised, LegalCategory.Cd);
        var before = (death.Patient.Category, death.Patient.CategorySince, death.Patient.SupervisorsInPost.Count());
        death.Recorded();

        death.RefusedTo(A.TeamManager, "take-death-back").Should().ContainSingle(r => r.Code == "not-entitled");
        death.Take("take-death-back").State.Should().Be("TakenBack");

        death.Patient.DiedOn.Should().BeNull();
        (death.Patient.Category, death.Patient.CategorySince, death.Patient.SupervisorsInPost.Count()).Should().Be(before);
    }

    /// <summary>As the desk does it when the death is recorded in another case.</summary>
    static PlayedCase Dead(PlayedCase played)
    {
        played.DaysLater(1).Patient.Apply(new PatientDied(played.Today));
        return played.Meets((file, on) => file.StopAfterDeath(Of, on));
    }

    static PlayedCase Tell(PlayedCase played) => ToldOfDeath(played).Aggregate(played, (on, party) => on.Meets((file, now) => file.MarkSent(file.Notices.Single(n => n.Party == party && n.About == AfterDeath.Stop.Label).Number, "by telephone", now)));

    static IReadOnlyList<string> ToldOfDeath(PlayedCase played) => [.. played.File.Notices.Where(n => n.About == AfterDeath.Stop.Label).Select(n => n.Party)];
}
