using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Support;

/// <summary>A very small section for a test: a few people of team A and B and a few patients, put into a portal's own store.</summary>
public sealed class Section(IServiceProvider services)
{
    public Person Administrator { get; } = Someone("e.quill", "E. Quill", Grade.CaseworkAdministrator, "A");
    public Person Ann { get; } = Someone("a.larkspur", "A. Larkspur", Grade.Caseworker, "A");
    public Person Ben { get; } = Someone("b.thimbleby", "B. Thimbleby", Grade.Caseworker, "A");
    public Person TeamManager { get; } = Someone("r.teasel", "R. Teasel", Grade.TeamManager, "A");
    public Person DeputyHead { get; } = Someone("b.rookwood", "B. Rookwood", Grade.DeputyHead, "A");
    public Person HeadOfTeam { get; } = Someone("h.saltmarsh", "H. Saltmarsh", Grade.HeadOfTeam, "A");
    public Person Stranger { get; } = Someone("n.osierby", "N. Osierby", Grade.TeamManager, "B");

    public CaseDesk Desk => services.GetRequiredService<CaseDesk>();
    public IDbContextFactory<PortalDb> Dbs => services.GetRequiredService<IDbContextFactory<PortalDb>>();

    public static async Task<Section> In(IServiceProvider services)
    {
        var section = new Section(services);
        await services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.People.AddRange(section.Administrator, section.Ann, section.Ben, section.TeamManager, section.DeputyHead, section.HeadOfTeam, section.Stranger);
            writing.Db.Patients.AddRange(Discharged("P-20001", "Applecross", "Perrin"), Discharged("P-20002", "Brambleton", "Odo"));
            return Task.CompletedTask;
        });
        services.GetRequiredService<Staff>().Changed();
        return section;
    }

    /// <summary>A recall of P-20001, received today and not yet anybody's.</summary>
    public async Task<CaseReference> OpenRecall(string patient = "P-20001")
    {
        var now = services.GetRequiredService<Occasions>().Now;
        var outcome = await Desk.Open(Recall.Type, patient, London.Day(now), Answers(
            (Facts.ConcernSource, Facts.ConcernSource.Options[0]), (Facts.ConcernAt, now.AddMinutes(-5).ToString("O")), (Facts.Concern, "Missed two appointments")), Administrator.Id);
        return outcome.Should().BeOfType<Outcome.Done>().Subject.Reference;
    }

    /// <summary>Takes a step with sensible answers, save those given.</summary>
    public async Task Take(CaseReference reference, Person by, string step, params (Fact Fact, string? Value)[] given) =>
        (await Desk.Work(reference, by.Id, (file, on) =>
        {
            var move = file.Type.Moves.First(m => m.From == file.State && m.Step.Code == step);
            return [.. PapersHeld.For(file, move, on), .. file.Take(move.Step, Support.Answers.To(move.Asks, on.At, given), on)];
        })).Sentences.Should().BeEmpty("{0} takes the step {1}", by.Name, step);

    public static FactSheet Answers(params (Fact Fact, string Value)[] answers) =>
        FactSheet.Of(answers.Select(a => KeyValuePair.Create(a.Fact.Key, (string?)a.Value)));

    static Person Someone(string user, string name, Grade grade, string team) => new() { UserName = user, Name = name, Grade = grade, Team = team };

    static Patient Discharged(string number, string surname, string forenames)
    {
        var patient = new Patient { Number = number, Surname = surname, Forenames = forenames, BornOn = new(1984, 5, 9), Team = "A", PpudReference = "PP" + number[2..] };
        patient.Apply(new LegalStatusBegan(LegalCategory.Cd, new(2022, 10, 3)));
        return patient;
    }
}
