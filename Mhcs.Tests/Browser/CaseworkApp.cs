using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Browser;

/// <summary>The portal with one person a role, and a few conditionally discharged patients of team A.</summary>
public class CaseworkApp : SectionApp
{
    int _patients;

    /// <summary>A new patient, who is nobody else's in the run.</summary>
    public async Task<string> Patient(bool victims = true)
    {
        _ = Address;
        var number = $"P-{30000 + Interlocked.Increment(ref _patients)}";
        var patient = new Patient { Number = number, Surname = "Applecross", Forenames = $"Perrin {number[^2..]}", BornOn = new(1984, 5, 9), Team = "A", PpudReference = "PP" + number[2..], VictimScheme = victims };
        patient.Apply(new LegalStatusBegan(LegalCategory.Cd, new(2022, 10, 3)));
        await Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.Patients.Add(patient);
            return Task.CompletedTask;
        });
        return number;
    }

    /// <summary>A logged letter, given to the caseworker and allocated.</summary>
    public async Task Draftable(string letter)
    {
        var (manager, caseworker) = (await Who("teammanager.a"), await Who("caseworker.a"));
        var desk = Services.GetRequiredService<CaseDesk>();
        await desk.Work(CaseReference.Parse(letter), manager.Id, (file, on) => file.AssignTo(caseworker, on));
        await desk.Work(CaseReference.Parse(letter), manager.Id, (file, on) => file.Take(Letter.Type.Moves.First(m => m.Asks.Contains(Facts.TriagedFor)).Step, Section.Answers((Facts.TriagedFor, Facts.TriagedFor.Options[1])), on));
    }

    /// <summary>A conditional discharge, taken over on one condition of residence, whose change waits for a decision.</summary>
    public async Task<string> ConditionsToDecide(string residence, bool victims = true)
    {
        var number = await Patient(victims);
        var on = (await Services.GetRequiredService<Occasions>().For((await Who("deputyhead.a")).Id))!;
        var reference = CaseReference.Of("C", 7000 + _patients);
        var caseworker = await Who("caseworker.a");
        await Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var patient = await writing.Db.Patients.SingleAsync(p => p.Number == number);
            patient.Apply(new ConditionsSet([new("Residence", residence)], new(2022, 10, 3)));
            var type = ConditionalDischarge.Type;
            var (file, events) = CaseFile.TakeOver(reference, type, patient, new Handover(type.State("ConditionDecision"), on.Today, on.Today, Section.Answers((Facts.DischargedOn, "2022-10-03")), caseworker), on);
            writing.Db.Cases.Add(file);
            writing.Record(events.Select(e => TrailEntry.Of(file, e)));
        });
        return reference.Value;
    }

    /// <summary>A conditional discharge whose supervisors' report has come and waits for the caseworker to read it.</summary>
    public async Task<(string Patient, string Discharge)> ReportToRead()
    {
        var number = await Patient(victims: false);
        var on = (await Services.GetRequiredService<Occasions>().For((await Who("deputyhead.a")).Id))!;
        var reference = CaseReference.Of("C", 7000 + _patients);
        var caseworker = await Who("caseworker.a");
        await Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var patient = await writing.Db.Patients.SingleAsync(p => p.Number == number);
            A.Supervised(patient);
            var type = ConditionalDischarge.Type;
            var facts = Section.Answers((Facts.DischargedOn, "2022-10-03"), (Facts.ReportReceivedOn, A.Text(on.Today)), (Facts.ReportParts, Facts.ReportParts.Options[0]));
            var (file, events) = CaseFile.TakeOver(reference, type, patient, new Handover(type.State("ReportReceived"), on.Today, on.Today, facts, caseworker), on);
            writing.Db.Cases.Add(file);
            writing.Record(events.Select(e => TrailEntry.Of(file, e)));
        });
        return (number, reference.Value);
    }

    /// <summary>A patient in hospital whose leave ended ten days ago and is not reported, and a new application of theirs, given to the caseworker.</summary>
    public async Task<(string Patient, string Earlier, string Application)> LeaveAskedForAgain()
    {
        var number = await Patient();
        var on = (await Services.GetRequiredService<Occasions>().For((await Who("deputyhead.a")).Id))!;
        var earlier = CaseReference.Of("L", 7000 + _patients);
        var caseworker = await Who("caseworker.a");
        await Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var patient = await writing.Db.Patients.SingleAsync(p => p.Number == number);
            patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, on.Today.AddYears(-3)));
            patient.Apply(new Admitted("Northmere Hospital", "Birch ward", "Medium", on.Today.AddYears(-3)));
            var (file, events) = CaseFile.TakeOver(earlier, Leave.Type, patient, new(Leave.Type.State("ReportAwaited"), on.Today.AddDays(-90), on.Today.AddDays(-10), Asked(Facts.EscortedDay, on.Today.AddDays(-60), on.Today.AddDays(-10)), caseworker), on);
            writing.Db.Cases.Add(file);
            writing.Record(events.Select(e => TrailEntry.Of(file, e)));
        });
        var desk = Services.GetRequiredService<CaseDesk>();
        var opened = await desk.Open(Leave.Type, number, on.Today, Asked(Facts.UnescortedOvernight, on.Today, on.Today.AddDays(120)), (await Who("caseworkadministrator.a")).Id);
        var application = opened.Should().BeOfType<Outcome.Done>().Subject.Reference;
        (await desk.Work(application, (await Who("teammanager.a")).Id, (file, now) => file.AssignTo(caseworker, now))).Should().BeOfType<Outcome.Done>();
        return (number, earlier.Value, application.Value);

        FactSheet Asked(string kind, DateOnly from, DateOnly until) => Support.Answers.To(Leave.Type.Opening.Asks, on.At, (Facts.LeaveKind, kind), (Facts.LeaveFrom, A.Text(from)), (Facts.LeaveUntil, A.Text(until)));
    }

    /// <summary>A tribunal of a detained patient whose statement can be written as soon as the clinician's report is here.</summary>
    public async Task<string> TribunalToRecommend()
    {
        var number = await Patient();
        var on = (await Services.GetRequiredService<Occasions>().For((await Who("caseworker.a")).Id))!;
        await Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var patient = await writing.Db.Patients.SingleAsync(p => p.Number == number);
            patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, on.Today.AddYears(-3)));
            patient.Apply(new Admitted("Northmere Hospital", "Birch ward", "Medium", on.Today.AddYears(-3)));
        });
        var desk = Services.GetRequiredService<CaseDesk>();
        var opened = await desk.Open(Tribunal.Type, number, on.Today, Support.Answers.To(Tribunal.Type.Opening.Asks, on.At, (Facts.TribunalRoute, Facts.DetainedApplies)), on.By.Id);
        var reference = opened.Should().BeOfType<Outcome.Done>().Subject.Reference;
        var caseworker = await Who("caseworker.a");
        (await desk.Work(reference, (await Who("teammanager.a")).Id, (file, now) => file.AssignTo(caseworker, now))).Should().BeOfType<Outcome.Done>();
        foreach (var step in new[] { "ask-for-the-reports", "prepare-the-case-summary", "receive-the-hospitals-papers" })
            (await desk.Work(reference, caseworker.Id, (file, now) => file.Take(file.Type.Moves.First(m => m.From == file.State && m.Step.Code == step).Step, Support.Answers.To(file.Type.Moves.First(m => m.From == file.State && m.Step.Code == step).Asks, now.At), now))).Should().BeOfType<Outcome.Done>();
        return reference.Value;
    }

    /// <summary>A discharge that the tribunal deferred until a place is found.</summary>
    public async Task<string> DeferredDischarge()
    {
        var number = await Patient(victims: false);
        var caseworker = await Who("caseworker.a");
        var on = (await Services.GetRequiredService<Occasions>().For(caseworker.Id))!;
        await Services.GetRequiredService<WriteLane>().Write(async writing => (await writing.Db.Patients.SingleAsync(p => p.Number == number)).Apply(new LegalStatusBegan(LegalCategory.S37_41, on.Today.AddYears(-3))));
        var desk = Services.GetRequiredService<CaseDesk>();
        var reference = (await desk.Open(ConditionalDischarge.Type, number, on.Today, FactSheet.Empty, caseworker.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;
        (await desk.Work(reference, caseworker.Id, (file, now) => file.Take(file.Type.Moves.First(m => m.Step.Code == ConditionalDischarge.DeferCode).Step,
            Section.Answers((Facts.TribunalDecisionOn, A.Text(on.Today)), (Facts.TribunalDecision, "Deferred"), (Facts.ArrangementsOutstanding, "A place in a staffed house")), now))).Should().BeOfType<Outcome.Done>();
        return reference.Value;
    }

    /// <summary>A patient in hospital under an authority, with no victim in the scheme.</summary>
    /// <param name="since">Since when; null: for three years.</param>
    public async Task<string> Held(LegalCategory category = LegalCategory.S37_41, DateOnly? since = null, DateOnly? release = null)
    {
        var number = await Patient(victims: false);
        var from = since ?? London.Day(Services.GetRequiredService<Occasions>().Now).AddYears(-3);
        await Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var patient = await writing.Db.Patients.SingleAsync(p => p.Number == number);
            patient.Apply(new LegalStatusBegan(category, from));
            if (category.IsDetained) patient.Apply(new Admitted("Northmere Hospital", "Birch ward", "Medium", from));
            patient.ReleaseDate = release;
        });
        return number;
    }

    /// <summary>A case that the administrator has opened and the team manager given to the caseworker, who has taken these steps.</summary>
    public async Task<string> Begun(CaseType type, string? patient, params string[] steps)
    {
        var (administrator, manager, caseworker) = (await Who("caseworkadministrator.a"), await Who("teammanager.a"), await Who("caseworker.a"));
        var on = (await Services.GetRequiredService<Occasions>().For(administrator.Id))!;
        var desk = Services.GetRequiredService<CaseDesk>();
        var answers = Support.Answers.To(type.Opening.Asks, on.At.AddMinutes(-1));
        var opened = patient is null ? await desk.OpenWithoutPatient(type, "A", on.Today, answers, administrator.Id) : await desk.Open(type, patient, on.Today, answers, administrator.Id);
        var reference = opened.Should().BeOfType<Outcome.Done>(string.Join(". ", opened.Sentences)).Subject.Reference;
        (await desk.Work(reference, manager.Id, (file, now) => file.AssignTo(caseworker, now))).Should().BeOfType<Outcome.Done>();
        foreach (var step in steps) await Take(reference.Value, "caseworker.a", step);
        return reference.Value;
    }

    /// <summary>Takes a step past the pages, with sensible answers: what comes before a test's own part.</summary>
    public async Task Take(string reference, string userName, string step) =>
        (await Services.GetRequiredService<CaseDesk>().Work(CaseReference.Parse(reference), (await Who(userName)).Id, (file, on) =>
        {
            var move = file.Type.Moves.First(m => m.From == file.State && m.Step.Code == step);
            return [.. PapersHeld.For(file, move, on), .. file.Take(move.Step, Support.Answers.To(move.Asks, on.At.AddMinutes(-1)), on)];
        })).Sentences.Should().BeEmpty("{0} takes the step {1}", userName, step);

    /// <summary>Somebody's own browser, signed in.</summary>
    public async Task<Visit> Visit(Chromium chromium, string userName) => await chromium.Begin(Address, new() { StorageState = await BrowserState(userName), AcceptDownloads = true });

    public async Task<Person> Who(string userName) => (await Services.GetRequiredService<Staff>().Find(userName))!;

    /// <summary>A recall that the administrator has just opened.</summary>
    public async Task<string> OpenedRecall()
    {
        var patient = await Patient();
        var now = Services.GetRequiredService<Occasions>().Now;
        var opened = await Services.GetRequiredService<CaseDesk>().Open(Recall.Type, patient, London.Day(now),
            Support.Answers.To(Recall.Type.Opening.Asks, now.AddMinutes(-10)), (await Who("caseworkadministrator.a")).Id);
        return opened.Should().BeOfType<Outcome.Done>().Subject.Reference.Value;
    }

    /// <summary>Somebody of team A records a fact of a case: the administrator, or who is named.</summary>
    public async Task RecordFact(string reference, Fact fact, string value, string by = "caseworkadministrator.a") =>
        (await Services.GetRequiredService<CaseDesk>().Work(new(reference), (await Who(by)).Id, (file, on) => file.RecordFacts(Section.Answers((fact, value)), "Told by telephone", on))).Should().BeOfType<Outcome.Done>();

    /// <summary>The same, given to the caseworker.</summary>
    public async Task<string> AssignedRecall()
    {
        var reference = await OpenedRecall();
        var caseworker = await Who("caseworker.a");
        var outcome = await Services.GetRequiredService<CaseDesk>().Work(new(reference), (await Who("teammanager.a")).Id, (file, on) => file.AssignTo(caseworker, on));
        outcome.Should().BeOfType<Outcome.Done>();
        return reference;
    }

    /// <summary>The clock finds that dates of a case have passed.</summary>
    public async Task LetDatesPass(string reference)
    {
        var outcome = await Services.GetRequiredService<CaseDesk>().Work(new(reference), PersonId.Clock, (file, on) => file.LetTimePass(on with { At = file.Deadlines.Where(d => d.IsRunning).Min(d => d.OverdueAt) }));
        outcome.Should().BeOfType<Outcome.Done>().Which.Events.Should().ContainItemsAssignableTo<DeadlineMissed>().And.NotBeEmpty();
    }
}
