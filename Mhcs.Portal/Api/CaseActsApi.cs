using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/cases/{reference}: one case and what is done to it, through the desk.</summary>
static class CaseActsApi
{
    /// <param name="Patient">Number of a patient on the books, or an object {surname, forenames, bornOn, category?, hospital?, ppudReference?, sex?} for a new one; null for a case about nobody on the books, where its type allows that.</param>
    /// <param name="Team">Whose it is where no patient decides that; the caller's own where left out.</param>
    public sealed record NewCase(string? Type, JsonElement? Patient, string? Team, DateOnly? ReceivedOn, bool? Restricted, Dictionary<string, JsonElement>? Facts);
    public sealed record NewPatient(string? Surname, string? Forenames, DateOnly? BornOn, string? Category, string? Hospital, string? PpudReference, string? Sex);
    public sealed record TakeStep(string? Step, Dictionary<string, JsonElement>? Facts, string? Note);
    /// <param name="Assignee">User name; null puts the case back among the unassigned.</param>
    public sealed record Assign(string? Assignee);
    public sealed record AssignMany(IReadOnlyList<string?>? References, string? Assignee);
    public sealed record Assigned(string Reference, bool Done, int? Version, Problem? Problem);
    public sealed record AddNote(string? Text);
    /// <param name="How">What was sent or done, and when.</param>
    public sealed record Complied(string? How);
    /// <param name="Events">Kinds of what happened, in order.</param>
    public sealed record DoneAnswer(string Reference, int Version, IReadOnlyList<string> Events);
    public sealed record HistoryRow(long Seq, DateTimeOffset At, string Kind, string? By, string? ActingFor, JsonElement Data);
    public sealed record History(IReadOnlyList<HistoryRow> Items);

    const int MostAtOnce = 500;

    public static void MapCaseActs(this RouteGroupBuilder cases)
    {
        cases.MapPost("/cases", async (Body<NewCase> body, HttpContext http, CaseDesk desk, Staff staff, ReferenceData reference) => await Open(body.Value, http, desk, staff, reference))
            .Produces<DoneAnswer>(201).WithSummary("Open a case");

        cases.MapGet("/cases/{reference}", async (string reference, HttpContext http, CaseReading reading, Staff staff) =>
        {
            if (await reading.Find(Reply.Reference(reference), http.Me(), http.RequestAborted) is not var (file, on)) return Reply.Refuse(Problem.NotFound);
            http.Response.Headers.ETag = Reply.ETag(file.Version);
            return Reply.Ok(CaseAnswer.Of(file, on, await staff.Everyone(http.RequestAborted)));
        }).Produces<CaseAnswer>().WithSummary("One case with its dates, how each was worked out, and what can happen next");

        cases.MapPost("/cases/{reference}/steps", async (string reference, Body<TakeStep> body, HttpContext http, CaseDesk desk) =>
        {
            var asked = body.Value;
            if (asked.Step is not { Length: > 0 and <= 100 }) return Reply.Refuse(Problem.Malformed("Give the step, by its code in offers"));
            var answers = Answers(asked.Facts);
            return Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) =>
                file.Take(file.Type.Moves.Select(m => m.Step).FirstOrDefault(s => s.Code == asked.Step) ?? new Step(asked.Step, asked.Step), answers, on, asked.Note), http.IfMatch(), http.RequestAborted));
        }).Produces<DoneAnswer>().WithSummary("Take a step");

        cases.MapPost("/cases/{reference}/assignment", async (string reference, Body<Assign> body, HttpContext http, CaseDesk desk, Staff staff) =>
        {
            var version = http.IfMatch();
            var to = await Assignee(body.Value.Assignee, staff);
            return Done(http, await desk.Hand(Reply.Reference(reference), http.Me(), (file, on) => AssignTo(file, to, body.Value.Assignee, on), version, http.RequestAborted));
        }).Produces<DoneAnswer>().WithSummary("Give the case to somebody, or to nobody");

        cases.MapPost("/cases/assignments", async (Body<AssignMany> body, HttpContext http, CaseDesk desk, Staff staff) =>
        {
            if (body.Value.References is not { Count: >= 1 and <= MostAtOnce } given) return Reply.Refuse(Problem.Malformed($"Give 1 to {MostAtOnce} references"));
            var to = await Assignee(body.Value.Assignee, staff);
            var asked = given.Select(r => (Text: r ?? "", Reference: CaseReference.TryParse(r, null, out var parsed) ? parsed : (CaseReference?)null)).DistinctBy(r => r.Reference?.Value ?? r.Text).ToList();
            var done = await desk.HandAll([.. asked.Select(a => a.Reference).OfType<CaseReference>()], http.Me(), (file, on) => AssignTo(file, to, body.Value.Assignee, on), ct: http.RequestAborted);
            return Reply.Ok(asked.Select(a => a.Reference is { } reference && done.TryGetValue(reference, out var outcome)
                ? new Assigned(reference.Value, outcome is Outcome.Done, (outcome as Outcome.Done)?.Version, Problem.Of(outcome))
                : new Assigned(a.Text, false, null, Problem.NotFound)).ToList());
        }).Produces<IReadOnlyList<Assigned>>().WithSummary("Give many cases to somebody, at most 500; each is answered by itself");

        cases.MapPost("/cases/{reference}/notes", async (string reference, Body<AddNote> body, HttpContext http, CaseDesk desk) =>
            Reply.Of(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.AddNote(body.Value.Text ?? "", on), http.IfMatch(), http.RequestAborted),
                done => Results.Json(Answer(done), ApiJson.Options, statusCode: 201))).Produces<DoneAnswer>(201).WithSummary("Add a note");

        cases.MapPost("/cases/{reference}/deadlines/{number:int}/comply", async (string reference, int number, Body<Complied> body, HttpContext http, CaseDesk desk) =>
            Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.Comply(number, body.Value.How ?? "", on), http.IfMatch(), http.RequestAborted)))
            .Produces<DoneAnswer>().WithSummary("Record that a direction of the tribunal is complied with; the others keep their dates");

        cases.MapGet("/cases/{reference}/history", async (string reference, HttpContext http, CaseReading reading, Staff staff) =>
            await reading.History(Reply.Reference(reference), http.Me(), http.RequestAborted) is { } entries
                ? Reply.Ok(new History(await Rows(entries, staff))) : Reply.Refuse(Problem.NotFound)).Produces<History>().WithSummary("Everything that happened to the case, oldest first");
    }

    static async Task<IResult> Open(NewCase asked, HttpContext http, CaseDesk desk, Staff staff, ReferenceData reference)
    {
        if (AllCaseTypes.Find(asked.Type) is not { } type) return Reply.Refuse(Problem.Refused([new("invalid", $"There is no case type of this key. Use {string.Join(", ", AllCaseTypes.All.Select(t => t.Key))}", "type")]));
        var actor = await staff.Actor(http.Me(), http.RequestAborted) ?? throw new ApiFault(Problem.NotEntitled("You may no longer sign in"));
        var team = CaseFilters.Team(asked.Team);
        if (team is not null && !actor.SeesTeam(team)) return Reply.Refuse(Problem.NotEntitled("You open cases in your own team"));
        var received = asked.ReceivedOn ?? Domain.Deadlines.London.Day(http.RequestServices.GetRequiredService<Occasions>().Now);
        var facts = Answers(asked.Facts);
        var outcome = asked.Patient switch
        {
            { ValueKind: JsonValueKind.String } number => await desk.Open(type, ApiJson.Text(number).Trim().ToUpperInvariant(), received, facts, http.Me(), asked.Restricted ?? false, http.RequestAborted),
            { ValueKind: JsonValueKind.Object } made => await OpenForNew(type, made, team, received, facts, asked.Restricted ?? false, http, desk, actor, reference),
            null or { ValueKind: JsonValueKind.Null } when !type.ConcernsAPatient => await desk.OpenWithoutPatient(type, team, received, facts, http.Me(), asked.Restricted ?? false, http.RequestAborted),
            _ => new Outcome.Refused([new("missing", "Give the patient: a number, or surname, forenames and bornOn of a new one", "patient")]),
        };
        return Reply.Of(http, outcome, done =>
        {
            http.Response.Headers.Location = $"{ApiServices.Root}/cases/{done.Reference}";
            return Results.Json(Answer(done), ApiJson.Options, statusCode: 201);
        });
    }

    static async Task<Outcome> OpenForNew(CaseType type, JsonElement given, string? team, DateOnly received, FactSheet facts, bool restricted, HttpContext http, CaseDesk desk, Actor actor, ReferenceData reference)
    {
        NewPatient? p;
        try { p = given.Deserialize<NewPatient>(ApiJson.Options); }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException) { throw new ApiFault(Problem.Malformed("The body can’t be read at $.patient")); }
        List<Refusal> faults = [];
        if (p!.Surname?.Trim() is not { Length: > 0 and <= 80 } surname) { surname = ""; faults.Add(new("missing", "Give the surname, in 80 characters or fewer", "patient.surname")); }
        if (p.Forenames?.Trim() is not { Length: > 0 and <= 120 } forenames) { forenames = ""; faults.Add(new("missing", "Give the forenames, in 120 characters or fewer", "patient.forenames")); }
        if (p.BornOn is not { } born || born.Year < 1900 || born > received) { born = default; faults.Add(new("missing", "Give the date of birth, before the day of receipt", "patient.bornOn")); }
        if (p.PpudReference is { Length: > 20 }) faults.Add(new("invalid", "The PPUD reference must have 20 characters or fewer", "patient.ppudReference"));
        if (p.Hospital is { } place && !reference.Book.Places.Hospitals.Contains(place)) faults.Add(new("invalid", reference.Book.Places.WhyNot(place, "hospitals"), "patient.hospital"));
        if (p.Sex is { Length: > 20 }) faults.Add(new("invalid", "Sex must have 20 characters or fewer", "patient.sex"));
        LegalCategory? category = null;
        if (p.Category is { } word)
            if (Enum.GetNames<LegalCategory>().FirstOrDefault(n => n.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } name) category = Enum.Parse<LegalCategory>(name);
            else faults.Add(new("invalid", $"The category must be one of {string.Join(", ", Enum.GetNames<LegalCategory>())}", "patient.category"));
        // The surname says whose part of the alphabet it is; a team given beside it must agree with what the person may open.
        var of = team ?? (faults.Count == 0 ? reference.Book.Teams.For(surname).Code : "");
        if (faults.Count == 0 && !actor.SeesTeam(of)) faults.Add(new("not-entitled", $"This surname belongs to team {of}: you open cases in your own team", "patient.surname"));
        if (faults.Count > 0) return new Outcome.Refused(faults);
        return await desk.OpenForNew(type, number =>
        {
            var patient = new Patient { Number = number, Surname = surname, Forenames = forenames, BornOn = born, Team = of, PpudReference = p.PpudReference?.Trim(), Sex = p.Sex?.Trim() };
            if (category is { } began) patient.Apply(new LegalStatusBegan(began, received));
            if (p.Hospital is { } hospital) patient.Apply(new Admitted(hospital, null, null, received));
            return patient;
        }, received, facts, http.Me(), restricted, http.RequestAborted);
    }

    static IReadOnlyList<CaseEvent> AssignTo(CaseFile file, Person? to, string? named, Occasion on) =>
        to is not null ? file.AssignTo(to, on)
        : named is null ? file.Unassign(on)
        : throw new RuleBroken(new Refusal("invalid", "There is nobody of this user name", "assignee"));

    static async Task<Person?> Assignee(string? userName, Staff staff) => userName is null ? null : await staff.Find(userName);

    /// <summary>Answers as people would type them: text, numbers, and true or false for yes or no.</summary>
    static FactSheet Answers(Dictionary<string, JsonElement>? given)
    {
        if (given is { Count: > 200 }) throw new ApiFault(Problem.Malformed("There are more facts than any step asks for"));
        return FactSheet.Of((given ?? []).Select(f => KeyValuePair.Create(f.Key, f.Value.ValueKind switch
        {
            JsonValueKind.String => ApiJson.Text(f.Value),
            JsonValueKind.True => "Yes",
            JsonValueKind.False => "No",
            JsonValueKind.Number => f.Value.GetRawText(),
            JsonValueKind.Null => null,
            _ => throw new ApiFault(Problem.Malformed("A fact is a text, a number, or true or false")),
        })));
    }

    internal static IResult Done(HttpContext http, Outcome outcome) => Reply.Of(http, outcome, done => Reply.Ok(Answer(done)));

    internal static DoneAnswer Answer(Outcome.Done done) => new(done.Reference.Value, done.Version, [.. done.Events.Select(e => e.GetType().Name)]);

    internal static async Task<IReadOnlyList<HistoryRow>> Rows(IEnumerable<Audit.TrailEntry> entries, Staff staff)
    {
        var people = await staff.Everyone();
        string? Who(PersonId? id) => id is { } known ? people.GetValueOrDefault(known)?.UserName : null;
        return [.. entries.Select(e => new HistoryRow(e.Seq, e.At, e.Kind, Who(e.By), Who(e.ActingFor), JsonDocument.Parse(e.Data).RootElement))];
    }
}
