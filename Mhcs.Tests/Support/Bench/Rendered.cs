using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Mhcs.Tests.Support.Bench;

/// <summary>A component on the bench: look at it by CSS selector, act on it, wait until it shows something.</summary>
public sealed class Rendered<T> where T : IComponent
{
    // Long enough for a busy machine; only a failing test ever waits for it.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly BenchRenderer _renderer;
    readonly int _id;

    internal Rendered(BenchRenderer renderer, int id, T instance) => (_renderer, _id, Instance) = (renderer, id, instance);

    public T Instance { get; }

    /// <summary>How many times anything on the bench was drawn.</summary>
    public int Renders => _renderer.Batches;

    public string Html => _renderer.Dispatcher.InvokeAsync(() => _renderer.Html(_id)).GetAwaiter().GetResult();

    public IElement Find(string css) => FindAll(css).FirstOrDefault() ?? throw new InvalidOperationException($"Nothing matches '{css}' in:\n{Html}");

    public IReadOnlyList<IElement> FindAll(string css) => [.. new HtmlParser().ParseDocument($"<body>{Html}").Body!.QuerySelectorAll(css)];

    public Task Click(string css) => Fire(css, "onclick", new MouseEventArgs());

    public Task Change(string css, object? value) => Fire(css, "onchange", new ChangeEventArgs { Value = value });

    public Task Input(string css, object? value) => Fire(css, "oninput", new ChangeEventArgs { Value = value });

    public Task Press(string css, string key) => Fire(css, "onkeydown", new KeyboardEventArgs { Key = key });

    public Task Submit(string css) => Fire(css, "onsubmit", EventArgs.Empty);

    public Task Fire(string css, string happening, EventArgs arguments)
    {
        // Events bubble, as in a browser.
        for (var element = Find(css); element is not null; element = element.ParentElement)
            if (element.GetAttribute(BenchRenderer.Handler(happening)) is { } handler)
                return _renderer.Fire(ulong.Parse(handler, CultureInfo.InvariantCulture), arguments);
        throw new InvalidOperationException($"Neither '{css}' nor anything around it listens to {happening}.");
    }

    /// <summary>Gives it other parameters, as its parent would.</summary>
    public Task Give(Action<Given<T>> given)
    {
        var parameters = new Given<T>();
        given(parameters);
        return _renderer.Dispatcher.InvokeAsync(() => Instance.SetParametersAsync(parameters.View));
    }

    /// <summary>Does something where the component lives, as a call from the browser's script would.</summary>
    public async Task Act(Func<T, Task> does)
    {
        await _renderer.Dispatcher.InvokeAsync(() => does(Instance));
        _renderer.ThrowWhatHappened();
    }

    /// <summary>Waits for a live update to show, however it comes about.</summary>
    public async Task Until(Func<Rendered<T>, bool> shown)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var next = _renderer.NextBatch;
            _renderer.ThrowWhatHappened();
            if (shown(this))
                return;
            try { await next.WaitAsync(patience.Token); }
            catch (OperationCanceledException late) { throw new TimeoutException($"Still not shown:\n{Html}", late); }
        }
    }
}
