using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Mhcs.Portal.Feed;

/// <summary>Whether the browser of this circuit is on the line. A circuit outlives its browser by minutes.</summary>
public sealed class Line : CircuitHandler
{
    public bool IsUp { get; private set; } = true;

    public event Action? Changed;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Turn(false);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Turn(true);

    Task Turn(bool up)
    {
        IsUp = up;
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
