using System.Diagnostics.CodeAnalysis;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Microsoft.Extensions.Caching.Memory;

namespace Mhcs.Portal.Boards;

/// <summary>The last picture of each sight and filter. Sixty screens that hear of one change draw one board.</summary>
public sealed class BoardPictures : IDisposable
{
    const int Most = 200;
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(1), Forgotten = TimeSpan.FromMinutes(2);
    readonly MemoryCache _last = new(new MemoryCacheOptions { SizeLimit = Most });
    readonly Lock _lock = new();

    sealed record Key(string Team, string Hidden, string Filter, string? Words);

    sealed record Drawn(TeamCases Reading, IReadOnlyDictionary<PersonId, Person> Staff, DateTimeOffset At, Lazy<BoardPicture> Picture);

    /// <param name="hidden">Ids of the cases that are not there for this sight.</param>
    public BoardPicture Of(TeamCases reading, IReadOnlySet<int> hidden, CaseFilter filter, IReadOnlyDictionary<PersonId, Person> staff, Occasion on)
    {
        var team = on.Book.Teams.Find(reading.Team)!;
        var key = new Key(team.Code, string.Join(',', hidden.Order()), filter.Href(), filter.Words);
        if (Still(_last.Get<Drawn>(key), out var drawn)) return drawn.Picture.Value;
        lock (_lock)
            if (!Still(_last.Get<Drawn>(key), out drawn))
            {
                var before = _last.Get<Drawn>(key)?.Picture;
                drawn = new(reading, staff, on.At, new(() => new BoardPicture(on, team, [.. reading.Open.Values.Where(c => !hidden.Contains(c.Id))], reading.Touched, filter, staff, before?.IsValueCreated == true ? before.Value : null)));
                _last.Set(key, drawn, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Forgotten });
            }
        // Drawn outside the lock: only those who wait for this very picture wait.
        return drawn.Picture.Value;

        // Of the same reading and the same people, and hardly older: time moves cards too.
        bool Still(Drawn? last, [NotNullWhen(true)] out Drawn? still) =>
            (still = last is not null && last.Reading == reading && last.Staff == staff && (on.At - last.At).Duration() < Breath ? last : null) is not null;
    }

    public void Dispose() => _last.Dispose();
}
