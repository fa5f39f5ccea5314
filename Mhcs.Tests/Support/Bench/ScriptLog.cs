using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Mhcs.Tests.Support.Bench;

/// <summary>Stands in for the browser's script: writes every call down and answers with what was laid ready, or nothing. An imported module is the log itself.</summary>
public sealed class ScriptLog : IJSRuntime, IJSObjectReference
{
    public ConcurrentQueue<(string Name, object?[] Arguments)> Calls { get; } = [];

    public ConcurrentDictionary<string, object?> Answers { get; } = [];

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
    {
        Calls.Enqueue((identifier, args ?? []));
        if (Answers.TryGetValue(identifier, out var answer))
            return new((TValue)answer!);
        return new(this is TValue module ? module : default!);
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        InvokeAsync<TValue>(identifier, args);

    public ValueTask DisposeAsync() => default;
}

sealed class BenchNavigation : NavigationManager
{
    public BenchNavigation() => Initialize("http://bench/", "http://bench/");

    protected override void NavigateToCore(string uri, NavigationOptions options) => Uri = ToAbsoluteUri(uri).ToString();
}
