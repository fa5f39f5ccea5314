using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Signed-in people at one portal.</summary>
sealed class People : IAsyncDisposable
{
    readonly List<Visitor> _all = [];

    public Visitor this[int n] => _all[n % _all.Count];

    public static async Task<People> At(Server portal, int count, CancellationToken ct)
    {
        var people = new People();
        foreach (var head in Bench.Heads.Take(count)) people._all.Add(await Visitor.SignIn(portal.Address, head, ct));
        return people;
    }

    public ValueTask DisposeAsync()
    {
        foreach (var visitor in _all) visitor.Dispose();
        return ValueTask.CompletedTask;
    }
}
