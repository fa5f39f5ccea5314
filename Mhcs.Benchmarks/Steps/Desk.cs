using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Benchmarks.Steps;

/// <summary>The portal's own services over a section, without its server: the one door for change, and somebody who may assign.</summary>
sealed class Desk : IAsyncDisposable
{
    readonly WebApplication _portal;
    int _turn;

    Desk(WebApplication portal) => _portal = portal;

    public required IReadOnlyList<(int Id, CaseReference Reference, PersonId? Holder)> Cases { get; init; }
    /// <summary>Those to whom cases are given in turn, so that a board keeps its shape however often a section is measured.</summary>
    public required IReadOnlyList<Person> Caseworkers { get; init; }
    public required PersonId Head { get; init; }
    public IServiceProvider Services => _portal.Services;
    CaseDesk Door => Services.GetRequiredService<CaseDesk>();

    public static async Task<Desk> Over(string section, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [$"--Mhcs:DataFolder={section}"], EnvironmentName = "Production", ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddPortalData();
        builder.Services.AddSingleton<BoardReads>();
        var portal = builder.Build();

        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(ct);
        var today = London.Day(TimeProvider.System.GetUtcNow());
        var team = await portal.Services.GetRequiredService<Staff>().Of(Bench.Team, ct);
        var cases = await db.Cases.Where(c => c.Team == Bench.Team && c.ClosedAt == null && !c.Restricted).OrderBy(c => c.Id).Select(c => new { c.Id, c.Reference, c.AssigneeId }).ToListAsync(ct);
        return new Desk(portal)
        {
            Cases = [.. cases.Select(c => (c.Id, c.Reference, c.AssigneeId))],
            Caseworkers = [.. team.Where(p => p.Grade.HoldsCases && p.AwayOn(today) is null && p.Conflicts.Count == 0)],
            Head = team.First(p => p.Grade.AssignsOthers && p.AwayOn(today) is null).Id,
        };
    }

    /// <summary>Gives each of these cases to a caseworker who does not have it. Anything but done is an error.</summary>
    public async Task Assign(IReadOnlyList<CaseReference> cases, CancellationToken ct)
    {
        foreach (var outcome in (await Door.HandAll(cases, Head, (file, on) => file.AssignTo(Other(file.AssigneeId), on), ct: ct)).Values)
            if (outcome is not Outcome.Done) throw new InvalidOperationException($"An assignment was answered with {outcome.GetType().Name}: {string.Join(", ", outcome.Sentences)}");
    }

    /// <summary>Whose turn it is.</summary>
    public Person Next() => Caseworkers[(int)((uint)Interlocked.Increment(ref _turn) % (uint)Caseworkers.Count)];

    /// <summary>Whose turn it is, but for the one who has the case already.</summary>
    public Person Other(PersonId? holder) => Next() is var next && next.Id != holder ? next : Next();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();
}
