using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Diary;

/// <summary>Which part of a diary is read.</summary>
/// <param name="Team">Code of the team whose entries are read.</param>
/// <param name="People">Only what is an entry of one of these; null: of the whole team.</param>
public sealed record DiaryAsk(PortalDb Db, Occasion On, DateOnly From, DateOnly To, string Team, IReadOnlyList<PersonId>? People)
{
    /// <summary>The same people as the database looks for them.</summary>
    public IReadOnlyList<PersonId?> Whose { get; } = [.. (People ?? []).Select(p => (PersonId?)p)];
}

/// <summary>Something that fills the diary: a small file each, registered in <see cref="DiaryServices"/>.</summary>
public interface IDiarySource
{
    /// <summary>Entries of these days that the actor may see.</summary>
    Task<IReadOnlyList<DiaryItem>> Read(DiaryAsk ask, CancellationToken ct = default);
}
