using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class RemissionTests
{
    static readonly DateOnly Soon = new(2026, 11, 20);

    static IReadOnlyList<Refusal> AcceptedWithout(params (Mhcs.Domain.Workflow.Fact, string?)[] answers) => A.Remission().Assigned().Take("check-the-form", answers).Refused("accept-for-assessment");

    [Fact]
    public void A_release_date_put_off_on_the_record_overtakes_no_remission_on_the_old_day()
    {
        var remission = A.Remission(p => p.ReleaseDate = new(2027, 1, 8)).WarrantSigned();
        remission.Patient.Apply(new SentenceRecorded(new(2027, 6, 30), null, remission.Today));

        remission.On(new(2027, 1, 8), 0).TimePasses();

        (remission.State, remission.Patient.Category, remission.Running(Terms.ReleaseDateReached)!.From).Should().Be(("WarrantIssued", LegalCategory.S47_49, new DateOnly(2027, 6, 30)));
    }

    [Fact]
    public void A_form_with_another_release_date_than_the_record_is_not_accepted_before_it_is_known_which_is_right()
    {
        var remission = A.Remission(p => p.ReleaseDate = new(2027, 6, 30)).Assigned().Take("check-the-form", (Facts.ReleaseDate, "2027-05-30"));

        remission.Refused("accept-for-assessment").Should().ContainSingle(r => r.Text.Contains("30 June 2027") && r.Mend!.Key == Facts.ReleaseDate.Key);
        remission.Recording((Facts.ReleaseDate, "2027-06-30")).Refused("accept-for-assessment").Should().BeEmpty();
    }

    [Fact]
    public void A_remission_is_refused_after_the_release_date()
    {
        var remission = A.Remission().AwaitingDecision().Recording((Facts.ReleaseDate, A.Text(new DateOnly(2026, 10, 30))));

        var refused = remission.Refused("approve-the-remission");

        refused.Should().ContainSingle(r => r.Text.StartsWith("The release date has passed", StringComparison.Ordinal) && r.Mend!.Key == Facts.ReleaseDate.Key);
    }

    [Fact]
    public void A_remission_is_refused_until_a_magistrates_case_is_sent_to_the_Crown_Court()
    {
        var remission = A.Remission(p => p.Section48 = Section48Kind.B, LegalCategory.S48_49).Assigned().Take("check-the-form");

        remission.Refused("accept-for-assessment").Should().ContainSingle(r => r.Mend!.Key == Facts.SentToCrownCourt.Key);
        remission.Recording((Facts.SentToCrownCourt, "Yes")).Take("accept-for-assessment").State.Should().Be("Assessment");
    }

    [Fact]
    public void A_remission_is_refused_without_exactly_one_ground() =>
        AcceptedWithout((Facts.RemissionGround, null)).Should().ContainSingle(r => r.Mend!.Key == Facts.RemissionGround.Key);

    [Fact]
    public void A_remission_is_refused_without_a_section_117_meeting_unless_its_absence_is_explained()
    {
        AcceptedWithout((Facts.AftercareMeetingOn, null)).Should().ContainSingle(r => r.Mend!.Key == Facts.AftercareMeetingOn.Key);
        AcceptedWithout((Facts.AftercareMeetingOn, null), (Facts.NoAftercareMeeting, "Serious management problem"), (Facts.MinutesSentOn, null)).Should().BeEmpty();
    }

    [Fact]
    public void A_remission_is_refused_until_the_minutes_went_to_the_prison() =>
        AcceptedWithout((Facts.MinutesSentOn, null)).Should().ContainSingle(r => r.Mend!.Key == Facts.MinutesSentOn.Key);

    [Theory, InlineData("No"), InlineData(null)]
    public void A_remission_is_refused_until_the_governor_agrees(string? answer) =>
        AcceptedWithout((Facts.GovernorAgreed, answer)).Should().ContainSingle(r => r.Mend!.Key == Facts.GovernorAgreed.Key);

    [Fact]
    public void Every_guard_holds_again_when_the_remission_is_decided()
    {
        var remission = A.Remission().AwaitingDecision().Recording((Facts.GovernorAgreed, "No"));

        remission.Refused("approve-the-remission").Should().ContainSingle(r => r.Mend!.Key == Facts.GovernorAgreed.Key);
    }

    [Fact]
    public void An_urgent_request_is_telephoned_through_before_it_is_decided()
    {
        var remission = A.Remission(answers: (Facts.Urgent, "Yes")).AwaitingDecision();

        remission.Refused("approve-the-remission").Should().ContainSingle(r => r.Mend!.Key == Facts.UrgentToldTo.Key);
        remission.Take("record-the-telephone-call").Take("approve-the-remission").State.Should().Be("Approved");
    }

    [Fact]
    public void An_incomplete_form_goes_back_and_is_checked_again()
    {
        var remission = A.Remission().Assigned().Take("check-the-form", (Facts.GovernorAgreed, null)).Take("return-as-incomplete");

        remission.Take("check-the-form").Take("accept-for-assessment").State.Should().Be("Assessment");
    }

    [Fact]
    public void A_remission_takes_effect_only_on_arrival()
    {
        var remission = A.Remission().WarrantSigned();

        remission.Patient.Category.Should().Be(LegalCategory.S47_49);
        remission.Take("confirm-the-arrival-in-prison");

        (remission.Patient.Category, remission.Patient.Hospital).Should().Be((LegalCategory.NotRestricted, null));
        remission.Running(Terms.ConfirmRestrictionEnded)!.LastDay.Should().Be(remission.Today);
    }

    [Fact]
    public void The_release_date_ends_the_restriction_by_itself_as_the_day_begins()
    {
        var remission = A.Remission(p => p.ReleaseDate = Soon).WarrantSigned();

        remission.On(Soon.AddDays(-1), 23).TimePasses().State.Should().Be("WarrantIssued");
        remission.On(Soon, 0).TimePasses();

        remission.State.Should().Be("Overtaken");
        (remission.Patient.Category, remission.Patient.CategorySince).Should().Be((LegalCategory.Notional37, Soon));
        remission.File.Type.Moves.Where(m => m.To.Code == "Overtaken" && !AfterRestrictions.IsOne(m)).Should().OnlyContain(m => m.Opens == "end-of-restriction");
    }

    [Fact]
    public void The_clock_knows_when_to_look_although_the_release_date_is_nobodys_duty()
    {
        var remission = A.Remission(answers: (Facts.ReleaseDate, A.Text(new DateOnly(2027, 5, 3)))).WarrantSigned();

        remission.Running(Terms.ReleaseDateReached)!.Watch.Should().BeTrue();
        remission.Running(Terms.ReleaseDateWarning)!.LastDay.Should().Be(new DateOnly(2027, 2, 2));
        remission.File.NextOverdueAt.Should().BeOnOrBefore(remission.Running(Terms.ReleaseDateReached)!.OverdueAt);
    }

    [Fact]
    public void A_lifer_has_no_release_date_to_watch() =>
        A.Remission().Running(Terms.ReleaseDateReached).Should().BeNull();

    [Fact]
    public void A_remission_can_be_cancelled_until_the_patient_has_arrived()
    {
        var remission = A.Remission().WarrantSigned().Take("cancel-the-remission");

        (remission.State, remission.Patient.Category).Should().Be(("Cancelled", LegalCategory.S47_49));
    }

    [Fact]
    public void A_remission_is_decided_by_a_deputy_head() =>
        A.Remission().AwaitingDecision().RefusedTo(A.TeamManager, "approve-the-remission").Should().ContainSingle(r => r.Code == "not-entitled");

    [Fact]
    public void Release_instead_of_remission_is_for_sentenced_patients()
    {
        A.Remission(p => p.Section48 = Section48Kind.A, LegalCategory.S48_49).AwaitingDecision().Refused("approve-release").Should().ContainSingle(r => r.Text.StartsWith("Release under section 50(1)(b)", StringComparison.Ordinal));
        A.Remission().AwaitingDecision().Through("approve-release", "confirm-the-release").Patient.Category.Should().Be(LegalCategory.NotRestricted);
    }

    [Fact]
    public void Only_a_patient_who_came_from_prison_is_remitted()
    {
        var opening = () => A.Case("remission", LegalCategory.S37_41);

        opening.Should().Throw<RuleBroken>();
    }
}
