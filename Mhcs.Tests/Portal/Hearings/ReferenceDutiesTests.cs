using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Hearings;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Hearings;

public sealed class ReferenceDutiesTests : IAsyncDisposable
{
    readonly PortalApp _portal = new();

    public ReferenceDutiesTests() => _ = _portal.Address;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    DateOnly Today => London.Day(_portal.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>As another node, or another day, would look.</summary>
    ReferenceDuties Another() => ActivatorUtilities.CreateInstance<ReferenceDuties>(_portal.Services);

    [Fact]
    public async Task A_reference_is_raised_by_itself_eight_weeks_before_it_falls_due()
    {
        await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddMonths(-36).AddDays(45));
        await Detained("P-20102", Today.AddMonths(-36).AddDays(70));

        await Another().Raise();

        var raised = (await Raised()).Should().ContainSingle().Subject;
        (raised.PatientNumber, raised.StateCode, raised.AssigneeId).Should().Be(("P-20101", "Notified", null));
        raised.Facts.Text(Facts.TribunalRoute).Should().Be(Facts.ReferenceOfDetained);
        raised.Deadlines.Should().Contain(d => d.Rule == "FTT-11" && d.LastDay > Today && d.IsRunning);
    }

    [Theory]
    [InlineData("Wales", Mhcs.Domain.CaseTypes.Facts.TribunalOfWales)]
    [InlineData("London", Mhcs.Domain.CaseTypes.Facts.TribunalOfEngland)]
    public async Task The_place_of_the_hospital_decides_which_tribunal_the_reference_goes_to(string region, string tribunal)
    {
        await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddMonths(-36).AddDays(45), hospital: "Cwm Celyn Hospital");
        await _portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.Directory.Add(new DirectoryEntry { Kind = EntryKind.Hospital, Name = "Cwm Celyn Hospital", Region = region, From = new(2001, 1, 1) });
            return Task.CompletedTask;
        });

        await Another().Raise();

        (await Raised()).Should().ContainSingle().Which.Facts.Text(Facts.TribunalBody).Should().Be(tribunal);
    }

    [Fact]
    public async Task However_many_look_a_reference_is_raised_once()
    {
        await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddMonths(-36).AddDays(30));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Another().Raise()));
        await Another().Raise();

        (await Raised()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_reference_that_was_ended_is_not_raised_again_for_the_same_day()
    {
        var section = await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddMonths(-36).AddDays(30));
        await Another().Raise();
        await section.Take((await Raised())[0].Reference, section.Ann, "end-case");

        await Another().Raise();

        (await Raised()).Should().ContainSingle().Which.IsOpen.Should().BeFalse();
    }

    [Theory]
    [InlineData("record-the-withdrawal", null)]
    [InlineData("end-case", Mhcs.Domain.CaseTypes.Facts.OpenedInError)]
    public async Task An_application_that_came_to_nothing_does_not_stop_the_reference(string step, string? why)
    {
        var section = await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddMonths(-36).AddDays(30));
        var applied = (Outcome.Done)await section.Desk.Open(Tribunal.Type, "P-20101", Today, Section.Answers((Facts.TribunalRoute, Facts.DetainedApplies), (Facts.TribunalBody, Facts.TribunalBody.Options[0])), section.Administrator.Id);
        await section.Take(applied.Reference, section.Ann, step, why is null ? [] : [(Facts.EndingReason, why)]);

        await Another().Raise();
        await Another().Raise();

        (await Raised()).Where(c => c.IsOpen).Should().ContainSingle().Which.Facts.Text(Facts.TribunalRoute).Should().Be(Facts.ReferenceOfDetained);
    }

    [Fact]
    public async Task A_reference_that_was_opened_in_error_is_raised_again()
    {
        var section = await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddMonths(-36).AddDays(30));
        await Another().Raise();
        await section.Take((await Raised())[0].Reference, section.Ann, "end-case", (Facts.EndingReason, Facts.OpenedInError));

        await Another().Raise();

        (await Raised()).Should().HaveCount(2).And.ContainSingle(c => c.IsOpen);
    }

    [Fact]
    public async Task A_day_that_was_missed_is_raised_where_the_last_hearing_is_known_and_not_where_the_record_is_silent()
    {
        await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddYears(-9), considered: Today.AddYears(-4));
        await Detained("P-20102", Today.AddYears(-9));
        await Detained("P-20103", Today.AddYears(-9), considered: Today.AddYears(-1));

        await Another().Raise();

        (await Raised()).Select(c => c.PatientNumber).Should().Equal("P-20101");
    }

    [Fact]
    public async Task Nobody_is_referred_while_the_tribunal_has_the_case()
    {
        var section = await Section.In(_portal.Services);
        await Detained("P-20101", Today.AddMonths(-36).AddDays(30));
        (await section.Desk.Open(Tribunal.Type, "P-20101", Today, Section.Answers((Facts.TribunalRoute, Facts.DetainedApplies), (Facts.TribunalBody, Facts.TribunalBody.Options[0])), section.Administrator.Id)).Should().BeOfType<Outcome.Done>();

        await Another().Raise();

        (await Raised()).Should().ContainSingle().Which.Facts.Text(Facts.TribunalRoute).Should().Be(Facts.DetainedApplies);
    }

    async Task Detained(string number, DateOnly since, DateOnly? considered = null, string hospital = "Northmere Hospital")
    {
        var patient = new Patient { Number = number, Surname = "Brackenby", Forenames = "Odo", BornOn = new(1984, 5, 9), Team = "A" };
        patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, since));
        patient.Apply(new Admitted(hospital, "Birch ward", "Medium", since));
        if (considered is { } day) patient.Apply(new ConsideredByTribunal(Facts.DetainedApplies, null, day));
        await _portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.Patients.Add(patient);
            return Task.CompletedTask;
        });
    }

    async Task<List<CaseFile>> Raised()
    {
        await using var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Deadlines).Where(c => c.TypeKey == "tribunal").ToListAsync();
    }
}
