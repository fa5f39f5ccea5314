using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.People;

public sealed class CoverTests
{
    static readonly DateOnly Today = London.Day(A.Monday);

    readonly Person _ann = A.Person(Grade.Caseworker, 41), _manager = A.Person(Grade.TeamManager, 61), _deputy = A.Person(Grade.DeputyHead, 71), _head = A.Person(Grade.HeadOfTeam, 91);

    [Fact]
    public void A_post_is_lent_from_today_for_stated_days_and_says_why()
    {
        var cover = Lend(_head, _manager, _deputy, Today, Today.AddDays(4));

        (cover.By, cover.For, cover.RecordedBy).Should().Be((_manager.Id, _deputy.Id, _head.Id));
        cover.HoldsOn(Today.AddDays(4)).Should().BeTrue();
        cover.HoldsOn(Today.AddDays(5)).Should().BeFalse();
    }

    [Fact]
    public void Nobody_grants_cover_to_themselves()
    {
        Refused(() => Lend(_deputy, _deputy, _head, Today, Today.AddDays(4))).Should().Be("You can’t grant cover to yourself. Ask another head to record it");
    }

    [Fact]
    public void Nobody_is_lent_their_own_post_or_one_below_their_own()
    {
        Refused(() => Lend(_head, _manager, _manager, Today, Today)).Should().EndWith("can’t act for themselves. Choose somebody else");
        Refused(() => Lend(_head, _deputy, _manager, Today, Today)).Should().Contain("A post is lent to somebody of the same grade or below");
    }

    [Fact]
    public void The_system_administrator_is_lent_no_casework_and_lends_none()
    {
        var administrator = new Person { Id = new(1), UserName = "s.a", Name = "S. Administrator", Grade = Grade.SystemAdministrator };

        Refused(() => Lend(_head, administrator, _deputy, Today, Today)).Should().Contain("does no casework");
        Refused(() => Lend(_head, _manager, administrator, Today, Today)).Should().Contain("there is no post to lend");
    }

    [Fact]
    public void Cover_is_between_people_who_work_here()
    {
        _manager.Active = false;

        Refused(() => Lend(_head, _manager, _deputy, Today, Today)).Should().EndWith("no longer works here. Choose somebody who does");
    }

    [Fact]
    public void Cover_has_its_days_in_order_begins_today_at_the_earliest_and_has_a_longest()
    {
        Refused(() => Lend(_head, _manager, _deputy, Today.AddDays(2), Today.AddDays(1))).Should().Be("The last day must be Wednesday 4 November 2026 or later, for that is the first");
        Refused(() => Lend(_head, _manager, _deputy, Today.AddDays(-1), Today)).Should().StartWith("Cover begins today, Monday 2 November 2026, or later");
        Refused(() => Lend(_head, _manager, _deputy, Today, Today.AddDays(Cover.LongestDays))).Should().Be("The cover must be 92 days or fewer, so Monday 1 February 2027 at the latest. Record the rest when it comes to that");
        Lend(_head, _manager, _deputy, Today, Today.AddDays(Cover.LongestDays - 1)).To.Should().Be(new DateOnly(2027, 2, 1));
    }

    [Fact]
    public void The_same_cover_is_not_recorded_twice_for_a_day()
    {
        var first = Lend(_head, _manager, _deputy, Today, Today.AddDays(4));

        Refused(() => Lend(_head, _manager, _deputy, Today.AddDays(4), Today.AddDays(8), others: first)).Should().Contain("already. Choose days outside these");
        Lend(_head, _manager, _deputy, Today.AddDays(5), Today.AddDays(8), others: first).From.Should().Be(Today.AddDays(5));
    }

    [Fact]
    public void Cover_is_recorded_by_a_head_of_the_team_whose_post_it_is()
    {
        var other = new Person { Id = new(72), UserName = "d.b", Name = "D. Bellflower", Grade = Grade.DeputyHead, Team = "B" };

        foreach (var somebody in new[] { _ann, _manager, other }) Refused(() => Lend(somebody, A.Caseworker, _deputy, Today, Today)).Should().Contain("is recorded by a deputy head or head of their team");
        Lend(A.HeadOfSection, _manager, _deputy, Today, Today).RecordedBy.Should().Be(A.HeadOfSection.Id);
    }

    [Fact]
    public void Cover_ended_early_keeps_what_it_was_and_stopped_cover_lends_nothing_from_then_on()
    {
        var (early, stopped) = (Lend(_head, _manager, _deputy, Today, Today.AddDays(9)), Lend(_head, _ann, _deputy, Today, Today.AddDays(9)));

        early.End(_deputy, Today.AddDays(2), On(_head));
        stopped.Cancel(_deputy, On(_head));

        (early.To, early.PlannedTo).Should().Be((Today.AddDays(2), Today.AddDays(9)));
        stopped.HoldsOn(Today).Should().BeFalse();
        Refused(() => stopped.Cancel(_deputy, On(_head))).Should().StartWith("This is over already");
        Refused(() => early.End(_deputy, Today.AddDays(5), On(_head))).Should().Contain("To make it longer, record what follows");
        Refused(() => early.End(_deputy, Today.AddDays(-1), On(_head))).Should().StartWith("The last day must be Monday 2 November 2026 or later");
    }

    [Fact]
    public void A_persons_absences_do_not_overlap()
    {
        Absence.Record(_ann, Today, Today.AddDays(4), "Annual leave", On(_manager));

        Refused(() => Absence.Record(_ann, Today.AddDays(4), Today.AddDays(6), "Training", On(_manager))).Should().Contain("is recorded as away from Monday 2 November 2026 to Friday 6 November 2026 already");
        _ann.AwayOn(Today.AddDays(4)).Should().NotBeNull();
        _ann.AwayOn(Today.AddDays(5)).Should().BeNull();
    }

    [Fact]
    public void An_absence_is_recorded_by_the_person_or_by_those_who_manage_the_team()
    {
        Absence.Record(_ann, Today, Today, "Sick leave", On(_ann)).RecordedBy.Should().Be(_ann.Id);

        Refused(() => Absence.Record(_manager, Today, Today, "Sick leave", On(_ann))).Should().Contain("is recorded by themselves, or by a team manager or above of their team");
        Absence.Record(_deputy, Today, Today, "Sick leave", On(_manager)).RecordedBy.Should().Be(_manager.Id);
    }

    [Fact]
    public void A_cancelled_absence_stays_on_the_record_and_is_none()
    {
        var absence = Absence.Record(_ann, Today, Today.AddDays(4), "Annual leave", On(_ann));

        absence.Cancel(_ann, On(_ann));

        _ann.Absences.Should().ContainSingle();
        _ann.AwayOn(Today).Should().BeNull();
        Absence.Record(_ann, Today, Today.AddDays(1), "Training", On(_ann)).Reason.Should().Be("Training");
    }

    [Fact]
    public void Whoever_is_back_this_morning_was_away_until_yesterday()
    {
        var absence = Absence.Record(_ann, Today.AddDays(-3), Today.AddDays(4), "Sick leave", On(_manager));

        absence.End(_ann, Today.AddDays(-1), On(_ann));

        _ann.AwayOn(Today).Should().BeNull();
        _ann.AwayOn(Today.AddDays(-1)).Should().Be(absence);
    }

    static Occasion On(Person by) => new(Actor.Of(by, A.Reference.Matrix), A.Monday, A.Reference.Book);

    static Cover Lend(Person recorder, Person acts, Person lender, DateOnly from, DateOnly to, params Cover[] others) => Cover.Record(acts, lender, from, to, "Annual leave", others, On(recorder));

    static string Refused(Action act) => act.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle().Subject.Text;
}
