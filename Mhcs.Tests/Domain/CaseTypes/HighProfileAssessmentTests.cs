using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;
using Terms = Mhcs.Domain.CaseTypes.Terms;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class HighProfileAssessmentTests
{
    [Fact]
    public void The_deputy_head_assesses_within_two_working_days_of_the_admission_or_sentence()
    {
        var assessment = ToAssess();

        assessment.Running(Terms.HighProfileAssessment)!.LastDay.Should().Be(new DateOnly(2026, 11, 4));
        assessment.RefusedTo(A.TeamManager, "assess-as-high-profile").Should().ContainSingle(r => r.Code == "not-entitled");
        assessment.TakeAs(A.DeputyHead, "assess-as-high-profile").Running(Terms.HighProfileAssessment).Should().BeNull();
    }

    [Fact]
    public void Whoever_put_the_evidence_does_not_assess_it() =>
        A.HighProfile().Assigned().Take("record-the-evidence").TakeAs(A.DeputyHead, "put-it-to-the-deputy-head").RefusedTo(A.DeputyHead, "assess-as-high-profile").Should().ContainSingle(r => r.Text.Contains("recommended this yourself"));

    [Fact]
    public void A_high_profile_patients_decisions_are_raised_and_head_minister_and_press_office_are_told()
    {
        var assessment = ToAssess();
        Grade Level() => A.Reference.Matrix.LevelFor(Authorities.UnescortedLeave, assessment.File);
        var before = Level();

        assessment.Take("assess-as-high-profile");

        (before, Level()).Should().Be((Grade.DeputyHead, Grade.HeadOfTeam));
        assessment.Patient.HighProfile.Should().BeTrue();
        assessment.Told.Should().Contain(["head-of-team", "ministers-office", "press-office"]);
        assessment.Issued.Should().Contain("high-profile-briefing");
    }

    [Fact]
    public void A_file_that_closes_by_itself_names_those_who_go_on_with_the_patient_and_nobody_else()
    {
        var assessment = ToAssess().TakeAs(A.DeputyHead, "assess-as-high-profile");
        var (another, away) = (A.Person(Grade.Caseworker, 77), A.Person(Grade.TeamManager, 78));
        away.Active = false;
        var step = HighProfileAssessment.Type.Moves.Single(m => m.Restricts);

        assessment.Act(A.DeputyHead, (file, on) => file.RestrictAfter(step, [A.Administrator, A.Caseworker, A.CaseworkManager, A.TeamManager, A.HeadOfTeam, away], [another.Id], on));

        assessment.File.Named.Should().BeEquivalentTo([A.Caseworker.Id, A.TeamManager.Id, A.DeputyHead.Id, A.HeadOfTeam.Id, another.Id]);
        assessment.Events.OfType<RestrictionChanged>().Single().Why.Should().Be("Assess as high profile");
        assessment.RefusedTo(A.CaseworkManager, "record-the-briefing").Should().ContainSingle(r => r.Code == "not-entitled");
        assessment.Take("record-the-briefing").State.Should().Be("Briefed");
    }

    [Fact]
    public void A_file_that_somebody_has_closed_already_stays_as_they_closed_it()
    {
        var assessment = ToAssess().Act(A.TeamManager, (file, on) => file.Restrict(true, [A.DeputyHead.Id], "Press interest", on)).TakeAs(A.DeputyHead, "assess-as-high-profile");

        assessment.Act(A.DeputyHead, (file, on) => file.RestrictAfter(HighProfileAssessment.Type.Moves.Single(m => m.Restricts), [A.HeadOfTeam], [], on));

        assessment.File.Named.Should().BeEquivalentTo([A.Caseworker.Id, A.TeamManager.Id, A.DeputyHead.Id]);
    }

    [Fact]
    public void Whoever_is_given_a_restricted_case_is_let_in_only_where_that_is_said()
    {
        var assessment = ToAssess().Act(A.TeamManager, (file, on) => file.Restrict(true, [], "Press interest", on));
        var another = A.Person(Grade.Caseworker, 77);

        assessment.Refused(A.TeamManager, (file, on) => file.AssignTo(another, on)).Should().ContainSingle(r => r.Text.Contains("not named on it"));
        assessment.Act(A.TeamManager, (file, on) => file.AssignTo(another, on, letIn: true));

        (assessment.File.AssigneeId, assessment.File.Named.Contains(another.Id)).Should().Be((another.Id, true));
    }

    [Fact]
    public void Whoever_is_not_high_profile_loses_the_flag_they_came_with()
    {
        var assessment = ToAssess(flagged: true).Take("assess-as-not-high-profile");

        assessment.State.Should().Be("NotHighProfile");
        assessment.Patient.HighProfile.Should().BeFalse();
    }

    [Fact]
    public void High_profile_is_reviewed_half_a_year_after_the_briefing_and_after_each_review()
    {
        var assessment = ToAssess().Through("assess-as-high-profile", "record-the-briefing");
        var first = assessment.Running(Terms.HighProfileReview)!.LastDay;

        assessment.On(first).Through("put-the-review-to-the-deputy-head", "keep-as-high-profile");

        first.Should().Be(new DateOnly(2027, 5, 4));
        assessment.State.Should().Be("Briefed");
        assessment.Running(Terms.HighProfileReview)!.LastDay.Should().Be(first.AddDays(182));
    }

    [Fact]
    public void The_end_of_it_lowers_decisions_again()
    {
        var assessment = ToAssess().Through("assess-as-high-profile", "record-the-briefing", "put-the-review-to-the-deputy-head");

        assessment.RefusedTo(A.Caseworker, "end-the-high-profile").Should().ContainSingle(r => r.Code == "not-entitled");
        assessment.Take("end-the-high-profile");

        (assessment.State, assessment.Patient.HighProfile).Should().Be(("NoLonger", false));
    }

    [Theory, MemberData(nameof(Events))]
    public void The_head_hears_of_every_decision_and_concern_about_a_high_profile_patient(string type, string step)
    {
        var rows = AllCaseTypes.Get(type).Moves.Where(m => m.Step.Code == step).ToList();

        rows.Should().NotBeEmpty().And.OnlyContain(m => m.Tells.Contains(Parties.HeadIfHighProfile) || m.Tells.Contains(Parties.HeadOfTeam));
    }

    public static TheoryData<string, string> Events => new()
    {
        { "conditional-discharge", "refuse-the-discharge" }, { "conditional-discharge", "refuse-the-change" }, { "conditional-discharge", "raise-a-concern" }, { "conditional-discharge", "keep-under-supervision" },
        { "remission", "refuse-the-remission" }, { "annual-report", "read-concern" }, { "annual-report", "decide-on-the-concern" }, { "leave", "refuse-the-overnight-leave" }, { "hospital-transfer", "refuse-the-step-down" }, { "recall", "refuse-recall" },
    };

    [Fact]
    public void Nobody_is_told_of_a_patient_who_is_not_high_profile()
    {
        PlayedCase Refused(bool high) => A.Discharge(p => p.HighProfile = high).AwaitingDecision().Take("refuse-the-discharge");

        Refused(high: true).Told.Count(p => p == Parties.HeadIfHighProfile.Key).Should().Be(2, "of the opening and of the refusal");
        Refused(high: false).Told.Should().NotContain(Parties.HeadIfHighProfile.Key);
    }

    [Theory, InlineData("letter"), InlineData("parliamentary-question"), InlineData("litigation")]
    public void The_head_hears_when_somebody_writes_or_asks_about_a_high_profile_patient(string type)
    {
        A.Case(type, LegalCategory.S37_41, p => p.HighProfile = true).Told.Should().Contain(Parties.HeadIfHighProfile.Key);
        A.Case(type, LegalCategory.S37_41).Told.Should().NotContain(Parties.HeadIfHighProfile.Key);
    }

    [Fact]
    public void High_profile_ends_only_with_its_review_and_not_with_the_case()
    {
        var assessment = ToAssess().Take("assess-as-high-profile");

        assessment.Offers(A.HeadOfSection).Should().NotContain(o => o.Step.Code == "end-case");
        assessment.Through("record-the-briefing", "put-the-review-to-the-deputy-head").Offers(A.HeadOfSection).Should().NotContain(o => o.Step.Code == "end-case");
    }

    [Fact]
    public void A_prison_transfer_after_a_serious_offence_opens_an_assessment_with_its_reason_once()
    {
        var transfer = A.PrisonTransfer().Assigned().Take("flag-as-possibly-high-profile", (Facts.HighProfileWhy, "Serious offence, transfer from prison"));

        var (assessment, _) = CaseFile.OpenAfter(transfer.File, new("S-0002"), HighProfileAssessment.Type, transfer.On(A.Caseworker));

        PrisonTransfer.Type.Moves.Where(m => m.Step.Code == "flag-as-possibly-high-profile").Should().OnlyContain(m => m.Opens == HighProfileAssessment.Type.Key);
        assessment.Facts.Text(Facts.HighProfileWhy).Should().Be("Serious offence, transfer from prison");
        assessment.Deadlines.Should().ContainSingle(d => d.Rule == Terms.HighProfileAssessment.Rule);
        transfer.Offers(A.Caseworker).Should().NotContain(o => o.Step.Code == "flag-as-possibly-high-profile");
    }

    static PlayedCase ToAssess(bool flagged = false) => A.HighProfile(p => p.HighProfile = flagged).Assigned().Through("record-the-evidence", "put-it-to-the-deputy-head").DaysLater(1);
}
