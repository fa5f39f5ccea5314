using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using C = Mhcs.Portal.Patients.Import.PatientColumns;

namespace Mhcs.Portal.Patients.Import;

/// <summary>One field that the file would change, as people read it.</summary>
public sealed record FieldChange(string Column, string? From, string? To);

/// <summary>Which of a patient’s flags a list takes nothing away from: a decision, or a victim who is in touch, stands behind it.</summary>
public readonly record struct FlagsThatStand(bool HighProfile, bool VictimScheme);

/// <summary>What a row would do to a patient: the fields for people to read, and the changes that do exactly that.</summary>
public sealed record PatientDifferences(IReadOnlyList<FieldChange> Fields, IReadOnlyList<PatientChange> Changes)
{
    /// <summary>What the row says and the record keeps otherwise, each with why; the rest of the row is taken.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>A new patient as the row gives them; nothing is recorded yet but the number and the name.</summary>
    public static Patient NewPatient(PatientRow row, Teams teams) =>
        new() { Number = row.Number, Surname = row.Surname, Forenames = row.Forenames, BornOn = row.BornOn, Team = teams.For(row.Surname).Code };

    public static PatientDifferences Between(Patient now, PatientRow row, Teams teams, DateOnly today, bool isNew = false, FlagsThatStand stands = default)
    {
        List<FieldChange> fields = [];
        List<PatientChange> changes = [];
        Particulars(now, row, teams, today, fields, changes);
        Status(now, row, isNew, fields, changes);
        Place(now, row, fields, changes);
        var kept = Keeping(now, row, stands).ToList();
        Oversight(now, row with { HighProfile = stands.HighProfile ? row.HighProfile | now.HighProfile : row.HighProfile, VictimScheme = stands.VictimScheme ? row.VictimScheme | now.VictimScheme : row.VictimScheme }, isNew ? row.Since : today, fields, changes);
        Tribunal(now, row, fields, changes);
        Report(now, row, fields, changes);
        return new(fields, changes) { Kept = kept };
    }

    static void Particulars(Patient now, PatientRow row, Teams teams, DateOnly today, List<FieldChange> fields, List<PatientChange> changes)
    {
        var count = fields.Count;
        Compare(C.Surname, now.Surname, row.Surname);
        Compare(C.Forenames, now.Forenames, row.Forenames);
        Compare(C.BornOn, Day(now.BornOn), Day(row.BornOn));
        Compare(C.Sex, now.Sex, row.Sex);
        Compare(C.Ppud, now.PpudReference, row.PpudReference);
        Compare(C.Section48, now.Section48?.ToString(), row.Section48?.ToString());
        Compare(C.CrownCourt, YesNo(now.SentToCrownCourt), YesNo(row.SentToCrownCourt));
        Compare(C.Release, Day(now.ReleaseDate), Day(row.ReleaseDate));
        Compare(C.Offence, now.IndexOffence, row.IndexOffence);
        var team = teams.For(row.Surname).Code;
        Compare("team", now.Team, team);
        if (fields.Count > count)
            changes.Add(new ParticularsSet(today)
            {
                Surname = row.Surname, Forenames = row.Forenames, BornOn = row.BornOn, Sex = row.Sex, PpudReference = row.PpudReference, Team = team,
                Section48 = row.Section48, SentToCrownCourt = row.SentToCrownCourt, ReleaseDate = row.ReleaseDate, IndexOffence = row.IndexOffence,
            });

        void Compare(string column, string? from, string? to) => Differ(fields, column, from, to);
    }

    // A file never takes back what has happened since it was written: an older status or admission than the recorded one is passed over.
    static void Status(Patient now, PatientRow row, bool isNew, List<FieldChange> fields, List<PatientChange> changes)
    {
        if (isNew) changes.AddRange(row.Earlier);
        if (row.Since < now.CategorySince || (row.Since == now.CategorySince && row.Category == now.Category)) return;
        Differ(fields, C.Category, now.CategorySince is null ? null : C.CodeOf(now.Category), C.CodeOf(row.Category));
        Differ(fields, C.Since, Day(now.CategorySince), Day(row.Since));
        changes.Add(new LegalStatusBegan(row.Category, row.Since));
    }

    static void Place(Patient now, PatientRow row, List<FieldChange> fields, List<PatientChange> changes)
    {
        if (row.Since < now.CategorySince) return;
        var latest = now.Admissions.Select(a => a.To ?? a.From).DefaultIfEmpty().Max();
        if (row is { Hospital: { } hospital, AdmittedOn: { } admitted })
        {
            var same = now.Hospital == hospital && (row.Ward ?? now.Ward) == now.Ward && (row.Security ?? now.Security) == now.Security;
            if (same || admitted < latest) return;
            Differ(fields, C.Hospital, now.Hospital, hospital);
            Differ(fields, C.Ward, now.Ward, row.Ward);
            Differ(fields, C.Security, now.Security, row.Security);
            changes.Add(new Admitted(hospital, row.Ward, row.Security, admitted));
        }
        else if (row.Residence is { } residence && residence != now.Residence && row.Since >= latest)
        {
            Differ(fields, C.Residence, now.Hospital ?? now.Residence, residence);
            changes.Add(new LeftHospital(residence, row.Since));
        }
    }

    static IEnumerable<string> Keeping(Patient now, PatientRow row, FlagsThatStand stands)
    {
        if (stands.HighProfile && now.HighProfile && row.HighProfile == false) yield return $"“{C.HighProfile}” stays Yes: the deputy head assessed the patient as high profile, and only that assessment ends it.";
        if (stands.VictimScheme && now.VictimScheme && row.VictimScheme == false) yield return $"“{C.VictimScheme}” stays Yes: the liaison with a victim of the patient goes on, and the list doesn’t end it.";
    }

    static void Oversight(Patient now, PatientRow row, DateOnly on, List<FieldChange> fields, List<PatientChange> changes)
    {
        var count = fields.Count;
        Differ(fields, C.HighProfile, YesNo(now.HighProfile), YesNo(row.HighProfile));
        Differ(fields, C.VictimScheme, YesNo(now.VictimScheme), YesNo(row.VictimScheme));
        Differ(fields, C.Mappa, now.MappaLevel?.ToString(), row.MappaLevel?.ToString());
        if (fields.Count > count) changes.Add(new FlagSet(on, row.HighProfile, row.VictimScheme, row.MappaLevel));

        // Whoever took up a post after the row's own position was recorded by casework, which the file does not take back.
        foreach (var named in row.Supervisors)
        {
            var holder = now.SupervisorsInPost.FirstOrDefault(s => s.Post == named.Post);
            if (holder is not null && ((holder.Name == named.Name && holder.Organisation == named.Organisation) || row.Since < now.CategorySince)) continue;
            Differ(fields, named.Column, holder is null ? null : $"{holder.Name}, {holder.Organisation}", $"{named.Name}, {named.Organisation}");
            changes.Add(new SupervisorAppointed(named.Post, named.Name, named.Organisation, on));
        }

        var inForce = now.ConditionsInForce.Select(c => new ConditionText(c.Heading, c.Text)).ToList();
        if (row.Conditions.Count > 0 && row.Since >= (now.CategorySince ?? row.Since) && !inForce.ToHashSet().SetEquals(row.Conditions))
        {
            Differ(fields, C.Conditions, Text(inForce), Text(row.Conditions));
            changes.Add(new ConditionsSet(row.Conditions, on));
        }
    }

    static void Tribunal(Patient now, PatientRow row, List<FieldChange> fields, List<PatientChange> changes)
    {
        if (row.LastConsideredOn is not { } day || now.Considerations.Any(c => c.On >= day)) return;
        Differ(fields, C.Considered, Day(now.Considerations.MaxBy(c => c.On)?.On), Day(day));
        changes.Add(new ConsideredByTribunal("As the imported list says", null, day));
    }

    static void Report(Patient now, PatientRow row, List<FieldChange> fields, List<PatientChange> changes)
    {
        if (row.LastReportOn is not { } day || now.LastReportOn >= day) return;
        Differ(fields, C.Reported, Day(now.LastReportOn), Day(day));
        changes.Add(new ClinicianReported(day));
    }

    static void Differ(List<FieldChange> fields, string column, string? from, string? to)
    {
        if (to is not null && from != to) fields.Add(new(column, from, to));
    }

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    static string? YesNo(bool? flag) => flag is null ? null : flag.Value ? "Yes" : "No";
    static string? Text(IEnumerable<ConditionText> conditions) => string.Join('\n', conditions.Select(c => $"{c.Heading}: {c.Text}")) is { Length: > 0 } text ? text : null;
}
