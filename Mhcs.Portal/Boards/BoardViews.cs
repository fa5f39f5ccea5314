using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Boards;

/// <summary>The views of a board: those everybody has, one's own, and those that others share with the team.</summary>
public sealed class BoardViews(IDbContextFactory<PortalDb> dbs, WriteLane lane, Staff staff, ILiveFeed feed, TimeProvider clock)
{
    const string Page = "board";

    // Every board asks at every change; another node's new view may come this much later.
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    (IReadOnlyList<SavedView> All, DateTimeOffset At)? _saved;

    /// <summary>Longest name of a view.</summary>
    public const int NameLimit = 60;

    /// <summary>One's own views of a board, and those that others share with its team.</summary>
    public async Task<IReadOnlyList<BoardView>> Kept(PersonId me, BoardPicture board, CancellationToken ct = default)
    {
        var people = await staff.Everyone(ct);
        return
        [
            .. (await Saved(ct)).Where(v => v.Owner == me || v.SharedWithTeam == board.Team.Code)
                .Select(v => (v, Filter: Read(v.Filters) with { Team = board.Team.Code }))
                .Select(v => new BoardView(v.v.Owner == me ? v.v.Name : $"Shared by {people.GetValueOrDefault(v.v.Owner)?.Name ?? "somebody"}: {v.v.Name}", v.Filter, board.Count(v.Filter), v.v.Id, v.v.Owner == me)),
        ];
    }

    /// <summary>Keeps a set of filters under a name. Answers with what is wrong with the name, or null when it is kept.</summary>
    public async Task<string?> Save(PersonId me, string team, string? name, CaseFilter filter, bool shared, CancellationToken ct = default)
    {
        name = name?.Trim();
        if (string.IsNullOrEmpty(name)) return "Enter a name for the view";
        if (name.Length > NameLimit) return $"The name of the view must be {NameLimit} characters or fewer; it has {name.Length}";
        if (await staff.Actor(me, ct) is not { } actor || !actor.SeesTeam(team)) return "You can’t save views of this team";
        var taken = await lane.Write(async writing =>
        {
            if (await writing.Db.SavedViews.AnyAsync(v => v.Owner == me && v.Page == Page && v.Name == name, ct)) return true;
            writing.Db.SavedViews.Add(new SavedView { Owner = me, Name = name, Page = Page, Filters = QueryHelpers.AddQueryString("", Without(filter).Query()), SharedWithTeam = shared ? team : null });
            return false;
        }, ct);
        _saved = null;
        if (taken) return $"You have a view called “{name}” already. Choose another name";
        if (shared) await feed.Publish(new FeedSignal(FeedSignal.Cases, team), ct);
        return null;
    }

    public async Task Delete(PersonId me, int id, CancellationToken ct = default)
    {
        await lane.Write(async writing => await writing.Db.SavedViews.Where(v => v.Id == id && v.Owner == me).ExecuteDeleteAsync(ct), ct);
        _saved = null;
    }

    /// <summary>The filter of an address or of a kept query.</summary>
    public static CaseFilter Read(string query)
    {
        var asked = QueryHelpers.ParseQuery(query);
        return CaseFilter.From(key => asked.TryGetValue(key, out var value) ? value.ToString() : null);
    }

    async ValueTask<IReadOnlyList<SavedView>> Saved(CancellationToken ct)
    {
        if (_saved is { } known && clock.GetUtcNow() - known.At < Freshness) return known.All;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var all = await db.SavedViews.AsNoTracking().Where(v => v.Page == Page).OrderBy(v => v.Id).ToListAsync(ct);
        _saved = (all, clock.GetUtcNow());
        return all;
    }

    static CaseFilter Without(CaseFilter filter) => filter with { Team = null, Words = null };

    /// <summary>The views that everybody has.</summary>
    public static IEnumerable<(string Name, CaseFilter Filter)> BuiltIn(string team, IEnumerable<Person> holders, DateOnly today)
    {
        var all = new CaseFilter { Team = team };
        yield return ("All open", all);
        yield return ("Due this month", all with { Due = BoardFilters.ThisMonth });
        yield return ("Overdue", all with { Due = [DueBand.Overdue] });
        foreach (var away in holders.Where(p => BoardQuery.LineOf(p, today).Away)) yield return ($"Cover for {away.Name}", all with { Owner = away.Id.ToString() });
    }
}
