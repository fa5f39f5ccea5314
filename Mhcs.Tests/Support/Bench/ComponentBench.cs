using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Mhcs.Tests.Support.Bench;

/// <summary>Renders components as a circuit would, with their real life cycle and events, but without a browser. Words as in bUnit, to be swapped in when it can be had.</summary>
public sealed class ComponentBench : IAsyncDisposable
{
    readonly ServiceProvider _services;
    readonly BenchRenderer _renderer;

    public ComponentBench(Action<IServiceCollection>? add = null)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<IJSRuntime>(Script).AddSingleton<NavigationManager, BenchNavigation>();
        add?.Invoke(services);
        _services = services.BuildServiceProvider();
        _renderer = new(_services);
    }

    public ScriptLog Script { get; } = new();

    public T Service<T>() where T : notnull => _services.GetRequiredService<T>();

    public async Task<Rendered<T>> Render<T>(Action<Given<T>>? given = null) where T : IComponent
    {
        var parameters = new Given<T>();
        given?.Invoke(parameters);
        var (id, component) = await _renderer.Add<T>(parameters.View);
        return new(_renderer, id, component);
    }

    public async ValueTask DisposeAsync()
    {
        await _renderer.DisposeAsync();
        await _services.DisposeAsync();
    }
}
