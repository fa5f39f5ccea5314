using Mhcs.Domain.Workflow;
using Microsoft.Extensions.Caching.Memory;

namespace Mhcs.Portal.Cases.Diagram;

/// <summary>Pictures of cases, each way drawn once: cases of a type go few ways, and where boxes and lines stand depends on nothing else, save whether words stand under a box.</summary>
public sealed class StateDiagrams : IDisposable
{
    readonly MemoryCache _drawn = new(new MemoryCacheOptions { SizeLimit = 500 });

    /// <inheritdoc cref="StateDiagram.Of(CaseType, IReadOnlyList{Stay}, IReadOnlyCollection{State}, Func{State, string?})" />
    public StateDiagram Of(CaseType type, IReadOnlyList<Stay> stays, IReadOnlyCollection<State> next, Func<State, string?> under)
    {
        var words = type.States.Select(s => (State: s, Words: under(s))).Where(s => s.Words is not null).ToDictionary(s => s.State, s => s.Words);
        var drawn = _drawn.GetOrCreate((type, string.Join('|', Codes(stays.Select(s => s.State)), Codes(next), Codes(words.Keys))), place =>
        {
            place.Size = 1;
            return StateDiagram.Of(type, stays, next, words.GetValueOrDefault);
        })!;
        return drawn with { Boxes = [.. drawn.Boxes.Select(b => b with { Under = words.GetValueOrDefault(b.State) })] };
    }

    public void Dispose() => _drawn.Dispose();

    static string Codes(IEnumerable<State> states) => string.Join(' ', states.Select(s => s.Code));
}
