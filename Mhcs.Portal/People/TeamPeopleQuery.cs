using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.People;

/// <summary>Somebody of the team today.</summary>
/// <param name="ActsFor">Whose posts cover lends them today.</param>
/// <param name="CoveredBy">Who acts for them today.</param>
public sealed record TeamPerson(Person Person, Absence? Away, Absence? Next, IReadOnlyList<string> ActsFor, IReadOnlyList<string> CoveredBy);

/// <param name="Reason">Why; null for those whom it is no business of.</param>
/// <param name="Changed">Who ended or cancelled it, if anybody.</param>
public sealed record AbsenceRow(Absence Absence, string Person, string? Reason, string? RecordedBy, string? Changed, bool MayChange);

public sealed record CoverRow(Cover Cover, string Deputy, string Lender, Grade As, string? Team, string? RecordedBy, string? Changed, bool MayChange);

/// <summary>The people of a team with their absences and cover, as one person may see them.</summary>
/// <param name="MayBeAway">Whose absence this person may record.</param>
/// <param name="Lenders">Whose posts this person may lend.</param>
/// <param name="Deputies">Who may be lent a post.</param>
public sealed record TeamPeople(Team Team, IReadOnlyList<Team> Teams, IReadOnlyList<TeamPerson> People, IReadOnlyList<AbsenceRow> Absences, IReadOnlyList<CoverRow> Covers,
    IReadOnlyList<AbsenceRow> PastAbsences, IReadOnlyList<CoverRow> PastCovers, IReadOnlyList<Person> MayBeAway, IReadOnlyList<Person> Lenders, IReadOnlyList<Person> Deputies, Occasion On);

/// <summary>Reads who is away and who acts for whom.</summary>
public sealed class TeamPeopleQuery(IDbContextFactory<PortalDb> dbs, Staff staff, Occasions occasions)
{
    /// <summary>Entries of the past that are shown.</summary>
    public const int MostPast = 50;

    /// <param name="team">Null: the first of the person's teams.</param>
    /// <returns>Null where the team does not exist for this person.</returns>
    public async Task<TeamPeople?> For(PersonId me, string? team, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        var teams = on.Book.Teams.All.Where(t => on.By.SeesTeam(t.Code)).ToList();
        if (teams.Find(t => team is null || t.Code == team) is not { } shown) return null;
        var everyone = await staff.Everyone(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var covers = await db.Covers.AsNoTracking().OrderBy(c => c.From).ThenBy(c => c.Id).ToListAsync(ct);

        var heads = everyone.Values.Where(p => p.Active && p.Grade == Grade.HeadOfSection && (p.Id == me || on.By.SeesAllTeams()));
        List<Person> people = [.. heads, .. await staff.Of(shown.Code, ct)];
        // Those who left the team stay in its past.
        var once = everyone.Values.Where(p => p.Team == shown.Code).Concat(people).DistinctBy(p => p.Id);
        List<AbsenceRow> absences = [.. once.SelectMany(p => p.Absences, (p, a) => Of(a, p)).OrderBy(r => r.Absence.From).ThenBy(r => r.Person, StringComparer.Ordinal)];
        List<CoverRow> lent = [.. from c in covers let deputy = everyone[c.By] let lender = everyone[c.For] where lender.Team == shown.Code || deputy.Team == shown.Code || people.Contains(lender) select Lent(c, deputy, lender)];
        return new(shown, teams,
            [.. people.Select(p => new TeamPerson(p, p.AwayOn(on.Today), p.AwaySoon(on.Today, 60), [.. covers.Where(c => c.By == p.Id && c.HoldsOn(on.Today)).Select(c => everyone[c.For].Name)], [.. covers.Where(c => c.For == p.Id && c.HoldsOn(on.Today)).Select(c => everyone[c.By].Name)]))],
            [.. absences.Where(a => !a.Absence.IsPast(on.Today))], [.. lent.Where(c => !c.Cover.IsPast(on.Today))],
            [.. absences.Where(a => a.Absence.IsPast(on.Today)).OrderByDescending(a => a.Absence.To).Take(MostPast)], [.. lent.Where(c => c.Cover.IsPast(on.Today)).OrderByDescending(c => c.Cover.To).Take(MostPast)],
            [.. people.Where(p => on.By.MayRecordAbsenceOf(p).Granted)], [.. people.Where(p => on.By.MayLendPostOf(p).Granted)],
            [.. everyone.Values.Where(p => p.Active && p.Grade.DoesCasework && p.Id != me && p.Grade < Grade.HeadOfSection).OrderBy(p => p.Team != shown.Code).ThenBy(p => p.Team, StringComparer.Ordinal).ThenByDescending(p => p.Grade).ThenBy(p => p.Name, StringComparer.Ordinal)], on);

        string? Name(PersonId? id) => id is { } known && known != PersonId.Clock ? everyone.GetValueOrDefault(known)?.Name : null;

        AbsenceRow Of(Absence absence, Person person)
        {
            var may = on.By.MayRecordAbsenceOf(person).Granted;
            return new(absence, person.Name, may ? absence.Reason : null, Name(absence.RecordedBy), Name(absence.ChangedBy), may);
        }

        CoverRow Lent(Cover cover, Person deputy, Person lender) => new(cover, deputy.Name, lender.Name, lender.Grade, lender.Team, Name(cover.RecordedBy), Name(cover.ChangedBy), on.By.MayLendPostOf(lender).Granted);
    }
}
