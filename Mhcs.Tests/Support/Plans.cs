using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Support;

static class Plans
{
    /// <summary>The steps by which SQLite answers a question that has no parameters.</summary>
    public static async Task<IReadOnlyList<string>> Plan<T>(this PortalDb db, IQueryable<T> question)
    {
        await db.Database.OpenConnectionAsync();
        await using var asking = db.Database.GetDbConnection().CreateCommand();
        asking.CommandText = $"EXPLAIN QUERY PLAN {question.ToQueryString()}";
        List<string> plan = [];
        await using var steps = await asking.ExecuteReaderAsync();
        while (await steps.ReadAsync()) plan.Add(steps.GetString(3));
        return plan;
    }
}
