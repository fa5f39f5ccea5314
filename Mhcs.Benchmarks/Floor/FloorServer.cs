using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.SignalR;

namespace Mhcs.Benchmarks.Floor;

/// <summary>The floor: the smallest server that does each step. No sign-in, no rights, no audit, no layout.</summary>
static class FloorServer
{
    public const string Verb = "floor", Changed = "changed";

    public static async Task<int> Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(new FloorWork(builder.Configuration["db"]!));
        builder.Services.AddSingleton<FloorScreens>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.DisableWebSocketCompression = true);
        app.MapHub<FloorHub>("/hub");
        app.MapGet("/queue", async (FloorWork work, CancellationToken ct) => Results.Content(Html(await work.Queue(ct)), "text/html"));
        app.MapGet("/case/{id:int}", async (int id, FloorWork work, CancellationToken ct) => Results.Content(Html(await work.Case(id, ct)), "text/html"));
        app.MapPost("/assign", async ([FromQuery] int id, [FromQuery] int to, FloorWork work, FloorScreens screens, CancellationToken ct) =>
        {
            await work.Assign([id], to, ct);
            screens.Changed();
        });
        app.MapPost("/nudge", (FloorScreens screens) => screens.Changed());
        app.MapPost("/broadcast", (IHubContext<FloorHub> hub, CancellationToken ct) => hub.Clients.All.SendAsync(Changed, "A-1", ct));
        await app.Services.GetRequiredService<FloorWork>().Begin();
        await app.RunAsync();
        return 0;
    }

    static string Html(List<FloorRow> rows)
    {
        var html = new StringBuilder("<!DOCTYPE html><title>Queue</title><table>");
        foreach (var row in rows) html.Append(null, $"<tr><td>{row.Reference}<td>{row.Patient}<td>{row.Type}<td>{row.State}<td>{row.Assignee}<td>{row.Due}");
        return html.Append("</table>").ToString();
    }

    static string Html((FloorCase Case, FloorPatient Patient, List<FloorEvent> Events) of)
    {
        var html = new StringBuilder("<!DOCTYPE html><title>Case</title>").Append(null, $"<h1>{of.Case.Reference} {of.Patient.Surname}</h1><ol>");
        foreach (var happened in of.Events) html.Append(null, $"<li>{happened.At} {happened.Kind} {happened.By} {System.Net.WebUtility.HtmlEncode(happened.Data)}");
        return html.Append("</ol>").ToString();
    }
}

sealed class FloorHub : Hub;

/// <summary>Tells every open screen of a change; they share one reading of it.</summary>
sealed class FloorScreens(FloorWork work)
{
    public event Action? Nudged;

    /// <summary>Raised with each change, so that there is something to render.</summary>
    public int Changes { get; private set; }

    public Task<List<FloorRow>> Rows { get; private set; } = Task.FromResult<List<FloorRow>>([]);

    public void Changed()
    {
        Changes++;
        Rows = work.Queue();
        Nudged?.Invoke();
    }
}
