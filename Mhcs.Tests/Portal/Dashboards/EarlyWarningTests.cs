using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Dashboards;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answers = Mhcs.Tests.Support.Answers;

namespace Mhcs.Tests.Portal.Dashboards;

/// <summary>What the record shows before a date does.</summary>
public sealed class EarlyWarningTests : IAsyncLifetime
{
    readonly TimedApp _portal = new();
    Section _section = null!;

    DateOnly Today => London.Day(_portal.Clock.GetUtcNow());

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Of_each_kind_the_first_are_listed_and_the_rest_is_counted_with_a_link()
    {
        List<CaseReference> recalls = [];
        foreach (var number in await Detained(5, LegalCategory.Cd)) recalls.Add(await _section.OpenRecall(number));

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var due = await db.Cases.Select(c => c.NextDueOn).MaxAsync();
        _portal.Clock.Advance(London.At(due!.Value, new(9, 0)) - _portal.Clock.GetUtcNow());

        var warnings = (await Warnings()).Where(w => w.Words.EndsWith("and nobody holds it.", StringComparison.Ordinal) || w.Title.EndsWith("which nobody holds", StringComparison.Ordinal)).ToList();

        warnings.Count(w => w.Case is not null).Should().Be(Warning.Most);
        warnings.Sum(w => w.Stands).Should().Be(recalls.Count);
        warnings[^1].Should().BeEquivalentTo(new { Title = "2 more due soon, which nobody holds", Href = "/cases?team=A&owner=none" }, o => o.ExcludingMissingMembers());
    }

    [Fact]
    public async Task A_date_with_nine_tenths_of_its_time_gone_is_a_warning_before_it_is_due()
    {
        var file = await Remission();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var date = (await db.Cases.AsNoTracking().Include(c => c.Deadlines).SingleAsync(c => c.Reference == file)).Deadlines.Where(d => d is { IsRunning: true, Watch: false }).MaxBy(d => d.OverdueAt - d.StartedAt)!;
        var (begun, time) = (London.At(date.From, TimeOnly.MinValue), date.OverdueAt - London.At(date.From, TimeOnly.MinValue));

        (await Warnings()).Should().NotContain(w => w.Words.Contains($"“{date.Name}” has used"));
        _portal.Clock.Advance(begun + (time * 0.8) - _portal.Clock.GetUtcNow());
        var three = await Warnings();
        _portal.Clock.Advance(begun + (time * 0.92) - _portal.Clock.GetUtcNow());
        var nine = await Warnings();

        three.Should().Contain(w => w.Case == file && w.Words.StartsWith($"“{date.Name}” has used 75%"));
        nine.Should().Contain(w => w.Case == file && w.Words.StartsWith($"“{date.Name}” has used 90%"));
    }

    [Fact]
    public async Task A_date_that_a_bank_holiday_brings_forward_is_a_warning_that_names_it()
    {
        var days = A.Reference.Book.Days.EnglandAndWales;
        var holiday = days.Holidays.Keys.Where(h => h > Today.AddDays(20) && !WorkCalendar.IsWeekend(h)).Min();
        _portal.Clock.Advance(London.At(holiday.AddDays(-14), new(10, 0)) - _portal.Clock.GetUtcNow());
        var returned = holiday.AddMonths(-1);
        (await _portal.Services.GetRequiredService<ImportCases>().Run(System.Text.Encoding.UTF8.GetBytes("reference,type,patient_number,state,received_on,state_since,fact_concernSource,fact_concernAt,fact_concern,fact_returnedAt\n"
            + $"R-1042,recall,P-20001,Returned,{returned:yyyy-MM-dd},{returned:yyyy-MM-dd},Police,{returned:yyyy-MM-dd} 09:00,Did not answer the door,{returned:yyyy-MM-dd} 18:20\n"), _section.Administrator.Id)).Rejected.Should().BeEmpty();

        var warning = (await Warnings()).Should().ContainSingle(w => w.Case == new CaseReference("R-1042") && w.Words.Contains("the last working day is")).Subject;
        warning.Words.Should().Contain($"over {days.HolidayName(holiday)}").And.Contain($"{days.OnOrBefore(holiday):dddd d MMMM}");
    }

    [Fact]
    public async Task A_patient_who_came_to_another_hospital_is_a_warning()
    {
        var number = (await Detained(1, LegalCategory.S37_41)).Single();
        var file = await Opened(UnauthorisedAbsence.Type, number);
        await _portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var moved = new Admitted("Southmere Hospital", "Elm ward", "Medium", Today);
            var kept = await writing.Db.Cases.Include(c => c.Patient).SingleAsync(c => c.Reference == file);
            kept.Patient!.Apply(moved);
            writing.Record(TrailEntry.Of(kept, new PatientChanged(moved) { At = _portal.Services.GetRequiredService<Occasions>().Now, By = _section.Ann.Id }));
        });

        (await Warnings()).Should().ContainSingle(w => w.Href == $"/patients/{number}").Which.Words.Should().StartWith("Moved from Northmere Hospital to Southmere Hospital");
    }

    [Fact]
    public async Task A_hearing_whose_date_is_recorded_afresh_is_a_warning_and_its_first_date_is_none()
    {
        var file = await _section.OpenRecall();
        await Hearing(10);
        var first = await Warnings();

        await Hearing(20);

        first.Should().NotContain(w => w.Words.StartsWith("The hearing is now on"));
        (await Warnings()).Should().ContainSingle(w => w.Case == file && w.Words.StartsWith($"The hearing is now on {Today.AddDays(20):dddd d MMMM}"));

        async Task Hearing(int ahead) => (await _section.Desk.Work(file, _section.Ann.Id, (f, on) => f.RecordFacts(Section.Answers((Facts.HearingOn, A.Text(Today.AddDays(ahead)))), "The tribunal wrote", on))).Sentences.Should().BeEmpty();
    }

    [Fact]
    public async Task Three_incidents_at_one_hospital_in_a_fortnight_are_a_warning_and_two_are_none()
    {
        var numbers = await Detained(3, LegalCategory.S37_41);
        foreach (var number in numbers.Take(2)) await Opened(UnauthorisedAbsence.Type, number);
        var two = await Warnings();

        await Opened(UnauthorisedAbsence.Type, numbers[2]);

        two.Should().NotContain(w => w.Title == "Northmere Hospital");
        (await Warnings()).Should().ContainSingle(w => w.Title == "Northmere Hospital").Which.Words.Should().StartWith("3 absences and deaths");
    }

    [Fact]
    public async Task The_morning_tells_of_notes_and_papers_and_of_cases_that_were_closed_since_and_of_the_teams_warnings()
    {
        var (open, closed) = (await _section.OpenRecall(), await _section.OpenRecall("P-20002"));
        foreach (var file in new[] { open, closed }) await _section.Desk.Work(file, _section.TeamManager.Id, (f, on) => f.AssignTo(_section.Ann, on));
        await _section.Desk.Work(open, _section.Ben.Id, (f, on) => f.AddNote("The ward rang", on));
        foreach (var step in new[] { "assess-the-concern", "take-no-action" }) await _section.Take(closed, _section.Ben, step);

        var morning = (await _portal.Services.GetRequiredService<MorningQuery>().For(_section.Ann.Id))!;
        var leads = (await _portal.Services.GetRequiredService<MorningQuery>().For(_section.DeputyHead.Id))!;

        morning.Changed.Should().Contain(c => c.Reference == open && c.What.Contains($"Note added, {_section.Ben.Name}"));
        morning.Changed.Should().Contain(c => c.Reference == closed && c.What.Contains($"Take no action, {_section.Ben.Name}"));
        (morning.ChangedInAll, morning.Warnings.Count).Should().Be((2, 0));
        leads.Warnings.Should().BeEquivalentTo(await Warnings());
    }

    async Task<IReadOnlyList<Warning>> Warnings() => (await _portal.Services.GetRequiredService<TeamFiguresQuery>().For(_section.DeputyHead.Id, "A"))!.Warnings;

    async Task<CaseReference> Opened(CaseType type, string patient, params (Fact, string?)[] answers) =>
        (await _section.Desk.Open(type, patient, Today, Answers.To(type.Opening.Asks, _portal.Clock.GetUtcNow().AddMinutes(-1), answers), _section.DeputyHead.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;

    async Task<CaseReference> Remission()
    {
        await _portal.People();
        return await Opened(Mhcs.Domain.CaseTypes.Remission.Type, "P-30003");
    }

    async Task<IReadOnlyList<string>> Detained(int count, LegalCategory category)
    {
        List<string> numbers = [.. Enumerable.Range(0, count).Select(n => $"P-4{n:0000}")];
        await _portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            foreach (var number in numbers)
            {
                var patient = new Patient { Number = number, Surname = "Inglefern", Forenames = $"Odo {number[^1]}", BornOn = new(1984, 5, 9), Team = "A", PpudReference = $"PP{number[2..]}" };
                patient.Apply(new LegalStatusBegan(category, new(2022, 10, 3)));
                if (category.IsDetained) patient.Apply(new Admitted("Northmere Hospital", "Birch ward", "Medium", new(2022, 10, 3)));
                writing.Db.Patients.Add(patient);
            }
            return Task.CompletedTask;
        });
        return numbers;
    }
}
