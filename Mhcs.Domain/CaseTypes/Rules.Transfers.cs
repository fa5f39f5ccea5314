using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    // Prison to hospital: two doctors, one of them approved (s54(1)), both of one mind, neither report old
    public static readonly Rule TwoDoctors = new("The reports are by two doctors", s => s.Facts.Text(Facts.FirstReportBy) is { } first && s.Facts.Text(Facts.SecondReportBy) is { } second && !first.Equals(second, StringComparison.OrdinalIgnoreCase))
    {
        About = [Facts.FirstReportBy, Facts.SecondReportBy], Otherwise = "Both reports are by the same doctor; two doctors are needed", Mend = Mend.Record(Facts.SecondReportBy),
    };
    public static readonly Rule OneSection12 = new("At least one doctor is approved under section 12", s => s.Facts.IsYes(Facts.FirstReportSection12) || s.Facts.IsYes(Facts.SecondReportSection12))
    {
        About = [Facts.FirstReportSection12, Facts.SecondReportSection12], Otherwise = "Neither doctor is approved under section 12; one of the two has to be (section 54(1))", Mend = Mend.Record(Facts.SecondReportSection12),
    };
    public static readonly Rule BothFindDisorder = new("Both reports find disorder of the needed nature or degree", s => s.Facts.IsYes(Facts.FirstReportDisorder) && s.Facts.IsYes(Facts.SecondReportDisorder))
    {
        About = [Facts.FirstReportDisorder, Facts.SecondReportDisorder], Otherwise = "Both reports have to find disorder of a nature or degree that makes hospital treatment appropriate", Mend = Mend.Record(Facts.SecondReportDisorder),
    };
    public static readonly Rule BothFindTreatment = new("Both reports find treatment available", s => s.Facts.IsYes(Facts.FirstReportTreatment) && s.Facts.IsYes(Facts.SecondReportTreatment))
    {
        About = [Facts.FirstReportTreatment, Facts.SecondReportTreatment], Otherwise = "Both reports have to find that appropriate treatment is available", Mend = Mend.Record(Facts.SecondReportTreatment),
    };
    public static readonly Rule UrgentForSection48 = new("The need is urgent, where section 48 is used", s => IsSentenced(s) || s.Facts.IsYes(Facts.UrgentNeed))
    {
        About = [Facts.UrgentNeed], Otherwise = "Section 48 needs an urgent need for treatment: record what both reports say", Mend = Mend.Record(Facts.UrgentNeed),
    };
    public static readonly Rule FirstReportHeld = Recorded("The first report is held", Facts.FirstReportOn, "Record the first report before the second");
    // The clock from the first assessment runs once; a fresh report later does not start it again.
    public static readonly Rule FirstReportIsNew = new("No earlier report is held", s => !s.File.Facts.Has(Facts.FirstReportOn));
    public static readonly Rule FirstReportFresh = Fresh("The first report is at most two months old", Facts.FirstReportOn);
    public static readonly Rule SecondReportFresh = Fresh("The second report is at most two months old", Facts.SecondReportOn);
    public static readonly Rule DirectionWhereMandatory = new("A restriction direction is given where it is mandatory", s => s.Facts.Text(Facts.TransferPower) is not (Facts.CrownRemand or Facts.MagistratesRemand) || s.Facts.IsYes(Facts.RestrictionDirection))
    {
        About = [Facts.RestrictionDirection], Otherwise = "For people of section 48(2)(a) and (b) a restriction direction is mandatory (section 49(1))", Mend = Mend.Record(Facts.RestrictionDirection),
    };
    public static readonly Rule WithRestrictionDirection = new("A restriction direction goes with it", s => s.Facts.IsYes(Facts.RestrictionDirection));
    public static readonly Rule WithoutRestrictionDirection = WithRestrictionDirection.Not("No restriction direction goes with it");
    public static readonly Rule AdmittedInTime = new("The patient was admitted while the direction stood", s => s.Facts.Date(Facts.AdmittedOn) <= LastGoodDay(s))
    {
        About = [Facts.AdmittedOn], Otherwise = "The direction lapsed before that day (14 days beginning with its date, section 47(2)): a new decision and a new warrant are needed", Mend = Mend.Record(Facts.AdmittedOn),
    };
    public static readonly Rule AdmittedAfterWarrant = new("The admission is not before the warrant", s => s.Facts.Date(Facts.AdmittedOn) >= s.Facts.Date(Facts.WarrantDate))
    {
        About = [Facts.AdmittedOn], Otherwise = "The admission can’t be before the date of the warrant", Mend = Mend.Record(Facts.AdmittedOn),
    };

    // Hospital to hospital
    public static readonly Rule MovesLevel = new("The move is level", s => s.Facts.Text(Facts.MoveDirection) == Facts.Level);
    public static readonly Rule MovesDown = new("The move is a step down", s => s.Facts.Text(Facts.MoveDirection) == Facts.StepDown);
    public static readonly Rule MovesUp = new("The move is a step up", s => s.Facts.Text(Facts.MoveDirection) == Facts.StepUp);
    public static readonly Rule ChangesSecurity = MovesLevel.Not("The move changes security");
    public static readonly Rule DirectionFits = new("The direction fits the two levels of security", s => s.Patient.Security is not { } now || s.Facts.Text(Facts.ProposedSecurity) is not { } then
        || s.Facts.Text(Facts.MoveDirection) == Math.Sign(Rank(then) - Rank(now)) switch { 0 => Facts.Level, > 0 => Facts.StepDown, _ => Facts.StepUp })
    {
        About = [Facts.MoveDirection, Facts.ProposedSecurity], Otherwise = "The direction doesn’t fit: compare the security where the patient is with the security proposed", Mend = Mend.Record(Facts.MoveDirection),
    };
    public static readonly Rule GoesElsewhere = new("The proposed hospital is another one", s => s.Facts.Text(Facts.ProposedHospital) != s.Patient.Hospital || s.Facts.Text(Facts.ProposedSecurity) != s.Patient.Security)
    {
        About = [Facts.ProposedHospital, Facts.ProposedSecurity], Otherwise = "The patient is in that hospital, at that security, already", Mend = Mend.Record(Facts.ProposedHospital),
    };
    public static readonly Rule TrialLeaveEndsLater = new("Trial leave ends after it starts", s => s.Facts.Date(Facts.TrialLeaveTo) > s.Facts.Date(Facts.TrialLeaveFrom))
    {
        About = [Facts.TrialLeaveTo], Otherwise = "The last day of trial leave has to be after its first", Mend = Mend.Record(Facts.TrialLeaveTo),
    };

    // Back to prison: the guards of the remission form
    public static readonly Rule CrownCourtWhereNeeded = new("The case is before the Crown Court, where that is needed", s => s.Patient.Section48 != Section48Kind.B || s.Patient.SentToCrownCourt || s.Facts.IsYes(Facts.SentToCrownCourt))
    {
        About = [Facts.SentToCrownCourt], Otherwise = "Until the case is sent to the Crown Court, only the magistrates’ court can end this transfer (section 52(5)): refer it there", Mend = Mend.Record(Facts.SentToCrownCourt),
    };
    public static readonly Rule OneGround = Recorded("Exactly one ground of remission is chosen", Facts.RemissionGround, "Choose the one ground of remission that the request rests on");
    public static readonly Rule AftercareMet = new("A section 117 meeting was held, or its absence is explained", s => s.Facts.Has(Facts.AftercareMeetingOn) || s.Facts.Has(Facts.NoAftercareMeeting))
    {
        About = [Facts.AftercareMeetingOn, Facts.NoAftercareMeeting], Otherwise = "Record the section 117 meeting, or the serious problem for which there was none", Mend = Mend.Record(Facts.AftercareMeetingOn),
    };
    public static readonly Rule MinutesSent = new("The minutes went to the prison", s => s.Facts.Has(Facts.MinutesSentOn) || !s.Facts.Has(Facts.AftercareMeetingOn))
    {
        About = [Facts.MinutesSentOn, Facts.AftercareMeetingOn], Otherwise = "Record the day on which the minutes of the section 117 meeting went to the prison", Mend = Mend.Record(Facts.MinutesSentOn),
    };
    public static readonly Rule GovernorAgrees = new("The governor of the receiving prison has agreed", s => s.Facts.IsYes(Facts.GovernorAgreed))
    {
        About = [Facts.GovernorAgreed], Otherwise = "The governor of the receiving prison has to agree first", Mend = Mend.Record(Facts.GovernorAgreed),
    };
    public static readonly Rule IsUrgent = new("The request is urgent", s => s.Facts.IsYes(Facts.Urgent));
    public static readonly Rule ReleaseDateKnown = new("There is a release date", s => ReleaseDateOf(s) is not null);
    public static readonly Rule UrgentToldByTelephone = new("An urgent request was telephoned through", s => !s.Facts.IsYes(Facts.Urgent) || s.Facts.Has(Facts.UrgentToldTo))
    {
        About = [Facts.UrgentToldTo], Otherwise = "This is urgent: telephone a team manager or deputy head, and record whom", Mend = Mend.Record(Facts.UrgentToldTo),
    };
    public static readonly Rule ArrivedAfterWarrant = new("The arrival is not before the warrant", s => s.Facts.Date(Facts.ArrivedOn) >= s.Facts.Date(Facts.WarrantDate))
    {
        About = [Facts.ArrivedOn], Otherwise = "The arrival can’t be before the date of the warrant", Mend = Mend.Record(Facts.ArrivedOn),
    };
    public static readonly Rule ServesSentence = new("The patient serves a sentence", s => s.Patient.Category is LegalCategory.S47_49 or LegalCategory.S45A) { Otherwise = "Release under section 50(1)(b) is for sentenced patients only", Mend = Mend.Patient };

    static bool IsSentenced(Situation s) => s.Facts.Text(Facts.TransferPower) == Facts.Sentenced;

    static DateOnly? LastGoodDay(Situation s) => s.Facts.Date(Facts.WarrantDate) is { } day ? Terms.TransferWarrantLapses.WorkOut(day, s.On.Days).LastDay : null;

    static Rule Fresh(string because, Fact report) => new(because, s => s.Facts.Has(report) && !s.Facts.IsStale(report, s.Today))
    {
        About = [report], Otherwise = $"{report.Label}: more than two months old. Get a new report and record it", Mend = Mend.Record(report),
    };

    // The higher the number, the lower the security.
    static int Rank(string security) => Facts.SecurityLevels.ToList().IndexOf(security);
}
