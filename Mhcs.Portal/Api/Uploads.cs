using Microsoft.AspNetCore.Http.Features;

namespace Mhcs.Portal.Api;

/// <summary>One file of a multipart body, read within a limit.</summary>
static class Uploads
{
    public sealed record Uploaded(string Name, byte[] Bytes);

    const int Overhead = 64 * 1024;

    public static async Task<Uploaded> Read(HttpContext http, int largest)
    {
        if (!http.Request.HasFormContentType || http.Request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
            throw new ApiFault(new(415, "unsupported-media-type", "Send the file as multipart/form-data"));
        var tooLarge = new ApiFault(new(413, "too-large", $"The file must be {largest / 1024 / 1024} MiB or smaller"));
        if (http.Request.ContentLength > largest + Overhead) throw tooLarge;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = largest + Overhead;
        IFormCollection form;
        try
        {
            form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = largest + Overhead, ValueCountLimit = 20, MultipartHeadersCountLimit = 8 }, http.RequestAborted);
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode != 413)
        {
            throw new ApiFault(Problem.Malformed("The multipart body can’t be read"));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            throw new ApiFault(Problem.Malformed("The multipart body can’t be read"));
        }
        if (form.Files is not [var file]) throw new ApiFault(Problem.Malformed("Send exactly one file"));
        if (file.Length > largest) throw tooLarge;
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, http.RequestAborted);
        return new(file.FileName, bytes);
    }

    /// <summary>Says in the API's description what the body is.</summary>
    public static RouteHandlerBuilder Uploading(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new Microsoft.AspNetCore.Http.Metadata.AcceptsMetadata(["multipart/form-data"], typeof(IFormFile)));
}
