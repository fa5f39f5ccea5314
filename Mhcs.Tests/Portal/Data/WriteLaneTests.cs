using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Data;

public sealed class WriteLaneTests(PortalApp portal) : IClassFixture<PortalApp>
{
    static readonly PersonId Owner = new(77);

    [Fact]
    public async Task Of_writers_who_share_a_commit_the_one_that_fails_leaves_nothing_and_holds_up_nobody()
    {
        var lane = portal.Services.GetRequiredService<WriteLane>();
        TaskCompletionSource begun = new(), go = new();
        var first = lane.Write(async writing =>
        {
            begun.SetResult();
            await go.Task;
            Add(writing, "first");
        });
        await begun.Task;
        var together = Enumerable.Range(0, 6).Select(n => lane.Write(async writing =>
        {
            Add(writing, $"together {n}");
            await writing.Db.SaveChangesAsync();
            if (n == 3) throw new InvalidOperationException("Number three changes its mind");
        })).ToList();

        go.SetResult();
        await first;
        var failed = await Task.WhenAll(together.Select(async one => await Record.ExceptionAsync(() => one)));

        failed.Select((fault, n) => (fault, n)).Where(f => f.fault is not null).Select(f => f.n).Should().Equal(3);
        (await Names()).Should().BeEquivalentTo("first", "together 0", "together 1", "together 2", "together 4", "together 5");
    }

    [Fact]
    public async Task A_write_given_up_while_it_waited_is_not_done()
    {
        var lane = portal.Services.GetRequiredService<WriteLane>();
        TaskCompletionSource begun = new(), go = new();
        using var gone = new CancellationTokenSource();
        var first = lane.Write(async _ =>
        {
            begun.SetResult();
            await go.Task;
        });
        await begun.Task;
        var waiting = lane.Write(writing => { Add(writing, "given up"); return Task.CompletedTask; }, gone.Token);

        await gone.CancelAsync();
        go.SetResult();
        await first;

        await waiting.Invoking(async w => await w).Should().ThrowAsync<OperationCanceledException>();
        (await Names()).Should().NotContain("given up");
    }

    [Fact]
    public async Task Whoever_asks_after_a_write_has_a_connection_of_their_own_on_which_every_commit_is_flushed()
    {
        await portal.Services.GetRequiredService<WriteLane>().Write(writing => { writing.Db.SavedViews.Add(new SavedView { Owner = new(78), Name = "flushed", Page = "board", Filters = "" }); return Task.CompletedTask; });
        var dbs = portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>();

        // One after the other, so that contexts and connections are used again; then two at once.
        await using (var before = await dbs.CreateDbContextAsync()) await before.SavedViews.CountAsync();
        await using var one = await dbs.CreateDbContextAsync();
        await using var other = await dbs.CreateDbContextAsync();

        foreach (var db in new[] { one, other })
        {
            await db.Database.OpenConnectionAsync();
            (await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync()).Should().Be(2, "FULL");
            (await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync()).Should().Be(1);
        }
        one.Database.GetDbConnection().Should().NotBeSameAs(other.Database.GetDbConnection());
    }

    static void Add(Writing writing, string name) => writing.Db.SavedViews.Add(new SavedView { Owner = Owner, Name = name, Page = "board", Filters = "" });

    async Task<List<string>> Names()
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.SavedViews.Where(v => v.Owner == Owner).Select(v => v.Name).ToListAsync();
    }
}
