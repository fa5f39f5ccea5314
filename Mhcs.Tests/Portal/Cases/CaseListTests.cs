using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Portal.Cases;

[Collection(InASeededSection.Name)]
public sealed class CaseListTests(SeededSection section)
{
    CaseListQuery Lists => section.Get<CaseListQuery>();

    [Theory]
    [InlineData(Grade.Caseworker)]
    [InlineData(Grade.HeadOfSection)]
    public async Task Each_count_beside_a_filter_is_the_length_of_the_list_it_opens(Grade grade)
    {
        var me = (await section.Someone(grade)).Id;
        var all = new CaseFilter();

        var page = (await Lists.For(me, all, new()))!;

        foreach (var (filter, count) in Choices(page, all))
            (await Lists.For(me, filter, new(), size: 1))!.Total.Should().Be(count, "{0} says so", filter.Href());
        Enum.GetValues<DueBand>().Sum(b => page.Counts.ByDue(all)(b)).Should().Be(page.Total, "each case is in one band");
        AgeBands.All.Sum(b => page.Counts.ByAge(all)(b)).Should().Be(page.Total);
    }

    static IEnumerable<(CaseFilter Filter, int Count)> Choices(CasePage page, CaseFilter all) =>
    [
        .. Enum.GetValues<DueBand>().Select(b => (all with { Due = [b] }, page.Counts.ByDue(all)(b))),
        .. AgeBands.All.Select(b => (all with { Ages = [b] }, page.Counts.ByAge(all)(b))),
        .. new[] { StateKind.Working, StateKind.Deciding, StateKind.Waiting }.Select(k => (all with { Kinds = [k] }, page.Counts.ByKind(all)(k))),
        .. Enum.GetValues<CaseFlag>().Select(f => (all with { Flags = [f] }, page.Counts.ByFlag(all)(f))),
        .. AllCaseTypes.All.Select(t => (all with { Types = [t.Key] }, page.Counts.ByType(all)(t.Key))),
        .. page.Teams.Select(t => (all with { Team = t.Code }, page.Counts.ByTeam(all)(t.Code))),
        .. page.Counts.Owners(all).Take(3).Select(o => (all with { Owner = o.ToString() }, page.Counts.ByOwner(all)(o))),
        (all with { Owner = CaseFilter.Nobody }, page.Counts.ByOwner(all)(null)),
    ];

    [Fact]
    public async Task A_count_says_what_ticking_one_more_would_leave()
    {
        var me = (await section.Someone(Grade.HeadOfSection)).Id;
        var recalls = new CaseFilter { Types = ["recall"] };

        var page = (await Lists.For(me, recalls, new()))!;

        (await Lists.For(me, recalls with { Due = [DueBand.Later] }, new()))!.Total.Should().Be(page.Counts.ByDue(recalls)(DueBand.Later));
        page.Counts.ByType(recalls)("remission").Should().Be((await Lists.For(me, new() { Types = ["remission"] }, new()))!.Total);
    }

    [Fact]
    public async Task The_open_cases_of_a_team_stand_in_the_store_in_the_order_of_the_list()
    {
        await using var db = await section.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var list = db.Cases.Where(c => c.Team == "A" && c.ClosedAt == null).OrderBy(c => c.NextDueOn == null).ThenBy(c => c.NextDueOn).ThenBy(c => c.Id);

        var plan = await db.Plan(list);

        plan.Should().Contain(step => step.Contains("ix_case_open_due")).And.NotContain(step => step.Contains("TEMP B-TREE"), "no page sorts the whole team");
    }

    [Fact]
    public async Task The_pages_together_hold_each_case_once_in_order()
    {
        var me = (await section.Someone(Grade.HeadOfSection)).Id;
        var first = (await Lists.For(me, new(), new()))!;

        List<CaseRow> rows = [];
        for (var page = 1; page <= (first.Total + 24) / 25; page++) rows.AddRange((await Lists.For(me, new(), new(), page))!.Rows);

        rows.Should().HaveCount(first.Total).And.OnlyHaveUniqueItems(r => r.Reference);
        rows.Where(r => r.NextDueOn is not null).Select(r => r.NextDueOn).Should().BeInAscendingOrder();
        rows.SkipWhile(r => r.NextDueOn is not null).Should().NotContain(r => r.NextDueOn != null, "cases without a date stand last");
    }

    [Theory]
    [InlineData(CaseColumn.Case)]
    [InlineData(CaseColumn.Patient)]
    [InlineData(CaseColumn.Type)]
    [InlineData(CaseColumn.State)]
    [InlineData(CaseColumn.Owner)]
    [InlineData(CaseColumn.Age)]
    public async Task Every_column_sorts_both_ways(CaseColumn column)
    {
        var me = (await section.Someone(Grade.TeamManager)).Id;

        var up = (await Lists.For(me, new(), new(column), size: 200))!;
        var down = (await Lists.For(me, new(), new(column, Descending: true), size: 200))!;

        up.Rows.Select(Key).Should().BeInAscendingOrder(StringComparer.Ordinal);
        down.Rows.Select(Key).Should().BeInDescendingOrder(StringComparer.Ordinal);

        string Key(CaseRow row) => column switch
        {
            CaseColumn.Case => row.Reference.Value,
            CaseColumn.Patient => row.Patient.Replace(", ", "\t", StringComparison.Ordinal),
            CaseColumn.Type => row.TypeKey,
            CaseColumn.State => row.StateCode,
            CaseColumn.Owner => row.Owner ?? "",
            _ => $"{100000 - row.ReceivedOn.DayNumber + 1000000}",
        };
    }

    [Fact]
    public async Task Nobody_sees_another_teams_cases_in_a_list_or_count()
    {
        var me = (await section.Someone(Grade.TeamManager, "B")).Id;

        var page = (await Lists.For(me, new() { Team = "A" }, new()))!;

        page.Total.Should().Be(0);
        page.Counts.Cells.Should().OnlyContain(c => c.Team == "B");
        (await Lists.For((await section.Someone(Grade.SystemAdministrator, null)).Id, new(), new())).Should().BeNull();
    }

    [Fact]
    public async Task A_restricted_case_is_in_no_list_count_or_search_of_those_not_named_and_in_no_file()
    {
        var manager = await section.Someone(Grade.TeamManager, "C");
        var caseworker = await section.Someone(Grade.Caseworker, "C");
        var before = (await Lists.For(caseworker.Id, new(), new()))!;
        // Whoever has a case goes on seeing it.
        var hidden = before.Rows.First(r => !r.Restricted && r.AssigneeId != caseworker.Id);

        (await section.Get<CaseDesk>().Work(hidden.Reference, manager.Id, (file, on) => file.Restrict(true, [], "High interest", on))).Should().BeOfType<Outcome.Done>();

        (await Lists.For(caseworker.Id, new(), new()))!.Total.Should().Be(before.Total - 1);
        (await Lists.For(caseworker.Id, new() { Words = hidden.Reference.Value }, new()))!.Total.Should().Be(0);
        (await section.Get<FindQuery>().For(caseworker.Id, hidden.Reference.Value)).Should().NotContain(f => f.Reference == hidden.Reference.Value);
        (await Lists.For(manager.Id, new() { Flags = [CaseFlag.Restricted] }, new()))!.Rows.Should().Contain(r => r.Reference == hidden.Reference, "the manager is named on it");
        (await Lists.All(manager.Id, new(), new())).Should().NotContain(r => r.Reference == hidden.Reference);
        (await Lists.For((await section.Someone(Grade.HeadOfSection)).Id, new() { Flags = [CaseFlag.Restricted] }, new()))!.Rows.Should().Contain(r => r.Reference == hidden.Reference);
    }

    [Fact]
    public async Task Words_find_by_reference_name_number_PPUD_hospital_and_note()
    {
        var me = await section.Someone(Grade.TeamManager);
        await using var db = await section.Db();
        var file = await db.Cases.Include(c => c.Patient).FirstAsync(c => c.ClosedAt == null && c.Team == "A" && c.Patient!.Hospital != null && c.Patient.PpudReference != null && !c.Restricted);
        await section.Get<CaseDesk>().Work(file.Reference, me.Id, (f, on) => f.AddNote("Telephoned the quartermaster about the bed", on));

        foreach (var words in new[] { file.Reference.Value, file.Reference.Value.ToLowerInvariant(), file.Patient!.Surname, $"{file.Patient.Forenames} {file.Patient.Surname}", file.PatientNumber!, file.Patient.PpudReference!, file.Patient.Hospital!, "quartermaster" })
            (await Lists.For(me.Id, new() { Words = words }, new(), size: 200))!.Rows.Should().Contain(r => r.Reference == file.Reference, "{0} is looked for", words);
        (await Lists.For(me.Id, new() { Words = "nothing'of\"the*kind" }, new()))!.Total.Should().Be(0);
    }

    [Fact]
    public void The_address_of_a_list_says_its_filters_and_never_its_words()
    {
        var filter = new CaseFilter { Team = "A", Due = [DueBand.Overdue, DueBand.Today], Kinds = [StateKind.Deciding], Flags = [CaseFlag.HighProfile], Ages = [AgeBand.From13], Owner = "12", Words = "Applecross" };

        var href = filter.Href();

        href.Should().Be("/cases?team=A&due=overdue,today&kind=deciding&flag=highprofile&age=from13&owner=12");
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://portal" + href).Query);
        CaseFilter.From(key => query.TryGetValue(key, out var value) ? value.ToString() : null).Should().BeEquivalentTo(filter with { Words = null });
    }
}
