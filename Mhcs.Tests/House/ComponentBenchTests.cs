using Mhcs.Tests.Support.Bench;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.House;

public class ComponentBenchTests
{
    [Fact]
    public async Task A_click_inside_a_button_reaches_whoever_listens()
    {
        await using var bench = new ComponentBench(services => services.AddSingleton<Bell>());
        var rung = 0;
        var button = await bench.Render<BellButton>(given => given.Set(bell => bell.Label, "Ring <it>").On(bell => bell.Rung, () => rung++));

        await button.Click("button b");

        rung.Should().Be(1);
        button.Find("b").TextContent.Should().Be("Ring <it>");
        await button.Invoking(bell => bell.Click("h1")).Should().ThrowAsync<InvalidOperationException>().WithMessage("*h1*");
    }

    [Fact]
    public async Task What_happens_elsewhere_shows_without_asking()
    {
        await using var bench = new ComponentBench(services => services.AddSingleton<Bell>());
        var button = await bench.Render<BellButton>();

        _ = Task.Run(bench.Service<Bell>().Ring);

        await button.Until(bell => bell.FindAll("[aria-pressed]").Count == 1);
    }

    sealed class Bell
    {
        public event Action? Rang;

        public void Ring() => Rang?.Invoke();
    }

    sealed class BellButton : ComponentBase, IDisposable
    {
        bool _rang;

        [Inject] public required Bell Bell { get; init; }

        [Parameter] public string? Label { get; set; }

        [Parameter] public EventCallback Rung { get; set; }

        public void Dispose() => Bell.Rang -= Show;

        protected override void OnInitialized() => Bell.Rang += Show;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "aria-pressed", _rang);
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, () => Rung.InvokeAsync()));
            builder.OpenElement(3, "b");
            builder.AddContent(4, Label);
            builder.CloseElement();
            builder.CloseElement();
        }

        void Show() => _ = InvokeAsync(() => { _rang = true; StateHasChanged(); });
    }
}
