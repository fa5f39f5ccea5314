using Mhcs.Portal.Documents;

namespace Mhcs.Portal.Api;

/// <summary>Documents of a case: in by multipart, out as files to keep.</summary>
static class DocumentsApi
{
    public sealed record Stored(string Id, string Reference, int Version);
    /// <param name="Disturbing">What it shows, plainly, where it is folded on screens.</param>
    public sealed record About(string? Category, DateOnly? DatedOn, string? Disturbing);

    public static void MapDocumentApi(this RouteGroupBuilder casework)
    {
        casework.MapPost("/cases/{reference}/documents", async (string reference, HttpContext http, DocumentDesk documents, CaseReading reading) =>
        {
            var (version, file) = (http.IfMatch(), Reply.Reference(reference));
            // Whoever can't see the file learns nothing of what may lie on one, and uploads nothing.
            if (await reading.Find(file, http.Me(), http.RequestAborted) is null) return Reply.Refuse(Problem.NotFound);
            var sent = await Uploads.Read(http, FileKinds.Largest);
            if (sent.Bytes.Length > 0 && FileKinds.Of(sent.Name, sent.Bytes) is null) return Reply.Refuse(new(415, "unsupported-media-type", $"Send a {FileKinds.Names} file whose content is what its name says"));
            return Reply.Of(http, await documents.Add(file, http.Me(), sent.Name, sent.Bytes, version, http.RequestAborted), done =>
            {
                var id = done.Events.OfType<Domain.Cases.DocumentAdded>().First().DocumentId;
                http.Response.Headers.Location = $"{ApiServices.Root}/documents/{id}";
                return Results.Json(new Stored(id, done.Reference.Value, done.Version), ApiJson.Options, statusCode: 201);
            });
        }).Uploading().Produces<Stored>(201).WithSummary("Put a document on a case: at most 20 MiB, told by its content");

        casework.MapPost("/cases/{reference}/documents/{id}/description", async (string reference, string id, Body<About> body, HttpContext http, DocumentDesk documents) =>
            CaseActsApi.Done(http, await documents.Describe(Reply.Reference(reference), http.Me(), id, body.Value.Category, body.Value.DatedOn, body.Value.Disturbing, http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Say what a document is: category, its own date, and whether it is folded on screens");

        casework.MapGet("/documents/{id}", async (string id, HttpContext http, DocumentDesk documents) =>
            await documents.Find(id, http.Me(), http.RequestAborted) is var (document, path) && File.Exists(path)
                ? Results.File(path, document.ContentType, document.Name, document.At)
                : Reply.Refuse(Problem.NotFound)).Produces(200, contentType: "application/octet-stream").WithSummary("A stored document");
    }
}
