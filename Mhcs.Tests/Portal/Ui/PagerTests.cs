using Mhcs.Portal.Ui;
using Mhcs.Tests.Support.Bench;
using Microsoft.AspNetCore.Components;

namespace Mhcs.Tests.Portal.Ui;

public class PagerTests
{
    [Theory]
    [InlineData(1, 61, "1 2 3 Next", "Showing 1 to 25 of 61")]
    [InlineData(3, 61, "Previous 1 2 3", "Showing 51 to 61 of 61")]
    [InlineData(9, 412, "Previous 1 … 8 9 10 … 17 Next", "Showing 201 to 225 of 412")]
    [InlineData(3, 412, "Previous 1 2 3 4 … 17 Next", "Showing 51 to 75 of 412")]
    [InlineData(4, 412, "Previous 1 2 3 4 5 … 17 Next", "Showing 76 to 100 of 412")]
    [InlineData(1, 25, "", "Showing 1 to 25 of 25")]
    [InlineData(1, 0, "", "Nothing to show")]
    public async Task It_shows_the_ends_and_what_is_near(int page, int total, string links, string showing)
    {
        await using var bench = new ComponentBench();

        var pager = await bench.Render<Pager>(given => given.Set(p => p.Page, page).Set(p => p.Total, total));

        string.Join(' ', pager.FindAll("li").Select(item => item.TextContent.Replace(" page", ""))).Should().Be(links);
        pager.Find("p").TextContent.Should().Be(showing);
    }

    [Fact]
    public async Task More_rows_on_a_page_keep_the_first_row_in_view()
    {
        await using var bench = new ComponentBench();
        var pager = await bench.Render<Pager>(given => given.Set(p => p.Page, 5).Set(p => p.Total, 412).Set(p => p.Link, (page, size) => $"/cases?page={page}&pageSize={size}"));

        await pager.Change("select", "50");

        bench.Service<NavigationManager>().Uri.Should().EndWith("/cases?page=3&pageSize=50");
    }
}
