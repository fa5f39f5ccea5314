using Mhcs.Domain.Correspondence;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    public static readonly Rule IsMpLetter = Answered("It is an MP’s letter", Facts.LetterKind, Facts.MpLetter);
    public static readonly Rule IsTreatOfficial = IsMpLetter.Not("It is a Treat Official letter");
    public static readonly Rule KindFitsWriter = new("An MP’s letter is from a Member", s => s.Facts.Text(Facts.LetterKind) != Facts.MpLetter || s.Facts.Text(Facts.LetterFrom) == Facts.FromMp)
    {
        About = [Facts.LetterFrom], Otherwise = "An MP’s letter is from a Member of Parliament: choose the other kind, or the Member",
    };

    public static readonly Rule AcknowledgementDue = Runs("An acknowledgement or holding reply is due", Terms.HoldingReply);

    /// <summary>A victim’s name stands on the victim’s record alone (domain notes, 7 and 2.8): here it would be read, listed and found beside the patient’s.</summary>
    public static readonly Rule VictimNotNamed = new("A victim who writes is not named", s => !IsFromVictim(s.Facts) || string.Equals(s.Facts.Text(Facts.Correspondent)?.Trim(), Facts.AVictim, StringComparison.OrdinalIgnoreCase))
    {
        About = [Facts.Correspondent, Facts.LetterFrom], Otherwise = $"A victim is not named here: write “{Facts.AVictim}”. The name goes on the victim’s record, which those named for victim liaison keep",
    };
    public static readonly Rule WriterIsNoVictim = new("No victim wrote it", s => !IsFromVictim(s.Facts))
    {
        Otherwise = "A victim wrote this letter, so nothing goes to them directly: acknowledge it through the liaison officer, and send the reply the same way",
    };
    public static readonly Rule VictimToAcknowledge = new("A victim’s letter is to be acknowledged", s => IsFromVictim(s.Facts) && AcknowledgementDue.Holds(s));

    public static readonly Rule IsCommonsOrdinary = Answered("It is an ordinary question of the Commons", Facts.QuestionKind, Facts.CommonsOrdinary);
    public static readonly Rule IsLords = Answered("It is a question of the Lords", Facts.QuestionKind, Facts.Lords);
    public static readonly Rule NamedDayGiven = new("A named day question has its day", s => s.Facts.Text(Facts.QuestionKind) == Facts.CommonsNamedDay == s.Facts.Has(Facts.NamedDay))
    {
        About = [Facts.NamedDay], Otherwise = "Enter the named day of a named day question, and of no other",
    };

    public static readonly Rule IsFreedomOfInformation = Answered("It is a freedom of information request", Facts.RequestKind, Facts.FreedomOfInformation);
    public static readonly Rule IsSubjectAccess = Answered("It is a subject access request", Facts.RequestKind, Facts.SubjectAccess);
    public static readonly Rule NotExtended = Runs("The month of a subject access request runs", Terms.SubjectAccess);

    /// <summary>UK GDPR Article 12(3): the requester is told of the extension within the month of receipt.</summary>
    public static readonly Rule FirstMonthRuns = new("The month of receipt has not passed", s => s.File.Deadlines.Any(d => d.IsRunning && d.Rule == Terms.SubjectAccess.Rule && d.LastDay >= s.Today))
    {
        Otherwise = "The month has passed, and a request is extended only within it, when the requester is told why (UK GDPR Article 12(3)). Answer it now",
    };

    public static readonly Anchor DayOfReceipt = new("the day of receipt", s => s.File.ReceivedOn);

    // Drafting
    public static readonly Rule Drafted = Recorded("The text is drafted", Facts.ReplyText, "Write the draft first", mend: Mend.Take(Steps.WriteDraft));

    /// <summary>Findings are mended, or accepted with a reason given after the text was last written.</summary>
    public static readonly Rule HouseStyleAnswered = new("The house-style check is answered", s => s.Facts.Entry(Facts.ReplyText) is not { } text
        || s.Facts.Entry(Facts.StyleAccepted)?.At >= text.At || HouseStyle.Of(s.File, s.Facts, text.Value).Count == 0)
    {
        Otherwise = "The house-style check has findings: mend them, or say why they stand", Mend = Mend.Take(Steps.WriteDraft),
    };

    public static readonly Rule SomebodyElseDrafted = NotByWriters(Facts.ReplyText, "Somebody else drafted it", "You drafted this yourself, so somebody else has to clear it");

    // Confidence
    public static readonly Rule BasisExplained = new("The lawful basis of any disclosure is recorded", s => s.Facts.Text(Facts.DisclosureBasis) == Facts.ConfirmsNothing
        || (s.Facts.Text(Facts.DisclosureBasis) == Facts.ToTheMinister ? s.File.Type == Submission.Type : s.Facts.Has(Facts.DisclosureDetail)))
    {
        About = [Facts.DisclosureBasis, Facts.DisclosureDetail], Otherwise = "Say where the basis for disclosing anything about a patient is recorded, or confirm nothing. Only a submission goes to the minister alone",
    };

    public static readonly Rule ConfirmsNothing = new("A reply that confirms nothing names no patient", s => s.Facts.Text(Facts.DisclosureBasis) != Facts.ConfirmsNothing
        || s.File.Patient is not { } patient || s.Facts.Text(Facts.ReplyText) is not { } text || !HouseStyle.Names(text, patient))
    {
        About = [Facts.DisclosureBasis], Otherwise = "The text names the patient, so it does confirm something: take the name out, or give the lawful basis",
    };

    public static readonly Rule AuthorityChecked = new("The authority of a Member or a solicitor is checked", s => s.Facts.Text(Facts.LetterFrom) is not (Facts.FromMp or Facts.FromSolicitor) || s.Facts.Has(Facts.AuthorityCheck))
    {
        About = [Facts.AuthorityCheck], Otherwise = "Check the authority of the Member or the solicitor to write for somebody else",
    };

    public static readonly Rule SolicitorsAuthorityChecked = Recorded("The solicitor’s authority is checked", Facts.AuthorityCheck, "Check the solicitor’s authority to write for the claimant");

    public static readonly Rule VictimByLiaison = new("A victim is answered through the liaison officer", s => IsFromVictim(s.Facts) == (s.Facts.Text(Facts.SentHow) == Facts.ByLiaison))
    {
        About = [Facts.SentHow], Otherwise = "A victim, and nobody else, is answered through the victim liaison officer",
    };

    /// <summary>Of a reply that was sent back and raised again, the latest: the earlier one never goes out.</summary>
    public static readonly Rule PapersAreIssued = new("Every paper of the case is issued", s => s.File.Papers.Count > 0 && s.File.Papers.GroupBy(p => p.Paper).All(same => same.Last().Version > 0))
    {
        Otherwise = "Issue the papers first", Mend = Mend.IssuePapers,
        Names = s => s.File.Papers.Count == 0 ? ("Nothing was cleared and signed on this case, so there is nothing to send or to file. End the case, and log it afresh from its start", Mend.IssuePapers) : null,
    };

    static bool IsFromVictim(FactSheet facts) => facts.Text(Facts.LetterFrom) == Facts.FromVictim;

    static Rule Answered(string because, Fact fact, string answer) => new(because, s => s.Facts.Text(fact) == answer);
}
