using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Mhcs.Portal.Documents;

/// <summary>A file within a ZIP, opened when its turn comes.</summary>
public sealed record ZipPart(string Name, Func<Stream> Open)
{
    public static ZipPart Of(string name, string path) => new(name, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true));
    public static ZipPart Of(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes));
}

/// <summary>Files sent as one ZIP while it is being made: neither memory nor disk ever holds more of it than the piece on its way.</summary>
public sealed class ZipAnswer(string name, IReadOnlyList<ZipPart> parts) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, ct) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "application/zip";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        // The end of each file within a ZIP is written without waiting, a few bytes that the framework has no other way for.
        if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        await using var zip = await ZipArchive.CreateAsync(response.Body, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in parts)
        {
            await using var from = part.Open();
            await using var to = await zip.CreateEntry(Own(part.Name, names), CompressionLevel.Fastest).OpenAsync(ct);
            await from.CopyToAsync(to, ct);
        }
    }

    // Two files of one name would lie over each other when unpacked; and no name leads out of the folder.
    static string Own(string name, HashSet<string> taken)
    {
        var safe = string.Concat(Path.GetFileName(name.Replace('\\', '/')).Select(c => char.IsControl(c) || "<>:\"|?*".Contains(c, StringComparison.Ordinal) ? '_' : c));
        for (var n = 1; ; n++)
        {
            var own = n == 1 ? safe : $"{Path.GetFileNameWithoutExtension(safe)} ({n}){Path.GetExtension(safe)}";
            if (taken.Add(own)) return own;
        }
    }
}
