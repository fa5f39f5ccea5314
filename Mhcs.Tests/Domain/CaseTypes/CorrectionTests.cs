using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

/// <summary>A correction takes what the decision took, and makes nobody's text somebody else's.</summary>
public sealed class CorrectionTests
{
    const string Sound = "Dear Ms Marchbank\n\nThank you for your letter. I cannot comment on any person.\n\nYours sincerely";

    [Fact]
    public void The_terms_of_agreed_leave_are_corrected_only_by_somebody_who_may_agree_them_as_they_were_and_as_they_become()
    {
        var leave = A.Leave().AwaitingDecision().Take("agree-the-escorted-day-leave");

        leave.RefusedToRecord(A.Administrator, (Facts.LeaveKind, Facts.UnescortedOvernight)).Should().ContainSingle(r => r.Code == "not-entitled" && r.Field == Facts.LeaveKind.Key);
        leave.RefusedToRecord(A.CaseworkManager, (Facts.LeaveKind, Facts.UnescortedOvernight)).Should().ContainSingle(r => r.Text.Contains("Deciding overnight leave needs a deputy head"));
        leave.RefusedToRecord(A.Caseworker, (Facts.LeaveExclusions, "None any more")).Should().ContainSingle(r => r.Code == "not-entitled");
        leave.Patient.Leaves[0].Kind.Should().Be(Facts.EscortedDay);
        leave.RefusedToRecord(A.CaseworkManager, (Facts.LeaveWhere, "The village, on foot")).Should().BeEmpty();
        leave.Patient.Leaves[0].Where.Should().Be("The village, on foot");
    }

    [Fact]
    public void Suspended_leave_is_not_made_a_lesser_kind_so_that_somebody_else_may_let_it_go_on()
    {
        var leave = A.Leave(Facts.UnescortedOvernight).AwaitingDecision().Take("agree-the-overnight-leave").Take("record-the-clinicians-suspension");

        leave.RefusedToRecord(A.CaseworkManager, (Facts.LeaveKind, Facts.EscortedDay)).Should().ContainSingle(r => r.Code == "not-entitled");
        leave.RefusedToRecord(A.DeputyHead, (Facts.LeaveKind, Facts.EscortedDay)).Should().BeEmpty();
        leave.RefusedToRecord(A.CaseworkManager, (Facts.LeaveHowOften, "Daily")).Should().ContainSingle(r => r.Code == "not-entitled", "it was agreed as overnight leave");
    }

    [Fact]
    public void What_is_asked_for_is_anybodys_to_correct_until_it_is_decided_on()
    {
        var leave = A.Leave().AwaitingDecision();

        leave.RefusedToRecord(A.Administrator, (Facts.LeaveKind, Facts.UnescortedDay), (Facts.LeaveWhere, "The village")).Should().BeEmpty();
    }

    [Fact]
    public void A_correction_does_not_turn_the_days_of_leave_round() =>
        A.Leave().RefusedToRecord(A.Administrator, (Facts.LeaveFrom, "2027-12-31")).Should().ContainSingle(r => r.Field == Facts.LeaveFrom.Key && r.Text.Contains("can’t be before its first"));

    [Fact]
    public void What_a_decision_recorded_is_corrected_only_by_somebody_who_may_take_it()
    {
        var recall = A.Recall().WarrantSigned();

        recall.RefusedToRecord(A.Administrator, (Facts.BriefReason, "Another reason altogether")).Should().ContainSingle(r => r.Text.Contains("Signing a warrant needs a deputy head"));
        recall.RefusedToRecord(A.Caseworker, (Facts.Recommendation, "Do not recall")).Should().ContainSingle(r => r.Code == "not-entitled", "a recall was decided on it");
        recall.RefusedToRecord(A.DeputyHead, (Facts.BriefReason, "Another reason altogether")).Should().BeEmpty();
    }

    [Fact]
    public void The_same_words_again_are_no_event_and_leave_the_text_to_whoever_wrote_it()
    {
        var recall = A.Recall().Assigned().Through("assess-the-concern", "consider-recall").TakeAs(A.DeputyHead, "recommend-recall");
        var version = recall.File.Version;

        recall.RecordingAs(A.Caseworker, (Facts.Recommendation, recall.File.Facts.Text(Facts.Recommendation)));

        recall.File.Version.Should().Be(version);
        recall.File.Facts.Entry(Facts.Recommendation)!.By.Should().Be(A.DeputyHead.Id);
        recall.RefusedTo(A.DeputyHead, "approve-recall").Should().ContainSingle(r => r.Text.StartsWith("You recommended this yourself"));
    }

    [Fact]
    public void A_recommendation_that_a_colleague_corrected_stays_that_of_whoever_gave_it()
    {
        var recall = A.Recall().Assigned().Through("assess-the-concern", "consider-recall").TakeAs(A.DeputyHead, "recommend-recall").Recording((Facts.Recommendation, "Recall, and soon"));

        recall.RefusedTo(A.DeputyHead, "approve-recall").Should().ContainSingle(r => r.Text.StartsWith("You recommended this yourself"));
        recall.RefusedTo(A.HeadOfTeam, "approve-recall").Should().BeEmpty();
    }

    [Fact]
    public void Whoever_recommended_before_it_was_sent_back_does_not_decide_what_came_of_it()
    {
        var recall = A.Recall().Assigned().Through("assess-the-concern", "consider-recall").TakeAs(A.DeputyHead, "recommend-recall").TakeAs(A.HeadOfTeam, "send-back").Take("recommend-recall", (Facts.Recommendation, "Recall, and soon"));

        recall.RefusedTo(A.DeputyHead, "approve-recall").Should().ContainSingle(r => r.Text.StartsWith("You recommended this yourself"));
    }

    [Fact]
    public void A_recommendation_after_the_decision_on_the_last_one_is_its_writers_alone()
    {
        var flagged = A.HighProfile().Assigned().Take("record-the-evidence").TakeAs(A.HeadOfTeam, "put-it-to-the-deputy-head").Through("assess-as-high-profile", "record-the-briefing").Take("put-the-review-to-the-deputy-head", (Facts.Recommendation, "Keep it for another half year"));

        flagged.RefusedTo(A.HeadOfTeam, "keep-as-high-profile").Should().BeEmpty();
    }

    [Fact]
    public void Whoever_drafted_a_reply_stays_its_drafter_when_a_colleague_mends_a_comma()
    {
        var letter = A.Letter().Assigned().Take("allocate-the-letter").TakeAs(A.DeputyHead, "write-the-draft", (Facts.ReplyText, Sound)).Take("write-the-draft", (Facts.ReplyText, Sound.Replace("letter. I", "letter; I"))).Take("submit-the-draft-for-clearance");

        letter.RefusedTo(A.DeputyHead, "clear-the-draft-for-the-minister").Should().ContainSingle(r => r.Text.StartsWith("You drafted this yourself"));
    }

    [Fact]
    public void A_cleared_reply_is_changed_only_by_sending_it_back()
    {
        var letter = A.Letter().Assigned().Take("allocate-the-letter").Take("write-the-draft", (Facts.ReplyText, Sound)).Take("submit-the-draft-for-clearance");

        letter.RefusedToRecord(A.DeputyHead, (Facts.ReplyText, "Something else")).Should().ContainSingle(r => r.Text.Contains("“Send back for more work”"));
        letter.Take("clear-the-draft-for-the-minister").Take("record-the-ministers-signature");

        letter.RefusedToRecord(A.HeadOfSection, (Facts.ReplyText, "Something else"), (Facts.DisclosureBasis, Facts.DisclosureBasis.Options[1])).Should().HaveCount(2).And.OnlyContain(r => r.Mend == Mend.Take(Step.Called("Send back for more work", "send-back")));
        letter.Take("send-back").Take("write-the-draft", (Facts.ReplyText, $"{Sound} always")).Take("submit-the-draft-for-clearance").Take("clear-the-draft-for-the-minister").Take("record-the-ministers-signature");
        letter.Meets((file, on) => file.IssuePaper(2, "second", on)).Refused("send-the-reply").Should().BeEmpty("the first reply never goes out");
    }

    [Fact]
    public void A_statement_is_not_corrected_by_whoever_would_endorse_it()
    {
        var tribunal = A.Tribunal().ToEndorse();

        tribunal.RefusedToRecord(A.Person(Grade.Caseworker, 21), (Facts.Observations, "Much the same")).Should().ContainSingle(r => r.Text.Contains("“Send back for more work”"));
        tribunal.Take("send-back").TakeAs(A.Person(Grade.Caseworker, 21), "write-the-statement", (Facts.Observations, "Much the same")).RefusedTo(A.Caseworker, "endorse-the-statement").Should().ContainSingle(r => r.Text.StartsWith("You wrote this statement yourself"));
    }

    [Fact]
    public void Leave_that_was_taken_over_in_force_is_settled_too()
    {
        var facts = Mhcs.Tests.Support.Answers.To(Leave.Type.AllFacts, A.Monday, (Facts.LeaveKind, Facts.UnescortedOvernight));
        var (file, _) = CaseFile.TakeOver(CaseReference.Of("L", 1), Leave.Type, A.Patient(Mhcs.Domain.Patients.LegalCategory.S37_41), new(Leave.Type.State("InForce"), new(2026, 10, 1), new(2026, 10, 8), facts, null), A.Leave().On(A.HeadOfSection));

        var correct = () => file.RecordFacts(FactSheet.Of([new(Facts.LeaveKind.Key, Facts.EscortedDay)]), "Wrong", A.Leave().On(A.CaseworkManager));

        correct.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Code == "not-entitled");
    }

    [Theory, MemberData(nameof(EveryTableTests.Types), MemberType = typeof(EveryTableTests))]
    public void What_a_decision_settles_was_asked_before_and_what_is_cleared_is_written_by_a_step(string key)
    {
        var type = AllCaseTypes.Get(key);

        type.Moves.SelectMany(m => m.Settles).Should().BeSubsetOf(type.AllFacts);
        type.Moves.Where(m => m.Settles.Count > 0 && !m.By.IsDecision).Should().BeEmpty();
        type.AllFacts.Where(f => f.IsCleared && !type.Moves.Any(m => m.Asks.Contains(f))).Should().BeEmpty();
    }
}
