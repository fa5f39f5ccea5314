using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    // How it begins
    public static readonly Rule RouteFits = new("The route fits the patient’s position", s => s.Facts.Text(Facts.TribunalRoute) switch
    {
        Facts.DetainedApplies or Facts.ReferenceOfDetained or Facts.ReferenceAfterRecall => s.Patient.Category.IsDetained,
        Facts.DischargedApplies or Facts.ReferenceOfDischarged => s.Patient.Category.IsConditionallyDischarged,
        Facts.UnrestrictedApplies => s.Patient.Category == LegalCategory.Notional37,
        _ => s.Patient.Category.IsRestricted,
    })
    {
        About = [Facts.TribunalRoute], Otherwise = "This route is not for a patient in this position: compare the section with the authority on the patient’s record", Mend = Mend.Record(Facts.TribunalRoute),
    };
    public static readonly Rule PatientApplies = new("The patient applied", s => s.Facts.Text(Facts.TribunalRoute) is Facts.DetainedApplies or Facts.DischargedApplies or Facts.UnrestrictedApplies) { Otherwise = "This is a reference, and only an application can be withdrawn" };
    public static readonly Rule WeRefer = PatientApplies.Not("The reference is ours");
    public static readonly Rule AfterRecall = new("The reference follows a recall", s => s.Facts.Text(Facts.TribunalRoute) == Facts.ReferenceAfterRecall);
    public static readonly Rule NotAfterRecall = AfterRecall.Not("No recall came before");
    public static readonly Rule DischargedApplication = new("A discharged patient applied", s => PatientApplies.Holds(s) && s.Patient.Category.IsConditionallyDischarged);

    // Rule 32(4)(a): a discharged patient's supervisors write the reports, so the tribunal needs their names at once
    public static readonly Rule NamesToGive = new("The supervisors’ names are still to be given", s => s.Patient.Category.IsConditionallyDischarged && !s.File.Facts.Has(Facts.SupervisorsNamedOn));
    public static readonly Rule NamesGiven = new("The tribunal has the names of clinician and social supervisor", s => !NamesToGive.Holds(s))
    {
        Otherwise = "Give the tribunal the names and addresses of the clinician and the social supervisor first (rule 32(4)(a))", Mend = Mend.Take(Step.Called("Give the tribunal the supervisors’ names")),
    };

    // The statement
    public static readonly Rule SummaryPrepared = Recorded("The administrator’s case summary is there", Facts.CaseSummary, "An administrator has to prepare the case summary first");
    public static readonly Rule IsRepeat = new("It is a repeat statement", s => s.Facts.Text(Facts.StatementKind) == Facts.StatementKind.Options[1]);
    public static readonly Rule RepeatIsChecked = Recorded("A repeat statement has been checked by an administrator", Facts.RepeatChecked, "An administrator has to check the repeat statement first", IsRepeat.Holds);
    public static readonly Rule StatementWritten = Recorded("The statement is written", Facts.Observations, "A caseworker has to write the statement first", mend: Mend.Take(Step.Called("Write the statement")));
    public static readonly Rule SomebodyElseWrote = NotByWriters(Facts.Observations, "Somebody else wrote the statement", "You wrote this statement yourself, so another caseworker has to endorse it");

    // The hearing
    // A date that still runs moves with the hearing instead.
    public static readonly Rule ExaminationIdle = Runs("A day to ask for an examination runs", Terms.PreHearingExamination).Not("No day to ask for an examination runs");
    public static readonly Rule CheckToDo = Runs("The check before the hearing is to be done", Terms.CheckStatement);
    public static readonly Rule CheckIdle = CheckToDo.Not("No check before the hearing is to be done");
    public static readonly Rule HeardNotBeforeItsDate = new("The hearing ended on its date or later", s => !(s.Facts.Date(Facts.HeardOn) < s.Facts.Date(Facts.HearingOn)))
    {
        About = [Facts.HeardOn], Otherwise = "The hearing can’t have ended before its date: record first that it moved", Mend = Mend.Record(Facts.HeardOn),
    };
    public static readonly Rule OnPapersAllowed = new("The rules allow a decision without a hearing", s => s.Facts.Text(Facts.TribunalRoute) is Facts.ReferenceOfDetained or Facts.ReferenceAfterRecall) { Otherwise = "Only a reference under section 71(2) or 75(1) can be decided on the papers (rule 35(3))" };
    public static readonly Rule ReviewToDo = Runs("An adjournment or direction is to be reviewed", Terms.ReviewDirections);
    public static readonly Rule NoReviewToDo = ReviewToDo.Not("No earlier review is still to be done");
    public static readonly Rule DirectionRecorded = new("The tribunal has directed something", s => s.File.Facts.Has(Facts.Direction)) { Otherwise = "No direction of the tribunal is recorded yet" };
    public static readonly Rule ConcernUnanswered = new("A concern is with the judge", s => s.File.Facts.Entry(Facts.JudgeConcern) is { } put && !(s.File.Facts.Entry(Facts.JudgeAnswer)?.At > put.At)) { Otherwise = "No concern is with the judge" };

    // The decision
    public static readonly Rule WithinSection74 = Of("The patient came from prison, so the tribunal can only notify us (section 74)", p => p.Category.IsTransferred);
    public static readonly Rule OutsideSection74 = new("The tribunal may discharge by itself", s => !s.Patient.Category.IsTransferred) { Otherwise = "The patient came from prison: the tribunal can only notify us (section 74)", Mend = Mend.Patient };
    public static readonly Rule Notified74 = new("We are notified under section 74 and have not answered", s => s.File.Deadlines.Any(d => d.IsRunning && d.Rule == Terms.AnswerSection74.Rule));
    public static readonly Rule NotNotified74 = Notified74.Not("No notification under section 74 waits for our answer");
    public static readonly Rule DecisionStands = new("The decision stands", s => s.Facts.IsYes(Facts.DecisionStands)) { About = [Facts.DecisionStands] };
    public static readonly Rule DecisionFalls = DecisionStands.Not("The decision does not stand");
    public static readonly Rule OpenedAgainSaid = Recorded("It is said what has to be opened again", Facts.OpenedAgain, "This takes back a discharge: say what it had ended, and what is opened again", Effects.TakesBack);
    public static readonly Rule EntitledAbsolutely = new("The patient would be entitled to absolute discharge", s => s.Facts.Text(Facts.Section74Entitlement) == Facts.EntitledAbsolutely);
    public static readonly Rule EntitledConditionally = EntitledAbsolutely.Not("The patient would be entitled to conditional discharge");
    public static readonly Rule StayRecommended = new("The tribunal recommends staying in hospital if not discharged", s => s.Facts.IsYes(Facts.Section74Stay));
    public static readonly Rule StayNotRecommended = StayRecommended.Not("The tribunal doesn’t recommend staying in hospital");
    public static readonly Rule PermissionRefused = Runs("The First-tier Tribunal has refused permission", Terms.PermissionFromUpperTribunal);

    static Rule Runs(string because, Term term) => new(because, s => s.File.Deadlines.Any(d => d.IsRunning && d.Rule == term.Rule));

    /// <summary>The day from which our duty to refer is counted, where this is the term that gives it.</summary>
    public static Start DutyUnder(Term term) => new(term)
    {
        Or = new Anchor("the day our duty to refer is counted from", s => s.Facts.Text(Facts.TribunalRoute) is Facts.ReferenceOfDetained or Facts.ReferenceOfDischarged
            && ReferenceDuty.Of(s.Patient, s.Today, s.On.Book) is { Worked: var worked } && worked.Term.Rule == term.Rule ? worked.From : null),
    };
}
