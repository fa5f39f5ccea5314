namespace Mhcs.Domain.Patients;

/// <summary>A restricted patient (MHA 1983 s79(1)): who, under what authority, where, and on which conditions. Current values stand beside the histories they end.</summary>
public sealed class Patient
{
    public int Id { get; init; }
    /// <summary>Our number, as in P-20417.</summary>
    public required string Number { get; init; }
    public required string Surname { get; set; }
    public required string Forenames { get; set; }
    public required DateOnly BornOn { get; set; }
    public string? Sex { get; set; }
    /// <summary>Reference in the Public Protection Unit Database.</summary>
    public string? PpudReference { get; set; }
    /// <summary>Code of the team that answers for this part of the alphabet.</summary>
    public required string Team { get; set; }

    public LegalCategory Category { get; private set; } = LegalCategory.NotRestricted;
    public DateOnly? CategorySince { get; private set; }
    public Section48Kind? Section48 { get; set; }
    /// <summary>A case of s48(2)(b) that has been sent to the Crown Court (s52(6)).</summary>
    public bool SentToCrownCourt { get; set; }
    /// <summary>The day on which a sentenced prisoner would be entitled to release, Parole Board powers left out (s50(3)); null for lifers and IPP.</summary>
    public DateOnly? ReleaseDate { get; set; }
    public string? IndexOffence { get; set; }

    /// <summary>Hospital where the patient is, or null in the community or prison.</summary>
    public string? Hospital { get; private set; }
    public string? Ward { get; private set; }
    public string? Security { get; private set; }
    /// <summary>Where the patient lives or is held when not in hospital.</summary>
    public string? Residence { get; private set; }

    public bool HighProfile { get; set; }
    /// <summary>A victim is in the Victim Contact Scheme; who, stands only in the victims' part.</summary>
    public bool VictimScheme { get; set; }
    public int? MappaLevel { get; set; }

    public IReadOnlyList<LegalStatus> LegalStatuses { get; private set; } = [];
    public IReadOnlyList<Admission> Admissions { get; private set; } = [];
    public IReadOnlyList<DischargeCondition> Conditions { get; private set; } = [];
    public IReadOnlyList<Supervisor> Supervisors { get; private set; } = [];
    /// <summary>Posts that the legal position calls for and nobody holds, such as "Social supervisor"; null: none. Beside the history, so that lists can look for it.</summary>
    public string? EmptyPosts { get; private set; }
    /// <summary>Leave agreed, in the order in which it was.</summary>
    public IReadOnlyList<AgreedLeave> Leaves { get; private set; } = [];
    public IReadOnlyList<TribunalConsideration> Considerations { get; private set; } = [];
    /// <summary>When victims were asked for representations, in the order in which they were.</summary>
    public IReadOnlyList<VictimWindow> VictimWindows { get; private set; } = [];
    /// <summary>Absences without leave, in their order.</summary>
    public IReadOnlyList<AbsenceWithoutLeave> Absences { get; private set; } = [];
    /// <summary>The day since which the patient is absent without leave; null: not absent.</summary>
    public DateOnly? AbsentSince { get; private set; }
    /// <summary>From then on nothing is sent to or about them.</summary>
    public DateOnly? DiedOn { get; private set; }
    /// <summary>The day of the clinician's last annual report; null where none is known.</summary>
    public DateOnly? LastReportOn { get; private set; }
    /// <summary>Raised by one with every change: two people's edits can't silently overwrite each other.</summary>
    public int Version { get; private set; } = 1;

    public string Name => $"{Surname}, {Forenames}";
    /// <summary>The conditions as last decided, those included that start on a later day: what a change begins with.</summary>
    public IEnumerable<DischargeCondition> ConditionsInForce => Conditions.Where(c => c.To is null);
    /// <summary>Sentences don't run while a transferred prisoner is at large (MHA 1983 s50(4)).</summary>
    public bool IsUnlawfullyAtLarge => AbsentSince is not null && Category.IsTransferred;
    /// <summary>Days on which the sentence of a transferred prisoner did not run, from this day on (MHA 1983 s50(4)).</summary>
    public int DaysAtLarge(DateOnly since, DateOnly today) => Category.IsTransferred ? Absences.Sum(a => Math.Max(0, (a.To ?? today).DayNumber - (a.From > since ? a.From : since).DayNumber)) : 0;
    public IEnumerable<Supervisor> SupervisorsInPost => Supervisors.Where(s => s.To is null);

    /// <summary>The conditions that bind the patient on a day; those that a later decision replaces bind until it starts.</summary>
    public IEnumerable<DischargeCondition> ConditionsOn(DateOnly day) => Conditions.Where(c => c.From <= day && !(c.To <= day));

    /// <summary>The only way in which a legal position changes: earlier entries are ended, never edited.</summary>
    public void Apply(PatientChange change)
    {
        Version++;
        switch (change)
        {
            case LegalStatusBegan c:
                LegalStatuses = [.. LegalStatuses.Select(s => s.To is null ? s with { To = c.On } : s), new(c.Category, c.On, null, c.Note)];
                (Category, CategorySince) = (c.Category, c.On);
                break;
            case Admitted c:
                Admissions = [.. Ended(c.On), new(c.Hospital, c.Ward, c.Security, c.On, null)];
                (Hospital, Ward, Security, Residence) = (c.Hospital, c.Ward, c.Security, null);
                break;
            case LeftHospital c:
                Admissions = [.. Ended(c.On)];
                (Hospital, Ward, Security, Residence) = (null, null, null, c.To);
                break;
            case ConditionsSet c:
                Conditions = DischargeCondition.After(Conditions, [.. ConditionsOn(c.On)], c);
                break;
            case SupervisorAppointed c:
                Supervisors = [.. Supervisors.Select(s => s.To is null && s.Post == c.Post ? s with { To = c.On } : s), new(c.Post, c.Name, c.Organisation, c.On, null)];
                break;
            case SupervisorLeft c:
                Supervisors = [.. Supervisors.Select(s => s.To is null && s.Post == c.Post ? s with { To = c.On } : s)];
                break;
            case SupervisionEnded c:
                Supervisors = [.. Supervisors.Select(s => s.To is null ? s with { To = c.On } : s)];
                break;
            case LeaveChange c:
                Leaves = AgreedLeave.After(Leaves, c);
                break;
            case VictimWindowChange c: VictimWindows = VictimWindow.After(VictimWindows, c); break;
            case AbsenceChange c:
                Absences = AbsenceWithoutLeave.After(Absences, c);
                AbsentSince = Absences.FirstOrDefault(a => a.To is null)?.From;
                break;
            case ConsideredByTribunal c: Considerations = [.. Considerations, new(c.On, c.Kind, c.AppliedOn)]; break;
            case FlagSet c:
                (HighProfile, VictimScheme, MappaLevel) = (c.HighProfile ?? HighProfile, c.VictimScheme ?? VictimScheme, c.MappaLevel ?? MappaLevel);
                break;
            case SentenceRecorded c:
                (ReleaseDate, Section48) = (c.ReleaseDate, c.Section48);
                break;
            case ParticularsSet c:
                (Surname, Forenames, BornOn, Sex, PpudReference) = (c.Surname ?? Surname, c.Forenames ?? Forenames, c.BornOn ?? BornOn, c.Sex ?? Sex, c.PpudReference ?? PpudReference);
                (Team, Section48, SentToCrownCourt) = (c.Team ?? Team, c.Section48 ?? Section48, c.SentToCrownCourt ?? SentToCrownCourt);
                (ReleaseDate, IndexOffence) = (c.ReleaseDate ?? ReleaseDate, c.IndexOffence ?? IndexOffence);
                break;
            case PatientDied c: DiedOn = c.On; break;
            case DeathTakenBack: TakeBackDeath(); break;
            case DecisionSetAside c: SetAside(c); break;
            case DeathCorrected c: MoveDeath(c.On); break;
            case ClinicianReported c: LastReportOn = c.On > LastReportOn || LastReportOn is null ? c.On : LastReportOn; break;
            default:
                throw new ArgumentException($"No patient change of kind {change.GetType().Name} is known", nameof(change));
        }
        EmptyPosts = string.Join(", ", Supervisor.Empty(Category, [.. SupervisorsInPost.Select(s => s.Post)])) is { Length: > 0 } empty ? empty : null;
    }

    /// <summary>Opens again exactly what the death had ended.</summary>
    void TakeBackDeath()
    {
        if (LegalStatuses is [.., { Note: PatientDied.Note }]) TakeBackPosition();
        BindAgain(DiedOn);
        Absences = [.. Absences.Select(a => a.Ending == PatientDied.Note ? a with { To = null, Ending = null } : a)];
        AbsentSince = Absences.FirstOrDefault(a => a.To is null)?.From;
        DiedOn = null;
    }

    /// <summary>What the decision ended elsewhere stays ended: only the patient's own position is as it was.</summary>
    void SetAside(DecisionSetAside decision)
    {
        Considerations = [.. Considerations.Where(c => c.On != decision.Decided)];
        if (!decision.TakesBackPosition) return;
        var ended = CategorySince;
        TakeBackPosition();
        if (Category.IsConditionallyDischarged) BindAgain(ended);
    }

    void TakeBackPosition()
    {
        var before = LegalStatuses.SkipLast(1).ToList();
        LegalStatuses = [.. before.SkipLast(1), .. before.TakeLast(1).Select(s => s with { To = null })];
        (Category, CategorySince) = (LegalStatuses.LastOrDefault()?.Category ?? LegalCategory.NotRestricted, LegalStatuses.LastOrDefault()?.From);
    }

    /// <summary>Conditions and supervisors that ended on that day never did.</summary>
    void BindAgain(DateOnly? ended)
    {
        Conditions = [.. Conditions.Select(c => c.To == ended ? c with { To = null } : c)];
        Supervisors = [.. Supervisors.Select(s => s.To == ended ? s with { To = null } : s)];
    }

    /// <summary>Moves everything that the death had ended to another day.</summary>
    void MoveDeath(DateOnly on)
    {
        if (LegalStatuses is [.., { Note: PatientDied.Note } last])
        {
            LegalStatuses = [.. LegalStatuses.SkipLast(1).Select(s => s.To == last.From ? s with { To = on } : s), last with { From = on }];
            CategorySince = on;
        }
        Conditions = [.. Conditions.Select(c => c.To == DiedOn ? c with { To = on } : c)];
        Supervisors = [.. Supervisors.Select(s => s.To == DiedOn ? s with { To = on } : s)];
        Absences = [.. Absences.Select(a => a.Ending == PatientDied.Note ? a with { To = on } : a)];
        Leaves = [.. Leaves.Select(l => l.Ending == AgreedLeave.ByDeath ? l with { To = on } : l)];
        DiedOn = on;
    }

    IEnumerable<Admission> Ended(DateOnly on) => Admissions.Select(a => a.To is null ? a with { To = on } : a);
}
