using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string LetterReceived = "the letter is received", LetterBeforeClaim = "the letter before claim is received",
                 BlueBook = "http://www.dfid.gov.uk/About-us/Our-organisation/blue-book/Blue-Book-index-F-to-K/K2/";

    public static readonly Term TreatOfficialReply = new("COR-01", "Reply to the letter", 20, Unit.WorkingDays, Wording.After, Binding.Target, "Cabinet Office Guide to Handling Correspondence (July 2021)")
    {
        Trigger = LetterReceived, Owner = DeputyHead, SourceUrl = "https://www.parallelparliament.co.uk/question/56156/cabinet-office-correspondence", Verified = true, Note = "The most government allows itself; a department may set less."
    };

    public static readonly Term MpLetterReply = new("COR-02", "Reply to the MP's letter", 20, Unit.WorkingDays, Wording.After, Binding.Target, "Cabinet Office guidance on correspondence of Members of Parliament")
    {
        Trigger = LetterReceived, Owner = DeputyHead, SourceUrl = "https://parallelparliament.co.uk/question/HL14583/ministers-correspondence", Verified = true, Note = "The most government allows itself; a department may set less. A minister signs."
    };

    public static readonly Term MpLetterDraft = Target("COR-03", "Draft to the private office", Unit.WorkingDays, LetterReceived, DeputyHead) with { Note = "Half the time of the reply." };

    public static readonly Term CommonsQuestion = new("COR-04", "Answer the Commons question", 5, Unit.WorkingDays, Wording.After, Binding.Target, "Department practice (DFID Blue Book)")
    {
        Trigger = "the question is tabled", Owner = DeputyHead, SourceUrl = BlueBook, Verified = true, Note = "By convention within seven days."
    };

    public static readonly Term NamedDayQuestion = new("COR-05", "Answer the named day question", 0, Unit.WorkingDays, Wording.After, Binding.Target, "UK Parliament")
    {
        Trigger = "the named day", Owner = DeputyHead, SourceUrl = "https://questions-statements.parliament.uk/written-questions/detail/2020-09-16/91112", Verified = true
    };

    public static readonly Term LordsQuestion = new("COR-06", "Answer the Lords question", 10, Unit.WorkingDays, Wording.After, Binding.Target, "House of Lords practice")
    {
        Trigger = "the question is tabled", Owner = DeputyHead, SourceUrl = BlueBook, Verified = true, Note = "The older Companion says a fortnight."
    };

    public static readonly Term HoldingReply = Target("COR-07", "Acknowledge, or send a holding reply", Unit.WorkingDays, LetterReceived, Administrator) with { Note = "The Cabinet Office asks for a holding reply when the target will be missed." };

    public static readonly Term MinisterialSubmission = Target("COR-08", "Submission to the minister's office", Unit.WorkingDays, "the submission is commissioned", DeputyHead, "As commissioned") with
    {
        Note = "The private office sets the date; it is kept with the case, not counted."
    };

    public static readonly Term PrivateOfficeDate = new("COR-09", "Submission by the date the private office set", 0, Unit.WorkingDays, Wording.After, Binding.Target, "As commissioned")
    {
        Trigger = "the date the private office set", Owner = DeputyHead, Note = "The day itself; COR-08 says why nothing is counted."
    };

    public static readonly Term LetterBeforeClaimReply = new("LIT-01", "Reply to the letter before claim", 14, Unit.Days, Wording.After, Binding.CourtProtocol, "Pre-Action Protocol for Judicial Review, paragraph 20")
    {
        Trigger = LetterBeforeClaim, Owner = DeputyHead, SourceUrl = "https://www.justice.gov.uk/courts/procedure-rules/civil/protocol/prot_jrv", Note = "Normally 14 days; an urgent case may ask for less. An interim reply may propose more."
    };

    public static readonly Term InstructLawyers = Target("LIT-02", "Instruct the Government Legal Department", Unit.WorkingDays, LetterBeforeClaim, DeputyHead);

    public static readonly Term ClaimFiled = new("LIT-03", "The claimant's last day to file a claim", 3, Unit.Months, Wording.After, Binding.CourtProtocol, "CPR 54.5(1)")
    {
        Trigger = "the grounds of the claim first arose", Owner = "Claimant", Verified = true, Watch = true, Note = "Promptly, and in any event within three months.",
        SourceUrl = "http://www.mondaq.com/uk/x/16743/trials+appeals+compensation/PreAction+Protocol+for+Judicial+Review"
    };

    public static readonly Term AcknowledgeService = new("LIT-04", "Acknowledge service of the claim", 21, Unit.Days, Wording.After, Binding.CourtProtocol, "CPR 54.8(2)")
    {
        Trigger = "the claim form is served", Owner = Lawyers, SourceUrl = "https://www.civiljustice.hk/fr/paperhtml/fr537.html", Verified = true, Note = "The parties can't agree to extend it (CPR 54.8(3))."
    };

    public static readonly Term DetailedGrounds = new("LIT-05", "Detailed grounds and evidence", 35, Unit.Days, Wording.After, Binding.CourtProtocol, "CPR 54.14")
    {
        Trigger = "the order giving permission is served", Owner = Lawyers
    };

    public static readonly Term ClearDraftResponse = Target("LIT-06", "Clear the draft response", Unit.Days, LetterBeforeClaim, DeputyHead);

    public static readonly Term InterimReplyDate = new("LIT-07", "Reply by the date our interim reply gave", 0, Unit.Days, Wording.After, Binding.CourtProtocol, "Pre-Action Protocol for Judicial Review, paragraph 20")
    {
        Trigger = "the date our interim reply gave", Owner = DeputyHead, SourceUrl = "https://www.justice.gov.uk/courts/procedure-rules/civil/protocol/prot_jrv", Note = "The protocol doesn't stop the claimant's three months."
    };

    public static readonly Term ClaimantsDate = new("LIT-08", "Reply by the date the claimant asks for", 0, Unit.Days, Wording.After, Binding.CourtProtocol, "Pre-Action Protocol for Judicial Review, paragraph 20")
    {
        Trigger = "the date the claimant asks for", Owner = DeputyHead, SourceUrl = "https://www.justice.gov.uk/courts/procedure-rules/civil/protocol/prot_jrv", Note = "An urgent case may ask for less than fourteen days."
    };

    public static readonly Term FreedomOfInformation = new("INF-01", "Answer the freedom of information request", 20, Unit.WorkingDays, Wording.After, Binding.Statute, "FOIA 2000 s10(1), s10(6)")
    {
        Trigger = "the request is received", Owner = InformationOfficer, SourceUrl = "https://www.legislation.gov.uk/ukpga/2000/36/section/10", Calendar = WorkingDaysIn.Uk, Note = "A bank holiday anywhere in the United Kingdom isn't counted."
    };

    public static readonly Term SubjectAccess = new("INF-02", "Answer the subject access request", 1, Unit.Months, Wording.After, Binding.Statute, "UK GDPR Article 12(3); DPA 2018 s54")
    {
        Trigger = "the request is received", Owner = InformationOfficer, Note = "May be extended by two months for complex requests under the UK GDPR."
    };

    public static readonly Term SubjectAccessExtended = new("INF-04", "Answer the extended subject access request", 3, Unit.Months, Wording.After, Binding.Statute, "UK GDPR Article 12(3)")
    {
        Trigger = "the request is received", Owner = InformationOfficer, Note = "The month, extended by two for a complex request; the requester is told within the first."
    };

    public static readonly Term ReportBreach = new("INF-03", "Report the data breach to the Information Commissioner", 72, Unit.Hours, Wording.After, Binding.Statute, "UK GDPR Article 33; DPA 2018 s67")
    {
        Trigger = "the breach is discovered", Owner = InformationOfficer
    };
}
