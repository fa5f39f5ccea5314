using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Papers
{
    public static readonly Paper LetterAcknowledged = ToCorrespondent("letter-acknowledged", "Acknowledgement", Facts.Correspondent, Facts.Topic, Facts.TheirReference);
    public static readonly Paper HoldingReply = ToCorrespondent("holding-reply", "Holding reply", Facts.Correspondent, Facts.Topic, Facts.TheirReference, Facts.HoldingReason, Facts.HoldingUntil);
    public static readonly Paper LetterTransferred = ToCorrespondent("letter-transferred", "Letter: transferred to another department", Facts.Correspondent, Facts.Topic, Facts.TheirReference, Facts.TransferredTo);
    public static readonly Paper OfficialReply = ToCorrespondent("official-reply", "Reply signed by an official", Facts.Correspondent, Facts.Topic, Facts.TheirReference, Facts.ReplyText);
    public static readonly Paper MinisterReply = ToCorrespondent("minister-reply", "Reply signed by the minister", Facts.Correspondent, Facts.Organisation, Facts.Topic, Facts.TheirReference, Facts.ReplyText);
    public static readonly Paper QuestionAnswer = ToCorrespondent("question-answer", "Answer to a parliamentary question", Facts.QuestionNumber, Facts.Correspondent, Facts.QuestionText, Facts.ReplyText) with { To = "The minister’s office" };
    public static readonly Paper Submission = ToCorrespondent("submission", "Submission to the minister", Facts.Topic, Facts.CommissionedFor, Facts.ReplyText) with { To = "The minister’s office" };
    public static readonly Paper ClaimReply = ToCorrespondent("claim-reply", "Reply to the letter before claim", Facts.Correspondent, Facts.Topic, Facts.TheirReference, Facts.ReplyText);
    public static readonly Paper InterimClaimReply = ToCorrespondent("claim-interim-reply", "Interim reply to the letter before claim", Facts.Correspondent, Facts.Topic, Facts.TheirReference, Facts.HoldingReason, Facts.HoldingUntil);

    /// <summary>Goes to a third party, so its head names no patient.</summary>
    static Paper ToCorrespondent(string key, string label, params IReadOnlyList<Fact> uses) => Letter(key, label, "The correspondent", uses) with { NamesPatient = false };
}
