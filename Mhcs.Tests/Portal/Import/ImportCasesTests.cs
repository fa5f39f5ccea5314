using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Patients.Import;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Import;

public sealed class ImportCasesTests : IAsyncLifetime
{
    const string Header = "reference,type,patient_number,state,received_on,state_since,assignee,note,fact_concernSource,fact_concernAt,fact_concern,fact_returnedAt\n";
    readonly PortalApp _portal = new();
    Section _section = null!;

    ImportCases Import => _portal.Services.GetRequiredService<ImportCases>();
    DateOnly Today => London.Day(_portal.Services.GetRequiredService<Occasions>().Now);

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_case_begins_at_the_start_with_its_holder_its_note_and_a_reference_of_its_own()
    {
        var done = await Run(Row("", "P-20001", "", assignee: "a.larkspur"));

        done.Rejected.Should().BeEmpty();
        var file = await Only();
        file.Should().BeEquivalentTo(new { StateCode = "ConcernRaised", AssigneeId = _section.Ann.Id, Reference = new CaseReference("R-1001") });
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Notes.SingleAsync()).Text.Should().Be("Taken over");
    }

    [Fact]
    public async Task A_case_taken_over_in_a_later_state_runs_the_dates_of_that_state()
    {
        var returned = Today.AddDays(-3);

        var done = await Run(Row("R-1042", "P-20001", "Returned", returned: $"{returned:yyyy-MM-dd} 18:20"));

        done.Rejected.Should().BeEmpty();
        (await Only()).Deadlines.Single(d => d.Rule == "REC-01").Should().BeEquivalentTo(new { From = returned, LastDay = returned.AddMonths(1) });
    }

    [Fact]
    public async Task A_date_that_the_state_counts_from_must_be_there()
    {
        var done = await Run(Row("", "P-20001", "Returned"));

        done.Rejected.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Row = 2, Column = "fact_returnedat", Code = "missing" });
    }

    [Fact]
    public async Task Leave_taken_over_in_force_stands_on_the_patients_record()
    {
        var file = "reference,type,patient_number,state,received_on,fact_leaveKind,fact_leavePurpose,fact_leaveWhere,fact_leaveHowOften,fact_leaveWithWhom,fact_leaveFrom,fact_leaveUntil\n"
            + $"L-0912,leave,P-20001,Leave in force,{Today.AddDays(-40):yyyy-MM-dd},Unescorted day,To see the family,Millwhistle,Once a week,Nobody,{Today.AddDays(-9):yyyy-MM-dd},{Today.AddDays(60):yyyy-MM-dd}\n";

        var done = await Import.Run(Encoding.UTF8.GetBytes(file), _section.TeamManager.Id);

        done.Rejected.Should().BeEmpty();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Patients.SingleAsync(p => p.Number == "P-20001")).Leaves.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Case = "L-0912", Kind = "Unescorted day", Until = Today.AddDays(60) });
    }

    [Fact]
    public async Task Letters_of_a_batch_that_are_about_the_same_are_shown_and_imported_all_the_same()
    {
        const string header = "reference,type,received_on,fact_letterKind,fact_letterFrom,fact_correspondent,fact_topic\n";
        string Letter(string from, string topic, int daysAgo = 1) => $",letter,{Today.AddDays(-daysAgo):yyyy-MM-dd},Treat Official,Member of the public,{from},{topic}\n";
        var by = _section.TeamManager.Id;
        await Import.Run(Encoding.UTF8.GetBytes(header + Letter("Thessaly Marchbank", "Delay of transfers from prison", 5)), by);
        var batch = Encoding.UTF8.GetBytes(header + Letter("Thessaly Marchbank", "The delay of transfers from prison") + Letter("Jory Fennel", "Night staffing of wards") + Letter("Ansel Reedmace", "Night staffing of the wards") + Letter("Ansel Reedmace", "Parking"));

        var plan = await Import.Plan(batch, by);
        var done = await Import.Run(batch, by);

        plan.New[0].Title.Should().Contain(": ", "whoever looks has to see from whom it is and about what");
        plan.New.Select(r => r.Like?.ToString()).Should().Equal("Perhaps the same as K-1001", null, "Perhaps of one campaign with line 3", null);
        (done.Rejected.Count, done.New.Count).Should().Be((0, 4));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_new_references_pass_over_imported_ones()
    {
        var file = Row("R-1042", "P-20001", "") + Row("", "P-20002", "");
        await Run(file);

        var again = await Run(file);

        again.Unchanged.Select(u => u.Key).Should().Equal("R-1042", "R-1043");
        again.New.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "P-99999", "", "", "patient_number")]
    [InlineData("", "P-20001", "NoAction", "", "state")]
    [InlineData("", "P-20001", "Nowhere", "", "state")]
    [InlineData("H-1042", "P-20001", "", "", "reference")]
    [InlineData("", "P-20001", "", "x.nobody", "assignee")]
    [InlineData("", "P-20001", "", "n.osierby", "assignee")]
    public async Task What_is_impossible_is_refused_and_nothing_is_written(string reference, string patient, string state, string assignee, string column)
    {
        var done = await Run(Row("", "P-20002", "") + Row(reference, patient, state, assignee));

        done.Rejected.Should().Contain(e => e.Row == 3 && e.Column == column).And.OnlyContain(e => e.Row == 3);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Cases.AnyAsync()).Should().BeFalse();
    }

    Task<ImportPlan> Run(string rows) => Import.Run(Encoding.UTF8.GetBytes(Header + rows), _section.Administrator.Id);

    string Row(string reference, string patient, string state, string assignee = "", string returned = "") =>
        $"{reference},recall,{patient},{state},{Today.AddDays(-5):yyyy-MM-dd},,{assignee},Taken over,Police,{Today.AddDays(-5):yyyy-MM-dd} 09:30,\"Missed two appointments, and guarded\",{returned}\n";

    async Task<CaseFile> Only()
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        return await db.Cases.AsNoTracking().Include(c => c.Deadlines).SingleAsync();
    }
}
