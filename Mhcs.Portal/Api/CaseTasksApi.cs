using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/cases/{reference}/tasks and /bring-forward: dates that somebody chooses, through the desk.</summary>
static class CaseTasksApi
{
    /// <param name="For">User name; null: whoever holds the case.</param>
    /// <param name="Every">weekly, fortnightly, monthly, quarterly; null: once.</param>
    public sealed record NewTask(string? What, DateOnly? DueOn, string? For, Recurrence? Every);
    /// <param name="Until">The day on which the case comes back.</param>
    /// <param name="OrWhen">What brings it back earlier: document, step, fact, note; null: nothing.</param>
    public sealed record NewBringForward(string? Reason, DateOnly? Until, string? OrWhen, string? For, Recurrence? Every);
    public sealed record TaskDone(string? How);
    public sealed record NewDay(DateOnly? DueOn, string? Reason);
    public sealed record NoLonger(string? Reason);

    public static void MapCaseTasks(this RouteGroupBuilder cases)
    {
        cases.MapPost("/cases/{reference}/tasks", async (string reference, Body<NewTask> body, HttpContext http, CaseDesk desk, Staff staff) =>
        {
            var (asked, version) = (body.Value, http.IfMatch());
            var whose = await Named(asked.For, staff);
            return Made(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.SetTask(asked.What, asked.DueOn, Known(whose, asked.For), asked.Every, on), version, http.RequestAborted));
        }).Produces<CaseActsApi.DoneAnswer>(201).WithSummary("Set a task");

        cases.MapPost("/cases/{reference}/bring-forward", async (string reference, Body<NewBringForward> body, HttpContext http, CaseDesk desk, Staff staff) =>
        {
            var (asked, version) = (body.Value, http.IfMatch());
            var whose = await Named(asked.For, staff);
            return Made(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.BringForward(asked.Reason, asked.Until, Event(asked.OrWhen), Known(whose, asked.For), asked.Every, on), version, http.RequestAborted));
        }).Produces<CaseActsApi.DoneAnswer>(201).WithSummary("Put the case away until a day, or until something happens if that is earlier");

        cases.MapPost("/cases/{reference}/tasks/{number:int}/done", async (string reference, int number, Body<TaskDone> body, HttpContext http, CaseDesk desk) =>
            Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.Finish(number, body.Value.How, on), http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Tick a task off, or take up a case that was away; the number is that of its deadline");

        cases.MapPost("/cases/{reference}/tasks/{number:int}/put-off", async (string reference, int number, Body<NewDay> body, HttpContext http, CaseDesk desk) =>
            Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.PutOff(number, body.Value.DueOn, body.Value.Reason, on), http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Move a task to another day, with the reason");

        cases.MapPost("/cases/{reference}/tasks/{number:int}/drop", async (string reference, int number, Body<NoLonger> body, HttpContext http, CaseDesk desk) =>
            Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.Drop(number, body.Value.Reason, on), http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Take back a task that is no longer needed, with the reason");
    }

    static async Task<Person?> Named(string? userName, Staff staff) => userName is null ? null : await staff.Find(userName);

    static Person? Known(Person? found, string? named) => found is null && named is not null ? throw new RuleBroken(new Refusal("invalid", "There is nobody of this user name", "for")) : found;

    static Awaited? Event(string? key) => key is null ? null : Awaited.Find(key) ?? throw new RuleBroken(new Refusal("invalid", $"A case comes back earlier for one of {string.Join(", ", Awaited.All.Select(a => a.Key))}", "orWhen"));

    static IResult Done(HttpContext http, Outcome outcome) => Reply.Of(http, outcome, done => Reply.Ok(CaseActsApi.Answer(done)));

    static IResult Made(HttpContext http, Outcome outcome) => Reply.Of(http, outcome, done => Results.Json(CaseActsApi.Answer(done), ApiJson.Options, statusCode: 201));
}
