using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Conditions that the tables share, each worded as people read it.</summary>
static partial class Rules
{
    public static readonly Rule Assigned = new("The case has a caseworker", s => s.File.AssigneeId is not null) { Otherwise = "Give the case to a caseworker first", Mend = Mend.Assign };

    /// <summary>Asked of every step by which a person closes a case (<see cref="CaseMachine"/>). A death ends what is still to be done.</summary>
    public static readonly Rule NothingLeftToDo = new("Nothing is left to do on the case", s => !s.File.Tasks.Any() || s.Facts.Text(Facts.EndingReason) == Facts.PatientDied)
    {
        About = [Facts.EndingReason], Mend = Mend.Tasks,
        Names = s => s.File.Tasks.FirstOrDefault() is { } task ? ($"“{task.Name}” is still open, for {Deadlines.London.Words(task.LastDay)}: do it or drop it first", Mend.Tasks) : null,
    };

    /// <summary>Two pairs of eyes: looks for whoever had a hand in the recommendation that stands.</summary>
    public static readonly Rule SomeoneElseRecommended = NotByWriters(Facts.Recommendation, "Somebody else recommended", "You recommended this yourself, so somebody else has to decide it");

    public static readonly Rule VictimCheckAnswered = Recorded("The victim check is answered", Facts.VictimCheck, "Answer the victim check: a victim is in the Victim Contact Scheme", s => s.Patient.VictimScheme);

    /// <summary>DVCVA 2004 s37(4): before a discharge or a change of conditions is decided.</summary>
    public static readonly Rule VictimLiaisonToldBefore = new("Probation knows that a decision is being considered", s => !s.Patient.VictimScheme
        || s.File.Notices.LastOrDefault(n => n.Party == Parties.VictimLiaisonBefore.Key)?.SentAt is not null) { Otherwise = "Tell the victim liaison officer first that a decision is being considered (DVCVA 2004, section 37(4))", Mend = Mend.SendNotices };

    public static readonly Rule IsDetained = Of("The patient is detained in hospital under restrictions", p => p.Category.IsDetained);
    public static readonly Rule IsDischarged = Of("The patient is conditionally discharged", p => p.Category.IsConditionallyDischarged);
    public static readonly Rule IsNotDischarged = IsDischarged.Not("The patient is not conditionally discharged");
    public static readonly Rule IsTransferred = Of("The patient came from prison (section 47, 48 or 45A)", p => p.Category.IsTransferred);
    public static readonly Rule IsRestricted = Of("The patient is restricted", p => p.Category.IsRestricted);
    public static readonly Rule IsNotInHospital = Of("The patient is not detained under restrictions already", p => !p.Category.IsDetained);

    // Release dates (s50(2)-(3)): nothing where there is none, as for life and IPP
    public static readonly Rule ReleaseDateAhead = new("The release date has not passed", s => ReleaseDateOf(s) is not { } day || day > s.Today)
    {
        About = [Facts.ReleaseDate], Otherwise = "The release date has passed, so restrictions have ended by law (section 50(2)). Correct the date if it is wrong", Mend = Mend.Record(Facts.ReleaseDate),
    };

    /// <summary>What a form says is held against the record before anything rests on it.</summary>
    public static readonly Rule ReleaseDateAgrees = new("The release date is the one on the patient’s record", s => Disagreeing(s) is null)
    {
        About = [Facts.ReleaseDate], Mend = Mend.Record(Facts.ReleaseDate),
        Names = s => Disagreeing(s) is { } day ? ($"The patient’s record gives {Day(day)} as the release date: ask the prison which is right. Correct it here, or record another in a case of the end of restriction", Mend.Record(Facts.ReleaseDate)) : null,
    };

    static DateOnly? Disagreeing(Situation s) => s.Facts.Date(Facts.ReleaseDate) is { } given && s.Patient.ReleaseDate is { } onRecord && given != onRecord ? onRecord : null;

    /// <summary>As recorded on the file, otherwise as on the patient's record.</summary>
    public static DateOnly? ReleaseDateOf(Situation s) => s.Facts.Date(Facts.ReleaseDate) ?? s.Patient.ReleaseDate;

    public static readonly Anchor ReleaseDateOnRecord = new("the release date on the patient’s record", s => s.Patient.ReleaseDate);

    // Voluntary admission: at each review the three questions; whatever is answered is recorded, and says what follows
    public static readonly Rule RecallNotNeeded = new("Consent stands, and recall is not needed", s => s.Facts.IsYes(Facts.StillConsents) && !s.Facts.IsYes(Facts.RecallNeeded)) { About = [Facts.StillConsents, Facts.RecallNeeded] };
    public static readonly Rule RecallMayBeNeeded = RecallNotNeeded.Not("Consent no longer stands, or recall is needed");
    // As the file stands before the step. Considering recall does not end the stay.
    public static readonly Rule InVoluntaryAdmission = new("The patient is in hospital by agreement", s => s.File.Facts.Entry(Facts.VoluntaryFrom) is { } began && !(s.File.Facts.Entry(Facts.VoluntaryEndedOn)?.At > began.At));
    public static readonly Rule NotInVoluntaryAdmission = InVoluntaryAdmission.Not("The patient is not in hospital by agreement");

    /// <summary>A rule that a fact be recorded, in the cases that need it.</summary>
    static Rule Recorded(string because, Fact fact, string otherwise, Func<Situation, bool>? where = null, Mend? mend = null) =>
        new(because, s => s.Facts.Has(fact) || where?.Invoke(s) == false) { About = [fact], Otherwise = otherwise, Mend = mend ?? Mend.Record(fact) };

    /// <summary>A second pair of eyes: none of those who wrote it takes the step.</summary>
    static Rule NotByWriters(Fact text, string because, string otherwise) => new(because, s => s.Facts.Entry(text)?.IsBy(s.On.By.Id) != true) { NotByWritersOf = text, Otherwise = otherwise };

    static Rule Of(string because, Func<Patient, bool> holds) => new(because, s => holds(s.Patient)) { Mend = Mend.Patient };

}
