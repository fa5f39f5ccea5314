namespace Mhcs.Portal.Data;

/// <summary>Something that has to go into the first commit made on behalf of a request, or not at all.</summary>
public sealed class CommitMark(Action<Writing> mark)
{
    static readonly AsyncLocal<CommitMark?> Ambient = new();

    public static CommitMark? Current { get => Ambient.Value; set => Ambient.Value = value; }

    /// <summary>Whether a commit carries it.</summary>
    public bool IsUsed { get; private set; }

    public void Put(Writing writing) { if (!IsUsed) mark(writing); }

    public void Committed() => IsUsed = true;
}
