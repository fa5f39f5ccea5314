using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Support;

/// <summary>A team at work, put into a portal's own store: people with absences, part time and a conflict, and cases taken over with dates before and after today.</summary>
public sealed class BusyTeam(IServiceProvider services)
{
    static readonly string[] Surnames = ["Alderfen", "Applecross", "Barleymow", "Bluebellow", "Brackenby", "Brambleton", "Candlewick", "Clovermead", "Cobblestone", "Copperkettle", "Daisyfield", "Dovecote", "Driftwood", "Elderbark", "Emberlight", "Fennimarsh", "Fiddlewood", "Foxglover", "Garlandine", "Gatepost"];
    static readonly string[] Forenames = ["Ansel", "Bram", "Clio", "Cosmo", "Esme", "Fern", "Hester", "Ivo", "Linus", "Marguerite", "Noor", "Odo", "Otis", "Perrin", "Rufus", "Silas", "Tamsin", "Thea", "Una", "Wilf"];
    int _patients;

    public Person Manager { get; } = Someone("h.meadowsweet", "H. Meadowsweet", Grade.TeamManager);
    public Person Deputy { get; } = Someone("b.rookwood", "B. Rookwood", Grade.DeputyHead);
    public Person Administrator { get; } = Someone("e.fernsby", "E. Fernsby", Grade.CaseworkAdministrator);
    public Person Larkspur { get; } = Someone("m.larkspur", "M. Larkspur", Grade.CaseworkManager);
    public Person Thimbleby { get; } = Someone("p.thimbleby", "P. Thimbleby", Grade.Caseworker);
    public Person Quillan { get; } = Someone("o.quillan", "O. Quillan", Grade.Caseworker);
    /// <summary>Has a conflict of interest with P-30001.</summary>
    public Person Inkpen { get; } = Someone("s.inkpen", "S. Inkpen", Grade.Caseworker);
    /// <summary>Works three days.</summary>
    public Person Wetherlam { get; } = Someone("d.wetherlam", "D. Wetherlam", Grade.Caseworker, 60);
    /// <summary>Away today.</summary>
    public Person Osierby { get; } = Someone("n.osierby", "N. Osierby", Grade.Caseworker);
    public Person Marigold { get; } = Someone("t.marigold", "T. Marigold", Grade.Caseworker);
    public Person Stranger { get; } = Someone("i.mossgrove", "I. Mossgrove", Grade.TeamManager, team: "B");

    public IReadOnlyList<Person> Holders => [Larkspur, Inkpen, Marigold, Osierby, Quillan, Thimbleby, Wetherlam];
    public DateOnly Today => London.Day(services.GetRequiredService<TimeProvider>().GetUtcNow());
    public CaseMoves Moves => services.GetRequiredService<CaseMoves>();
    public T Service<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>A person's load with so many points, as screens show it.</summary>
    public static string Load(Person person, int points) => $"{new Load(points, person.Capacity).Percent}%";

    public static async Task<BusyTeam> In(IServiceProvider services)
    {
        var team = new BusyTeam(services);
        team.Osierby.Absences.Add(new(team.Today.AddDays(-1), team.Today.AddDays(3), "Annual leave"));
        team.Inkpen.Conflicts.Add(new("P-30001", team.Today.AddDays(-100)));
        await services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.People.AddRange([team.Manager, team.Deputy, team.Administrator, .. team.Holders, team.Stranger]);
            return Task.CompletedTask;
        });
        services.GetRequiredService<Staff>().Changed();
        return team;
    }

    /// <summary>A change of conditions that was asked for some days ago, its date following from that.</summary>
    public async Task<CaseReference> Case(Person? holder = null, int askedDaysAgo = 0, bool highProfile = false, bool victims = false, bool restrictedTo = false)
    {
        var on = (await services.GetRequiredService<Occasions>().For(Deputy.Id))!;
        var n = ++_patients;
        var patient = new Patient
        {
            Number = $"P-{30000 + n}", Surname = Surnames[n * 7 % 20], Forenames = Forenames[n * 3 % 20], BornOn = new(1980, 1, 1), Team = "A", HighProfile = highProfile, VictimScheme = victims,
        };
        patient.Apply(new LegalStatusBegan(LegalCategory.Cd, new(2022, 10, 3)));
        var type = ConditionalDischarge.Type;
        var asked = Today.AddDays(-askedDaysAgo);
        var reference = CaseReference.Of("C", 1000 + n);
        await services.GetRequiredService<WriteLane>().Write(writing =>
        {
            var (file, events) = CaseFile.TakeOver(reference, type, patient, new Handover(type.State("ConditionChange"), asked, asked, Section.Answers((Facts.DischargedOn, "2022-10-03")), holder), on);
            if (restrictedTo) events = [.. events, .. file.Restrict(true, holder is null ? [] : [holder.Id], "Press interest", on)];
            writing.Db.Patients.Add(patient);
            writing.Db.Cases.Add(file);
            writing.Record(events.Select(e => TrailEntry.Of(file, e)));
            return Task.CompletedTask;
        });
        await services.GetRequiredService<ILiveFeed>().Publish(new FeedSignal(FeedSignal.Cases, "A", reference.Value));
        return reference;
    }

    /// <summary>Cases for everybody, with dates to see all kinds of chip.</summary>
    public async Task Fill(int each = 12)
    {
        foreach (var (holder, n) in Holders.Append(null).Select((h, n) => (h, n)))
            for (var i = 0; i < (holder is null ? 5 : each - n); i++)
                await Case(holder, askedDaysAgo: (i * 5 + n * 3) % 34, highProfile: (i + n) % 6 == 1, victims: (i + n) % 4 == 2);
    }

    static Person Someone(string user, string name, Grade grade, int percent = 100, string team = "A") => new() { UserName = user, Name = name, Grade = grade, Team = team, WorkingPercent = percent };
}
