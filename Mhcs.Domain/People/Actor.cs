using System.Collections.Immutable;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.People;

/// <summary>Whether somebody is entitled to something, why not, and for whom they then act.</summary>
public sealed record Entitlement(bool Granted, string Reason, PersonId? ActingFor = null)
{
    public static Entitlement Yes(string reason, PersonId? actingFor = null) => new(true, reason, actingFor);
    public static Entitlement No(string reason) => new(false, reason);
}

/// <summary>A grade and team that the actor holds today: their own, or lent by cover.</summary>
public sealed record Post(Grade Grade, string? Team, PersonId Holder, string HolderName);

/// <summary>Who acts, read fresh for every act: the person, the posts they hold today (their own first) and the matrix that says who decides what.</summary>
public sealed record Actor(Person Person, IReadOnlyList<Post> Posts, AuthorityMatrix Matrix)
{
    public static Actor Of(Person person, AuthorityMatrix matrix, IEnumerable<Person>? coveredToday = null) =>
        new(person, [Own(person), .. (coveredToday ?? []).Select(p => new Post(p.Grade, p.Team, p.Id, p.Name))], matrix);

    /// <summary>The portal's clock: takes the moves that time makes, and nothing else.</summary>
    public static Actor TheClock { get; } = new(new Person { Id = PersonId.Clock, UserName = "clock", Name = "By itself", Grade = Grade.SystemAdministrator }, [], AuthorityMatrix.Empty);

    /// <summary>Guidance that this person must read and has not confirmed, with the day from which it closes their steps.</summary>
    public IReadOnlyList<UnreadPage> Unread { get; init; } = [];

    /// <summary>Restricted files that this person has opened in an emergency and may still see.</summary>
    public IReadOnlySet<CaseReference> Opened { get; init; } = ImmutableHashSet<CaseReference>.Empty;

    public PersonId Id => Person.Id;

    /// <summary>Posts that cover lends today, one a person: whose work this person sees to besides their own.</summary>
    public IEnumerable<Post> Covered => Posts.Where(p => p.Holder != Id).DistinctBy(p => p.Holder);
    public bool IsTheClock => Id == PersonId.Clock;

    /// <summary>The posts held today that do casework in the file's team.</summary>
    IEnumerable<Post> PostsOn(CaseFile file) => Posts.Where(p => p.Grade.DoesCasework && (p.Grade == Grade.HeadOfSection || p.Team == file.Team));

    /// <summary>Whether the file exists for this person: a restricted one does only for the people named on it, who have opened it in an emergency, and the head of section; none does with whose patient they have a conflict of interest.</summary>
    public bool Sees(CaseFile file) => IsTheClock || (PostsOn(file).Any() && !IsClosed(file.Reference, file.PatientNumber, file.Restricted, file.Named) && (!file.Type.IsProtected || MayReadVictimsOf(file.Team)));

    /// <summary>Whether a file of one’s own team does not exist for this person all the same.</summary>
    public bool IsClosed(CaseReference reference, string? patientNumber, bool restricted, IReadOnlyCollection<PersonId> named) =>
        Person.HasConflictWith(patientNumber) || (restricted && !named.Contains(Id) && !Opened.Contains(reference) && !Posts.Any(p => p.Grade == Grade.HeadOfSection));

    /// <summary>Whether the victims' part of a team exists for this person: its deputy head and head (who oversee the scheme), the head of section, and those of the team whom the head has named for it.</summary>
    public bool MayReadVictimsOf(string team) =>
        Posts.Any(p => p.Grade == Grade.HeadOfSection || (p.Grade >= Grade.DeputyHead && p.Team == team)) || (Person.LiaisesWithVictims && Person.Grade.DoesCasework && Person.Team == team);

    /// <summary>Whether this person may name somebody for victim liaison, or end it: the head of their team or of the section.</summary>
    public Entitlement MayNameForVictims(Person person) =>
        !person.Grade.DoesCasework || person.Team is null ? Entitlement.No($"{person.Name} does no casework in a team")
        : Leads(person, Grade.HeadOfTeam) ?? Entitlement.No($"{person.Name} is named for victim liaison by the head of their team, or by the head of section");

    /// <summary>Whether the file was opened in an emergency, and nothing else: sight is all that this gives.</summary>
    public bool OnlyReads(CaseFile file) => file.Restricted && Opened.Contains(file.Reference) && !file.Named.Contains(Id) && !Posts.Any(p => p.Grade == Grade.HeadOfSection);

    /// <summary>Whether this person is entitled to a decision on a file: the level in the matrix, raised by the case, met by an own or a lent post.</summary>
    public Entitlement May(Authority authority, CaseFile file)
    {
        if (authority == Authority.Clock)
            return IsTheClock ? Entitlement.Yes("Time makes this step") : Entitlement.No("This happens by itself when its day has passed");
        if (file.Type.IsProtected && !MayReadVictimsOf(file.Team)) return Entitlement.No("Victim liaison is for the deputy head and the head of the team, and for those whom the head has named");
        if (Person.HasConflictWith(file.PatientNumber)) return Entitlement.No("You have declared a conflict of interest with this patient");
        if (!Sees(file)) return Entitlement.No("This file belongs to another team");
        if (OnlyReads(file)) return Entitlement.No("You opened this restricted file to read it. Somebody named on it, or the head of section, acts on it");

        var needed = Matrix.LevelFor(authority, file);
        var posts = PostsOn(file).ToList();
        var post = posts.FirstOrDefault(p => p.Grade >= needed);
        if (post is null)
            return Entitlement.No($"{authority.Label} needs a {needed.Label.ToLowerInvariant()}; you act as {posts.Max(p => p.Grade).Label.ToLowerInvariant()}");
        return post.Holder == Id
            ? Entitlement.Yes($"You decide as {post.Grade.Label.ToLowerInvariant()}")
            : Entitlement.Yes($"You act for {post.HolderName}, {post.Grade.Label.ToLowerInvariant()}", post.Holder);
    }

    /// <summary>Whether this person may put on a patient's record what no case records: whoever does casework in the patient's team, unless they are related or acquainted.</summary>
    public Entitlement MayRecordOn(Patient patient) =>
        Person.HasConflictWith(patient.Number) ? Entitlement.No("You have declared a conflict of interest with this patient")
        : Posts.FirstOrDefault(p => p.Grade.DoesCasework && (p.Grade == Grade.HeadOfSection || p.Team == patient.Team)) is { } post
            ? Entitlement.Yes("You do casework in the patient’s team", post.Holder == Id ? null : post.Holder)
            : Entitlement.No("This patient belongs to another team");

    /// <summary>Whether this person may give the file to somebody: managers to anybody of the team, the six grades an unassigned file to themselves.</summary>
    public Entitlement MayAssign(CaseFile file, PersonId? to)
    {
        if (!Sees(file)) return Entitlement.No("This file belongs to another team");
        if (OnlyReads(file)) return Entitlement.No("You opened this restricted file to read it. Somebody named on it, or the head of section, gives it to somebody");
        var manager = PostsOn(file).FirstOrDefault(p => p.Grade.AssignsOthers);
        if (manager is not null) return Entitlement.Yes("You manage this team's cases", manager.Holder == Id ? null : manager.Holder);
        return to == Id && file.AssigneeId is null
            ? Entitlement.Yes("You take an unassigned case yourself")
            : Entitlement.No("Only a team manager or above moves a case that is not unassigned, or gives it to somebody else");
    }

    /// <summary>Whether this person may record and change somebody's absences: their own, those of the team they manage, or anybody's for the head of section.</summary>
    public Entitlement MayRecordAbsenceOf(Person person) =>
        person.Id == Id ? Entitlement.Yes("You record your own absence")
        : Leads(person, Grade.TeamManager) ?? Entitlement.No($"The absence of {person.Name} is recorded by themselves, or by a team manager or above of their team");

    /// <summary>Whether this person may record and change who acts in somebody's post (contract, "cover in their team").</summary>
    public Entitlement MayLendPostOf(Person person) =>
        !person.Grade.DoesCasework ? Entitlement.No($"{person.Name} does no casework, so there is no post to lend")
        : Leads(person, Grade.DeputyHead) ?? Entitlement.No($"Cover for {person.Name} is recorded by a deputy head or head of their team, or by the head of section");

    /// <summary>Whether this person may open a patient’s files to somebody again who had declared a conflict of interest.</summary>
    public Entitlement MayLiftConflictOf(Person person) =>
        person.Id == Id ? Entitlement.No("You can’t lift your own conflict of interest. Ask a deputy head or head of the team")
        : Leads(person, Grade.DeputyHead) ?? Entitlement.No($"The conflict of interest of {person.Name} is lifted by a deputy head or head of their team, or by the head of section");

    Entitlement? Leads(Person person, Grade from) =>
        Posts.FirstOrDefault(p => p.Grade >= from && (p.Grade == Grade.HeadOfSection || (p.Team is not null && p.Team == person.Team))) is { } post
            ? Entitlement.Yes($"You lead as {post.Grade.Label.ToLowerInvariant()}", post.Holder == Id ? null : post.Holder) : null;

    static Post Own(Person person) => new(person.Grade, person.Team, person.Id, person.Name);
}
