using System.Globalization;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Portal.Data;

[Collection(InASeededSection.Name)]
public class TableStatisticsTests(SeededSection section)
{
    [Fact]
    public async Task The_store_knows_how_few_of_its_cases_are_open_before_anybody_is_served()
    {
        await using var db = await section.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();

        async Task<int> Rows(string index) => int.Parse((await db.Database.SqlQuery<string>($"""SELECT "stat" AS "Value" FROM "sqlite_stat1" WHERE "idx" = {index}""").SingleAsync()).Split(' ')[0], CultureInfo.InvariantCulture);

        (await Rows("ix_case_open_due")).Should().BeInRange(1, await Rows("IX_case_Reference") / 4);
    }

    [Fact]
    public async Task What_is_to_be_sent_is_found_without_a_walk_through_the_closed_years()
    {
        await using var db = await section.Get<IDbContextFactory<PortalDb>>().CreateDbContextAsync();

        var plan = await db.Plan(db.Cases.Where(c => c.Team == "A").SelectMany(c => c.Notices.Where(n => n.SentAt == null), (c, n) => n.Label));

        plan.Should().Contain(step => step.Contains("ix_notice_waiting"));
    }
}
