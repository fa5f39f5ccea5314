namespace Mhcs.Domain.People;

/// <summary>A casework team and the part of the alphabet it answers for (remission form: A to Gile, Gilf to Nicholl, Nicholm to Z). Boundaries are data.</summary>
public sealed record Team(string Code, string FromSurname, string ToSurname)
{
    public string Name => $"Team {FromSurname} to {ToSurname}";
}

/// <summary>The surname split, in alphabetical order.</summary>
public sealed record Teams(IReadOnlyList<Team> All)
{
    /// <summary>The team whose stretch of the alphabet holds the surname. A boundary covers every name that begins with it.</summary>
    public Team For(string surname) =>
        All.FirstOrDefault(t => string.Compare(Letters(surname), Letters(t.ToSurname) + "\uffff", StringComparison.OrdinalIgnoreCase) <= 0) ?? All[^1];

    public Team? Find(string? code) => All.FirstOrDefault(t => t.Code == code);

    static string Letters(string name) => string.Concat(name.Where(char.IsLetter));
}
