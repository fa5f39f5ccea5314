using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mhcs.Tests.Support.Bench;

sealed class BenchRenderer(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
{
    static readonly HashSet<string> Childless = new(StringComparer.OrdinalIgnoreCase)
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    TaskCompletionSource _batch = NewBatch();
    Exception? _error;

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    /// <summary>As on a screen that is alive.</summary>
    protected override RendererInfo RendererInfo { get; } = new("Server", isInteractive: true);

    public int Batches { get; private set; }

    public Task NextBatch => Volatile.Read(ref _batch).Task;

    /// <summary>The attribute that stands in the printed HTML for a listener.</summary>
    public static string Handler(string happening) => $"bench-{happening}";

    public async Task<(int Id, T Component)> Add<T>(ParameterView parameters) where T : IComponent
    {
        var added = await Dispatcher.InvokeAsync(async () =>
        {
            var component = InstantiateComponent(typeof(T));
            var id = AssignRootComponentId(component);
            await RenderRootComponentAsync(id, parameters);
            return (id, (T)component);
        });
        ThrowWhatHappened();
        return added;
    }

    public async Task Fire(ulong handler, EventArgs arguments)
    {
        await Dispatcher.InvokeAsync(() => DispatchEventAsync(handler, fieldInfo: null, arguments));
        ThrowWhatHappened();
    }

    public void ThrowWhatHappened()
    {
        if (Interlocked.Exchange(ref _error, null) is { } error)
            ExceptionDispatchInfo.Throw(error);
    }

    public string Html(int component)
    {
        var html = new StringBuilder();
        var frames = GetCurrentRenderTreeFrames(component);
        Print(html, frames.Array.AsSpan(0, frames.Count));
        return html.ToString();
    }

    protected override void HandleException(Exception exception)
    {
        _error ??= exception;
        EndBatch();
    }

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        Batches++;
        EndBatch();
        return Task.CompletedTask;
    }

    static TaskCompletionSource NewBatch() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    void EndBatch() => Interlocked.Exchange(ref _batch, NewBatch()).TrySetResult();

    void Print(StringBuilder html, ReadOnlySpan<RenderTreeFrame> frames)
    {
        while (!frames.IsEmpty)
        {
            var frame = frames[0];
            var length = 1;
            switch (frame.FrameType)
            {
                case RenderTreeFrameType.Element:
                    length = frame.ElementSubtreeLength;
                    PrintElement(html, frame.ElementName, frames[1..length]);
                    break;
                case RenderTreeFrameType.Text:
                    html.Append(HtmlEncoder.Default.Encode(frame.TextContent));
                    break;
                case RenderTreeFrameType.Markup:
                    html.Append(frame.MarkupContent);
                    break;
                case RenderTreeFrameType.Component:
                    length = frame.ComponentSubtreeLength;
                    html.Append(Html(frame.ComponentId));
                    break;
                case RenderTreeFrameType.Region:
                    length = frame.RegionSubtreeLength;
                    Print(html, frames[1..length]);
                    break;
            }
            frames = frames[length..];
        }
    }

    void PrintElement(StringBuilder html, string name, ReadOnlySpan<RenderTreeFrame> inside)
    {
        html.Append('<').Append(name);
        for (; !inside.IsEmpty && inside[0].FrameType == RenderTreeFrameType.Attribute; inside = inside[1..])
            PrintAttribute(html, inside[0]);
        html.Append('>');
        Print(html, inside);
        if (!Childless.Contains(name))
            html.Append("</").Append(name).Append('>');
    }

    static void PrintAttribute(StringBuilder html, RenderTreeFrame attribute)
    {
        if (attribute.AttributeEventHandlerId > 0)
            html.Append($" {Handler(attribute.AttributeName)}=\"{attribute.AttributeEventHandlerId}\"");
        else if (attribute.AttributeValue is true)
            html.Append(' ').Append(attribute.AttributeName);
        else if (attribute.AttributeValue is not (null or false))
            html.Append($" {attribute.AttributeName}=\"{HtmlEncoder.Default.Encode(attribute.AttributeValue.ToString()!)}\"");
    }
}
