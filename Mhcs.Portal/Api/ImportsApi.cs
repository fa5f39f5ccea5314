using Mhcs.Domain.People;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Api;

/// <summary>/imports: CSV by multipart, all or nothing.</summary>
static class ImportsApi
{
    /// <param name="Accepted">New rows.</param>
    /// <param name="Alike">New rows of correspondence that resemble another; they are accepted all the same.</param>
    /// <param name="Kept">Rows of which a flag is not taken, because a decision or a victim’s record stands behind it; the rest of each is.</param>
    public sealed record Answer(int Accepted, int Changed, int Unchanged, bool DryRun, IReadOnlyList<RowError> Rejected, IReadOnlyList<Resembling> Alike, IReadOnlyList<Resembling> Kept);

    public sealed record Resembling(int Row, string Message);

    delegate Task<ImportPlan> Importing(ReadOnlyMemory<byte> file, PersonId by, CancellationToken ct);

    public static void MapImports(this RouteGroupBuilder api)
    {
        api.MapPost("/imports/patients", (HttpContext http, ImportPatients import) => Import(http, import.Plan, (file, by, ct) => import.Run(file, by, null, ct)))
            .Uploading().Produces<Answer>().WithSummary("Import patients; dryRun=true only says what would happen").Listing("dryRun");
        api.MapPost("/imports/cases", (HttpContext http, ImportCases import) => Import(http, import.Plan, (file, by, ct) => import.Run(file, by, null, ct)))
            .Uploading().Produces<Answer>().WithSummary("Import open cases; dryRun=true only says what would happen").Listing("dryRun");
    }

    static async Task<IResult> Import(HttpContext http, Importing plan, Importing run)
    {
        var dryRun = http.Request.Query["dryRun"].ToString() switch { "" or "false" => false, "true" => true, _ => throw new ApiFault(Problem.Malformed("dryRun must be true or false")) };
        var file = await Uploads.Read(http, CsvText.SizeLimit);
        var done = await (dryRun ? plan : run)(file.Bytes, http.Me(), http.RequestAborted);
        if (done.Rejected is [{ Code: "not-entitled" } refusal]) return Reply.Refuse(Problem.NotEntitled(refusal.Message));
        var answer = new Answer(done.New.Count, done.Changed.Count, done.Unchanged.Count, dryRun, done.Rejected, [.. done.Alike.Select(r => new Resembling(r.Line, $"{r.Like}"))], [.. done.Keeping.SelectMany(r => r.Kept, (row, kept) => new Resembling(row.Line, kept))]);
        return Results.Json(answer, ApiJson.Options, statusCode: done.Rejected.Count > 0 && !dryRun ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}
