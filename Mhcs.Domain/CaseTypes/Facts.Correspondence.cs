using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public const string MpLetter = "MP’s letter", TreatOfficial = "Treat Official", FromMp = "Member of Parliament", FromSolicitor = "Solicitor", FromVictim = "Victim, or family of one", FromPatient = "Patient",
                        ConfirmsNothing = "The reply confirms nothing about any patient", ToTheMinister = "It goes to the minister, for whom the section acts", ByLiaison = "Through the victim liaison officer", AVictim = "A victim, through the liaison officer",
                        CommonsOrdinary = "Commons, ordinary", CommonsNamedDay = "Commons, named day", Lords = "Lords", FreedomOfInformation = "Freedom of information", SubjectAccess = "Subject access";

    // Who writes about what: the names of every piece of correspondence
    public static readonly Fact Correspondent = Fact.Text("Who it is from") with { Hint = $"A Member, a solicitor’s firm, an office or a person. No victim’s name: write “{AVictim}”" };
    public static readonly Fact Topic = Fact.Text("What it is about") with { Hint = "A few words, the same for letters on the same subject. No patient’s name" };
    public static readonly Fact Organisation = Fact.Text("Organisation or constituency").Optional;
    public static readonly Fact TheirReference = Fact.Text("Their reference").Optional;
    public static readonly Fact Campaign = Fact.Text("Campaign").Optional with { Hint = "Reference of the first letter of a campaign, such as K-1001" };

    // Letters
    public static readonly Fact LetterKind = Fact.Choice("Kind of letter", [MpLetter, TreatOfficial]) with { Hint = "A minister signs the reply to an MP’s letter; an official signs a Treat Official one" };
    public static readonly Fact LetterFrom = Fact.Choice("Who is writing", [FromMp, FromSolicitor, FromVictim, FromPatient, "Family of a patient", "Organisation", "Member of the public"]);
    public static readonly Fact LetterAsks = Fact.LongText("What the letter asks") with { IsDisturbing = true };
    public static readonly Fact TriagedFor = Fact.Choice("Who is to answer", ["The deputy head", "The team"]);
    public static readonly Fact NoReplyBecause = Fact.LongText("Why no reply is needed");
    public static readonly Fact TransferredTo = Fact.Text("Who has it now") with { Hint = "The department or body that answers it" };
    public static readonly Fact HoldingReason = Fact.LongText("Why the reply takes longer") with { Hint = "As the holding reply says it" };
    public static readonly Fact HoldingUntil = Fact.Date("When we will reply", When.NotBeforeToday);
    public static readonly Fact SentHow = Fact.Choice("How it is sent", ["By post", "By email", "Through the minister’s office", ByLiaison]);

    // Drafting and clearance, the same for letters, questions, submissions and replies to solicitors
    public static readonly Fact ReplyText = Fact.LongText("Text") with { MaxLength = 20_000, IsCleared = true };
    public static readonly Fact StyleAccepted = Fact.LongText("Why findings of the house-style check stand").Optional with { IsCleared = true };
    public static readonly Fact DisclosureBasis = Fact.Choice("What it says about any patient, and on what basis",
        [ConfirmsNothing, "Consent of the person it is about", "It answers the person it is about", "A statutory duty or a court order", "Public interest, agreed by the deputy head", ToTheMinister])
        with { Hint = "Whether somebody is a patient is itself confidential: a third party is told only on a lawful basis", IsCleared = true };
    public static readonly Fact DisclosureDetail = Fact.LongText("Where the basis is recorded").Optional with { Hint = "The consent and its date, the duty and its section, the order, or who agreed", IsCleared = true };
    public static readonly Fact AuthorityCheck = Fact.Choice("Authority of whoever writes for somebody else", ["Signed consent is on file", "Form of authority is on file", "The constituent’s own letter is enclosed", "None: nothing personal is answered"]).Optional with { Hint = "Needed for Members of Parliament and solicitors" };
    public static readonly Fact ReturnedBecause = Fact.LongText("Why the minister’s office sent it back");
    public static readonly Fact MinisterSignedOn = Fact.Date("Date the minister signed", When.NotAfterToday);
    public static readonly Fact ImpartialityConcern = Fact.LongText("How the request would breach impartiality") with { Hint = "What is asked, and why an official can’t do it" };
    public static readonly Fact ImpartialityAnswer = Fact.LongText("What was decided about impartiality") with { Hint = "What may be answered, what not, and why" };

    // Parliamentary questions
    public static readonly Fact QuestionKind = Fact.Choice("Kind of question", [CommonsOrdinary, CommonsNamedDay, Lords]);
    public static readonly Fact TabledOn = Fact.Date("Date the question was tabled", When.NotAfterToday);
    public static readonly Fact NamedDay = Fact.Date("Named day").Optional;
    public static readonly Fact QuestionNumber = Fact.Text("Number of the question").Optional;
    public static readonly Fact QuestionText = Fact.LongText("The question as tabled");
    public static readonly Fact AnsweredOn = Fact.Date("Date it was answered", When.NotAfterToday);

    // Submissions
    public static readonly Fact CommissionedFor = Fact.Date("Date the private office set");
    public static readonly Fact CommissionAsks = Fact.LongText("What is asked for");
    public static readonly Fact MinisterDecided = Fact.LongText("What the minister decided");

    // Litigation
    public static readonly Fact ClaimGrounds = Fact.LongText("What is challenged, and on which grounds") with { IsDisturbing = true };
    public static readonly Fact GroundsAroseOn = Fact.Date("Date the grounds first arose", When.NotAfterToday);
    public static readonly Fact ClaimantAsksBy = Fact.Date("Earlier date the claimant asks for").Optional;
    public static readonly Fact LawyersInstructedOn = Fact.Date("Date the lawyers were instructed", When.NotAfterToday);
    public static readonly Fact LawyersReference = Fact.Text("The lawyers’ reference").Optional;
    public static readonly Fact ClaimNumber = Fact.Text("Number of the claim");
    public static readonly Fact ClaimServedOn = Fact.Date("Date the claim form was served", When.NotAfterToday);
    public static readonly Fact ServiceAcknowledgedOn = Fact.Date("Date service was acknowledged", When.NotAfterToday);
    public static readonly Fact PermissionServedOn = Fact.Date("Date the order giving permission was served", When.NotAfterToday);
    public static readonly Fact GroundsFiledOn = Fact.Date("Date the detailed grounds were filed", When.NotAfterToday);
    public static readonly Fact ClaimHeardOn = Fact.Date("Date of the hearing of the claim", When.NotAfterToday);
    public static readonly Fact ClaimOutcome = Fact.Choice("Outcome of the claim", ["No claim was made", "Permission refused", "Claim dismissed", "Claim allowed in part", "Claim allowed", "Settled by consent", "Withdrawn"]);
    public static readonly Fact ClaimCost = Fact.Number("Cost to us in pounds") with { Hint = "Whole pounds, damages and costs together; 0 where there is none" };
    public static readonly Fact ClaimLearning = Fact.LongText("What we learn from it");

    // Requests for information
    public static readonly Fact RequestKind = Fact.Choice("Kind of request", [FreedomOfInformation, SubjectAccess]);
    public static readonly Fact RequestAsks = Fact.LongText("What is asked for");
    public static readonly Fact DisclosureReference = Fact.Text("The disclosure team’s reference").Optional;
    public static readonly Fact HandedOverOn = Fact.Date("Date it was handed over", When.NotAfterToday);
    public static readonly Fact MaterialAsked = Fact.LongText("What the disclosure team needs from us");
    public static readonly Fact MaterialSent = Fact.LongText("What was sent to the disclosure team");
    public static readonly Fact ExtendedBecause = Fact.LongText("Why the request is complex");
    public static readonly Fact RequestOutcome = Fact.Choice("How it was answered", ["Disclosed", "Disclosed in part", "Refused", "Nothing held", "Withdrawn"]);
}
