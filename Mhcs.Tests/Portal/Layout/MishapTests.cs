using Mhcs.Portal.Layout;
using Mhcs.Tests.Support.Bench;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Layout;

public sealed class MishapTests : IErrorBoundaryLogger
{
    [Fact]
    public async Task What_goes_wrong_in_a_page_is_said_and_can_be_tried_again()
    {
        await using var bench = new ComponentBench(services => services.AddSingleton<IErrorBoundaryLogger>(this));
        var page = await bench.Render<Mishap>(given => given.Set(m => m.ChildContent, Page));

        await page.Click("#save");
        var said = page.Find("p").TextContent;
        await page.Click("button");

        said.Should().Contain("can’t be read or written just now");
        page.FindAll("#save").Should().ContainSingle("the page is there again");
    }

    public ValueTask LogErrorAsync(Exception exception) => ValueTask.CompletedTask;

    static void Page(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Unsaved>(0);
        builder.CloseComponent();
    }

    sealed class Unsaved : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "id", "save");
            builder.AddAttribute(2, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, () => throw new IOException("The disk is full")));
            builder.CloseElement();
        }
    }
}
