using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Domain.CaseTypes;

public sealed class CorrespondenceTests
{
    const string Sound = "Dear Ms Marchbank\n\nThank you for your letter. I cannot comment on any person.\n\nYours sincerely";

    [Fact]
    public void A_ministers_letter_may_be_long_and_what_is_longer_is_told_so()
    {
        var letter = A.Letter().Assigned().Take("allocate-the-letter");
        string Of(int length) => Sound.PadRight(length, 'x');

        letter.Refused("write-the-draft", (Facts.ReplyText, Of(20_001))).Should().Contain(r => r.Field == Facts.ReplyText.Key && r.Text == "Text must be 20,000 characters or fewer; it has 20,001");
        letter.Take("write-the-draft", (Facts.ReplyText, Of(20_000))).File.Facts.Text(Facts.ReplyText).Should().HaveLength(20_000);
    }

    [Fact]
    public void An_MPs_letter_is_drafted_cleared_by_another_signed_by_the_minister_and_sent_on_day_19()
    {
        var letter = A.Letter().Assigned().Take("allocate-the-letter").Take("write-the-draft", (Facts.ReplyText, Sound));

        letter.Take("submit-the-draft-for-clearance").Take("clear-the-draft-for-the-minister").On(new DateOnly(2026, 11, 26)).Take("record-the-ministers-signature").Issuing().On(new DateOnly(2026, 11, 27)).Take("send-the-reply").Take("file-the-letter");

        letter.State.Should().Be("Closed");
        var reply = letter.File.Deadlines.Single(d => d.Rule == Terms.MpLetterReply.Rule);
        (reply.LastDay, reply.MetAt, reply.MissedAt).Should().Be((new DateOnly(2026, 11, 30), letter.Now, null));
        CaseFile.HowWorkedOut(reply, letter.On(A.Caseworker)).Steps.Select(s => s.Text).Should().Contain(["Monday 2 November 2026: the letter is received.", "20 working days. The first working day after that day is day one. Weekends and the bank holidays of England and Wales aren't counted.", "Monday 30 November 2026."]);
        letter.File.Deadlines.Single(d => d.Rule == Terms.MpLetterDraft.Rule).LastDay.Should().Be(new DateOnly(2026, 11, 16));
    }

    [Fact]
    public void A_case_about_nobody_is_known_by_who_wrote_and_about_what()
    {
        var letter = A.Letter();

        (letter.File.Patient, letter.File.PatientNumber).Should().Be((null, null));
        (letter.File.Title, letter.File.Team).Should().Be(("Thessaly Marchbank: Delay of transfers from prison", "A"));
        var opening = () => PlayedCase.Open(Recall.Type, null, null);
        opening.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Field == "patient");
    }

    [Fact]
    public void Nobody_clears_their_own_draft()
    {
        var letter = A.Letter().Assigned().Take("allocate-the-letter").TakeAs(A.DeputyHead, "write-the-draft", (Facts.ReplyText, Sound)).Take("submit-the-draft-for-clearance");

        letter.RefusedTo(A.DeputyHead, "clear-the-draft-for-the-minister").Should().ContainSingle(r => r.Text.Contains("somebody else", StringComparison.Ordinal));
        letter.RefusedTo(A.HeadOfTeam, "clear-the-draft-for-the-minister").Should().BeEmpty();
    }

    [Fact]
    public void The_ministers_office_sends_a_draft_back_with_its_reason()
    {
        var letter = WithMinister().Take("record-that-the-ministers-office-sent-it-back", (Facts.ReturnedBecause, "Warmer, please"));

        (letter.State, letter.File.Facts.Text(Facts.ReturnedBecause)).Should().Be(("Drafting", "Warmer, please"));
        letter.Running(Terms.MpLetterReply).Should().NotBeNull();
    }

    [Fact]
    public void A_reply_that_confirms_nothing_names_no_patient()
    {
        var letter = AboutBrambleton(Facts.FromMp).Take("write-the-draft", (Facts.ReplyText, "Dear Ms Marchbank\n\nMr Brambleton is well."), (Facts.StyleAccepted, "She knows"));

        letter.Refused("submit-the-draft-for-clearance").Should().ContainSingle(r => r.Field == Facts.DisclosureBasis.Key);
        letter.Refused("submit-the-draft-for-clearance", (Facts.DisclosureBasis, "Consent of the person it is about"), (Facts.DisclosureDetail, null)).Should().ContainSingle(r => r.Text.Contains("basis", StringComparison.Ordinal));
        letter.Refused("submit-the-draft-for-clearance", (Facts.DisclosureBasis, "Consent of the person it is about"), (Facts.DisclosureDetail, "Consent of 1 November, on file")).Should().BeEmpty();
    }

    [Theory, InlineData(Facts.FromMp, true), InlineData(Facts.FromSolicitor, true), InlineData("Organisation", false)]
    public void The_authority_of_Members_and_solicitors_is_checked(string from, bool needed)
    {
        var letter = AboutBrambleton(from).Take("write-the-draft", (Facts.ReplyText, Sound));

        letter.Refused("submit-the-draft-for-clearance", (Facts.AuthorityCheck, null)).Any(r => r.Field == Facts.AuthorityCheck.Key).Should().Be(needed);
    }

    [Fact]
    public void A_victim_is_answered_through_the_liaison_officer()
    {
        var letter = AboutBrambleton(Facts.FromVictim).Take("write-the-draft", (Facts.ReplyText, Sound)).Take("submit-the-draft-for-clearance").Take("clear-the-reply").Take("sign-the-reply").Issuing();

        letter.Refused("send-the-reply", (Facts.SentHow, "By post")).Should().ContainSingle(r => r.Field == Facts.SentHow.Key);
        letter.Refused("send-the-reply", (Facts.SentHow, Facts.ByLiaison)).Should().BeEmpty();
    }

    [Fact]
    public void A_victim_who_writes_is_named_nowhere_on_the_letter()
    {
        var named = () => A.Case("letter", LegalCategory.S37_41, null, (Facts.LetterKind, Facts.TreatOfficial), (Facts.LetterFrom, Facts.FromVictim), (Facts.Correspondent, "Odeline Quincemarsh"));
        var letter = AboutBrambleton(Facts.FromVictim);

        named.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Field == Facts.Correspondent.Key && r.Text.Contains("The name goes on the victim’s record", StringComparison.Ordinal));
        letter.File.Subject.Should().StartWith(Facts.AVictim);
        letter.Refused(A.Caseworker, (file, on) => file.RecordFacts(FactSheet.Of([KeyValuePair.Create(Facts.Correspondent.Key, (string?)"Odeline Quincemarsh")]), "Put right", on)).Should().ContainSingle(r => r.Field == Facts.Correspondent.Key);
    }

    [Fact]
    public void A_letter_that_turns_out_to_be_a_victims_loses_the_name_with_the_correction()
    {
        var letter = AboutBrambleton("Member of the public");

        letter.Refused(A.Caseworker, (file, on) => file.RecordFacts(FactSheet.Of([KeyValuePair.Create(Facts.LetterFrom.Key, (string?)Facts.FromVictim)]), "A victim", on)).Should().ContainSingle(r => r.Field == Facts.LetterFrom.Key);
        letter.Recording((Facts.LetterFrom, Facts.FromVictim), (Facts.Correspondent, Facts.AVictim)).File.Subject.Should().StartWith(Facts.AVictim);
    }

    [Theory, InlineData("acknowledge-the-letter"), InlineData("send-a-holding-reply"), InlineData("transfer-the-letter")]
    public void Nothing_else_goes_to_a_victim_directly_either(string step)
    {
        AboutBrambleton(Facts.FromVictim).Refused(step).Should().ContainSingle(r => r.Text.StartsWith("A victim wrote this letter", StringComparison.Ordinal));
        AboutBrambleton("Member of the public").Refused(step).Should().BeEmpty();
    }

    [Fact]
    public void A_victims_letter_is_acknowledged_through_the_liaison_officer()
    {
        var letter = AboutBrambleton(Facts.FromVictim).Take("acknowledge-through-the-liaison-officer");

        letter.Running(Terms.HoldingReply).Should().BeNull();
        (letter.Issued.Any(), letter.Told.Single()).Should().Be((false, Parties.WritersLiaison.Key));
        AboutBrambleton("Member of the public").Offers(A.Caseworker).Should().NotContain(o => o.Step.Code == "acknowledge-through-the-liaison-officer");
    }

    [Fact]
    public void A_finding_of_the_house_style_is_mended_or_accepted_after_the_text_was_last_written()
    {
        var letter = A.Letter().Assigned().Take("allocate-the-letter").Take("write-the-draft", (Facts.ReplyText, "Please find attached our reply!"), (Facts.StyleAccepted, "In a hurry"));

        letter.Offers(A.Caseworker).Single(o => o.Step.Code == "submit-the-draft-for-clearance").IsOpen.Should().BeTrue();
        letter.DaysLater(1).Take("write-the-draft", (Facts.ReplyText, "Please find attached our reply!"), (Facts.StyleAccepted, null));
        letter.Refused("submit-the-draft-for-clearance").Should().ContainSingle(r => r.Text.Contains("house-style", StringComparison.Ordinal));
        letter.Take("write-the-draft", (Facts.ReplyText, Sound), (Facts.StyleAccepted, null)).Refused("submit-the-draft-for-clearance").Should().BeEmpty();
    }

    [Fact]
    public void A_breach_of_impartiality_goes_to_the_manager_with_its_reason()
    {
        var letter = A.Letter().Assigned().Take("flag-a-breach-of-impartiality", (Facts.ImpartialityConcern, "We are asked to praise a party"));

        letter.File.StateKind.Should().Be(StateKind.Deciding);
        letter.Told.Should().Contain(Parties.ManagerForImpartiality.Key);
        letter.RefusedTo(A.Caseworker, "uphold-the-flag-the-request-is-declined").Should().ContainSingle(r => r.Code == "not-entitled");
        letter.TakeAs(A.TeamManager, "uphold-the-flag-the-request-is-declined", (Facts.ImpartialityAnswer, "Decline that part")).State.Should().Be("Drafting");
    }

    [Fact]
    public void A_named_day_question_is_due_on_its_day_and_needs_one()
    {
        var question = A.Case("parliamentary-question", LegalCategory.S37_41, null, (Facts.QuestionKind, Facts.CommonsNamedDay), (Facts.NamedDay, "2026-11-05"));

        question.Running(Terms.NamedDayQuestion)!.LastDay.Should().Be(new DateOnly(2026, 11, 5));
        question.Running(Terms.CommonsQuestion).Should().BeNull();
        var without = () => A.Case("parliamentary-question", LegalCategory.S37_41, null, (Facts.QuestionKind, Facts.CommonsNamedDay));
        without.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Field == Facts.NamedDay.Key);
    }

    [Fact]
    public void A_submission_is_due_on_the_date_that_the_private_office_sets_and_moves_with_it()
    {
        var submission = A.Case("submission", LegalCategory.S37_41, null, (Facts.CommissionedFor, "2026-11-12"));

        submission.Running(Terms.PrivateOfficeDate)!.LastDay.Should().Be(new DateOnly(2026, 11, 12));
        submission.Take("record-that-the-private-office-moved-the-date", (Facts.CommissionedFor, "2026-11-19")).Running(Terms.PrivateOfficeDate)!.LastDay.Should().Be(new DateOnly(2026, 11, 19));
    }

    [Fact]
    public void An_interim_reply_sets_a_new_date_but_not_the_claimants_three_months()
    {
        var claim = A.Case("litigation", LegalCategory.S37_41, null, (Facts.GroundsAroseOn, "2026-10-20")).Assigned().Take("instruct-the-lawyers");

        claim.Running(Terms.LetterBeforeClaimReply)!.LastDay.Should().Be(new DateOnly(2026, 11, 16));
        claim.Take("send-an-interim-reply", (Facts.HoldingUntil, "2026-11-30"));

        claim.Running(Terms.LetterBeforeClaimReply).Should().BeNull();
        claim.Running(Terms.InterimReplyDate)!.LastDay.Should().Be(new DateOnly(2026, 11, 30));
        claim.Running(Terms.ClaimFiled)!.LastDay.Should().Be(new DateOnly(2027, 1, 20));
    }

    [Fact]
    public void Three_months_without_a_claim_end_the_case_by_themselves()
    {
        var claim = A.Case("litigation", LegalCategory.S37_41, null, (Facts.GroundsAroseOn, "2026-10-20")).Assigned().Take("instruct-the-lawyers").Take("write-the-draft", (Facts.ReplyText, Sound))
            .Take("submit-the-draft-for-clearance").Take("clear-the-reply").Issuing().Take("send-the-reply");

        claim.On(new DateOnly(2027, 1, 20)).TimePasses().State.Should().Be("ResponseSent");
        claim.On(new DateOnly(2027, 1, 21)).TimePasses().State.Should().Be("NoClaim");
    }

    [Fact]
    public void A_bank_holiday_anywhere_in_the_kingdom_is_not_counted_for_freedom_of_information()
    {
        var request = A.Case("information-request", LegalCategory.S37_41, null, (Facts.RequestKind, Facts.FreedomOfInformation));

        request.Running(Terms.FreedomOfInformation)!.LastDay.Should().Be(new DateOnly(2026, 12, 1), "30 November is St Andrew’s Day");
    }

    [Fact]
    public void A_complex_request_for_ones_own_data_has_three_months_from_its_receipt()
    {
        var request = A.Case("information-request", LegalCategory.S37_41, null, (Facts.RequestKind, Facts.SubjectAccess)).Take("hand-over-to-the-disclosure-team");

        request.Running(Terms.SubjectAccess)!.LastDay.Should().Be(new DateOnly(2026, 12, 2));
        request.DaysLater(10).Take("record-the-extension-of-a-complex-request").Running(Terms.SubjectAccessExtended)!.LastDay.Should().Be(new DateOnly(2027, 2, 2));
    }

    [Fact]
    public void A_request_is_extended_within_the_month_and_not_after_it()
    {
        PlayedCase Request() => A.Case("information-request", LegalCategory.S37_41, null, (Facts.RequestKind, Facts.SubjectAccess)).Take("hand-over-to-the-disclosure-team");

        Request().On(new(2026, 12, 2)).Refused("record-the-extension-of-a-complex-request").Should().BeEmpty("the last day is within it");
        Request().On(new(2026, 12, 3)).Refused("record-the-extension-of-a-complex-request").Should().ContainSingle(r => r.Text.Contains("Article 12(3)", StringComparison.Ordinal));
    }

    [Theory, InlineData("Signed"), InlineData("WithMinister"), InlineData("ToSign"), InlineData("Clearance"), InlineData("HoldingReplySent"), InlineData("Sent")]
    public void A_batch_brings_no_letter_that_was_cleared_or_signed_elsewhere(string state) =>
        TakingOver(state).Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Field == "state");

    [Theory, InlineData("Logged"), InlineData("Drafting")]
    public void A_batch_brings_letters_that_are_still_to_be_answered_and_names_no_victim_either(string state)
    {
        TakingOver(state).Should().NotThrow();
        TakingOver(state, Facts.FromVictim).Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Field == Facts.Correspondent.Key);
    }

    [Fact]
    public void A_letter_without_a_reply_is_not_sent()
    {
        // As a batch could once bring it.
        var signed = A.Letter(Facts.TreatOfficial);
        var file = CaseFile.From(signed.File.Reference, null, [.. signed.Events, new StepTaken("taken-over", "Taken over", "Logged", "Signed", FactSheet.Empty, null) { At = signed.Now, By = A.Administrator.Id }]);

        var send = () => file.Take(Step.Called("Send the reply"), FactSheet.Of([KeyValuePair.Create(Facts.SentHow.Key, (string?)"By post")]), signed.On(A.Administrator));

        send.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle(r => r.Text.StartsWith("Nothing was cleared and signed", StringComparison.Ordinal));
    }

    static Action TakingOver(string state, string from = "Member of the public") => () => CaseFile.TakeOver(new("K-0900"), Letter.Type, null,
        new(Letter.Type.State(state), new(2026, 10, 1), new(2026, 10, 5), FactSheet.Of([KeyValuePair.Create(Facts.LetterKind.Key, (string?)Facts.TreatOfficial), KeyValuePair.Create(Facts.LetterFrom.Key, (string?)from),
            KeyValuePair.Create(Facts.Correspondent.Key, (string?)"Odo Finch"), KeyValuePair.Create(Facts.Topic.Key, (string?)"Leave")]), null, "A"), A.Letter().On(A.Administrator));

    static PlayedCase WithMinister() => A.Letter().Assigned().Take("allocate-the-letter").Take("write-the-draft", (Facts.ReplyText, Sound)).Take("submit-the-draft-for-clearance").Take("clear-the-draft-for-the-minister");

    static PlayedCase AboutBrambleton(string from) =>
        A.Case("letter", LegalCategory.S37_41, null, (Facts.LetterKind, Facts.TreatOfficial), (Facts.LetterFrom, from), (Facts.Correspondent, from == Facts.FromVictim ? Facts.AVictim : "Thessaly Marchbank")).Assigned().Take("allocate-the-letter");
}
