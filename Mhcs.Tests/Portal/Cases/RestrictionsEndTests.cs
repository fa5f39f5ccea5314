using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Patients.Import;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Cases;

public sealed class RestrictionsEndTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_end_of_the_restrictions_closes_the_patients_other_cases_in_one_commit_and_asks_after_what_is_owed()
    {
        var (recall, another, letter, end) = (await _section.OpenRecall(), await _section.OpenRecall("P-20002"), await Open("letter"), await Open("end-of-restriction"));

        await _section.Take(end, _section.Ann, "record-that-the-restrictions-have-ended");

        (await File(recall)).Should().Match<CaseFile>(f => f.StateCode == "NoLongerRestricted" && !f.IsOpen);
        (await File(another)).IsOpen.Should().BeTrue("it is another patient’s");
        (await File(letter)).Tasks.Should().ContainSingle(t => t.Name == AfterRestrictions.Question);
        (await File(end)).StateCode.Should().Be("Confirmed");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var ids = await db.Cases.Where(c => c.Reference == recall || c.Reference == letter).Select(c => (int?)c.Id).ToListAsync();
        var ended = await db.Trail.SingleAsync(e => e.Kind == nameof(PatientChanged) && e.Data.Contains("legalStatusBegan"));
        (await db.Trail.Where(e => ids.Contains(e.CaseId) && e.At == ended.At).Select(e => e.Kind).ToListAsync()).Should().Contain([nameof(StepTaken), nameof(DeadlineStarted)]);
    }

    [Fact]
    public async Task The_case_that_watched_a_release_date_goes_on_to_its_letters_when_the_restrictions_end_otherwise()
    {
        await _portal.Services.GetRequiredService<WriteLane>().Write(async writing => A.Supervised(await writing.Db.Patients.FirstAsync(p => p.Number == "P-20001")));
        var (discharge, end) = (await Open("conditional-discharge"), await Open("end-of-restriction"));
        await _section.Desk.Work(discharge, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));

        await _section.Take(discharge, _section.Ann, "take-up-supervision-of-a-discharged-patient");

        await _section.Take(discharge, _section.Ann, "record-the-tribunals-absolute-discharge");

        ((await File(discharge)).StateCode, (await File(end)).StateCode).Should().Be(("AbsolutelyDischarged", "Confirmed"));
    }

    [Theory]
    [InlineData("NOT_RESTRICTED", false)]
    [InlineData("S37_41", true)]
    public async Task An_imported_list_by_which_they_end_does_the_same_to_all_of_the_patients_cases(string category, bool goesOn)
    {
        var (recall, another, letter) = (await _section.OpenRecall(), await _section.OpenRecall("P-20002"), await Open("letter"));
        var patient = (await File(recall)).Patient!;
        var hospital = goesOn ? "Northmere Hospital,2026-01-05" : ",";

        var done = await _portal.Services.GetRequiredService<ImportPatients>().Run(Encoding.UTF8.GetBytes($"number,surname,forenames,born_on,category,category_since,hospital,admitted_on\n{patient.Number},{patient.Surname},{patient.Forenames},{A.Text(patient.BornOn)},{category},2026-01-05,{hospital}\n"), _section.Administrator.Id);

        done.Changed.Should().ContainSingle();
        ((await File(recall)).IsOpen, (await File(another)).IsOpen, (await File(letter)).IsOpen).Should().Be((goesOn, true, true));
        (await File(letter)).Tasks.Any(t => t.Name == AfterRestrictions.Question).Should().Be(!goesOn);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.Where(e => e.Data.Contains("ended in an imported list")).Select(e => e.Kind).ToListAsync()).Should().BeEquivalentTo(goesOn ? [] : new[] { nameof(StepTaken) });
    }

    async Task<CaseReference> Open(string key)
    {
        var type = AllCaseTypes.Get(key);
        var now = _portal.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        return (await _section.Desk.Open(type, "P-20001", London.Day(now), Support.Answers.To(type.Opening.Asks, now), _section.Administrator.Id)).Should().BeOfType<Outcome.Done>().Subject.Reference;
    }

    async Task<CaseFile> File(CaseReference reference)
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Patient).Include(c => c.Deadlines).SingleAsync(c => c.Reference == reference);
    }
}
