using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    /// <summary>Sections 30(2), 32 and 35 of the Mental Health Act 2025 started on this day (s56(1)).</summary>
    static readonly DateOnly LibertyLaw = new(2026, 2, 18);

    public static readonly Rule LibertyConditionsInForce = new("Conditions may deprive of liberty on that day", s => !s.Facts.IsYes(Facts.DeprivesOfLiberty) || s.Facts.Date(Facts.DischargedOn) >= LibertyLaw)
    {
        About = [Facts.DeprivesOfLiberty, Facts.DischargedOn], Otherwise = "Before 18 February 2026 no condition could deprive of liberty (sections 42(2A) and 73(2)(c))", Mend = Mend.Record(Facts.DeprivesOfLiberty),
    };
    public static readonly Rule LibertyInForceFrom = new("Conditions may deprive of liberty from that day", s => s.Facts.Date(Facts.LibertyFrom) >= LibertyLaw)
    {
        About = [Facts.LibertyFrom], Otherwise = "Before 18 February 2026 no condition could deprive of liberty (section 42(2A))", Mend = Mend.Record(Facts.LibertyFrom),
    };
    public static readonly Rule LibertyTestMet = Recorded("The test for depriving of liberty is recorded, where it applies", Facts.LibertyTest, "Record how the test for depriving of liberty is met", DeprivesOnDischarge);
    public static readonly Rule LibertyConditionWorded = Recorded("The condition that deprives of liberty is worded, where there is one", Facts.ConditionLiberty, "Write the condition that deprives of liberty", DeprivesOnDischarge);
    public static readonly Rule LibertyTestRecorded = Recorded("The test for depriving of liberty is recorded", Facts.LibertyTest, "Record how it is necessary for the protection of the public from serious harm");
    public static readonly Rule LibertyConditionRecorded = Recorded("The condition that deprives of liberty is worded", Facts.ConditionLiberty, "Write the condition that deprives of liberty");
    // As the tribunal varies them: the condition is answered afresh, whatever the file holds from before
    public static readonly Rule LibertyAnswersAgree = new("A condition on liberty is there exactly where the conditions deprive of liberty", s => s.Facts.IsYes(Facts.DeprivesOfLiberty) == (s.Facts.Entry(Facts.ConditionLiberty) is { } given && given != s.File.Facts.Entry(Facts.ConditionLiberty)))
    {
        About = [Facts.DeprivesOfLiberty, Facts.ConditionLiberty], Otherwise = "Write the condition that deprives of liberty where there is one, and leave it empty where there is none", Mend = Mend.Record(Facts.ConditionLiberty),
    };
    public static readonly Rule LibertyVariedInTime = new("Liberty is not taken or given back before the law allowed it, nor on a day that lies ahead", s => LibertyUnchanged(s) || (s.Facts.Date(Facts.ChangedFrom) is { } on && on >= LibertyLaw && on <= s.Today))
    {
        About = [Facts.DeprivesOfLiberty, Facts.ChangedFrom], Otherwise = "These conditions change whether the patient is deprived of liberty: that can’t be before 18 February 2026, and is recorded once its day has come", Mend = Mend.Record(Facts.ChangedFrom),
    };
    public static readonly Rule DeprivesLiberty = new("The conditions deprive of liberty", s => s.Facts.IsYes(Facts.DeprivesOfLiberty));
    public static readonly Rule LeavesLiberty = DeprivesLiberty.Not("The conditions don’t deprive of liberty");
    public static readonly Rule IsDeprivedOfLiberty = Of("The patient is deprived of liberty by conditions", p => p.Category == LegalCategory.CdDol);
    public static readonly Rule IsNotDeprivedOfLiberty = IsDeprivedOfLiberty.Not("The patient is not deprived of liberty by conditions");
    public static readonly Rule SupervisorsInPost = new("Both supervisors are in post", s => s.Patient.EmptyPosts is null)
    {
        Otherwise = "A clinical and a social supervisor both have to be in post", Mend = Mend.Patient,
    };
    public static readonly Rule ReportIsWhole = new("Both parts of the report are there, signed", s => s.Facts.Text(Facts.ReportParts) == Facts.ReportParts.Options[0])
    {
        About = [Facts.ReportParts], Otherwise = "A part of the report is missing: chase it, and record the report when both parts are there", Mend = Mend.Record(Facts.ReportParts),
    };
    public static readonly Rule SomethingRed = new("An answer to the checklist is red", s => Facts.Signs.Any(sign => s.Facts.IsYes(sign.Asked))) { About = [.. Facts.Signs.Select(s => s.Asked)] };
    public static readonly Rule NothingRed = SomethingRed.Not("No answer to the checklist is red");
    public static readonly Rule ReportIsLate = new("The supervisors’ report is late", s => ReportDue(s) < s.Today);
    public static readonly Rule ReportToRead = Runs("A report waits to be read", Terms.ReadSupervisorsReport) with { Otherwise = "No report of the supervisors waits to be read" };
    public static readonly Rule ConcernToDecide = Runs("A concern waits for the deputy head", Terms.DecideConcern);
    public static readonly Rule NoConcernToDecide = ConcernToDecide.Not("No concern waits for the deputy head");
    public static readonly Rule PostIsHeld = new("Somebody holds the post", s => s.Patient.SupervisorsInPost.Any(v => v.Post == s.Facts.Text(Facts.SupervisorPost)))
    {
        About = [Facts.SupervisorPost], Otherwise = "Nobody holds this post on the patient’s record: choose the post that became empty", Mend = Mend.Record(Facts.SupervisorPost),
    };
    public static readonly Rule FillsLastPost = new("No post is empty then", s => Supervisor.Empty(s.Patient.Category, [.. s.Patient.SupervisorsInPost.Select(v => v.Post), s.Facts.Text(Facts.SupervisorPost) ?? ""]).Count == 0) { About = [Facts.SupervisorPost] };
    public static readonly Rule LeavesPostEmpty = FillsLastPost.Not("A post is still empty then");
    public static readonly Rule NoPostToFill = new("No other post is being filled", s => !s.File.Deadlines.Any(d => d.IsRunning && d.Rule == Terms.FillPost.Rule));
    // A file can come back to "overdue" with the same report still missing.
    public static readonly Rule LatenessIsNew = new("This lateness is not being chased yet", s => !s.File.Deadlines.Any(d => d.Rule == Terms.ChaseSupervisorsReport.Rule && d.From == ReportDue(s)));

    /// <summary>The day on which the supervisors' report that is still missing was due.</summary>
    public static DateOnly? ReportDue(Situation s) =>
        s.File.Deadlines.LastOrDefault(d => d.IsRunning && (d.Rule == Terms.FirstSupervisorsReport.Rule || d.Rule == Terms.NextSupervisorsReport.Rule))?.LastDay;

    /// <summary>Whether the conditions answered leave a discharged patient’s position as it is.</summary>
    public static bool LibertyUnchanged(Situation s) => s.Facts.IsYes(Facts.DeprivesOfLiberty) == (s.Patient.Category == LegalCategory.CdDol);

    static bool DeprivesOnDischarge(Situation s) => s.Facts.IsYes(Facts.DeprivesOfLiberty);
}
