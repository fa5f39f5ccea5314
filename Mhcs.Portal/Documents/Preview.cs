using System.Text;
using Mhcs.Portal.Cases;
using Microsoft.Net.Http.Headers;

namespace Mhcs.Portal.Documents;

/// <summary>What a browser can show of a document by itself: images, plain text and PDF. It is shown inside our own page, runs nothing and loads nothing.</summary>
/// <param name="IsImage">Stands in the page as a picture; anything else in a frame of its own.</param>
/// <param name="Sandboxed">Told to the browser as foreign to us. A PDF is not: browsers refuse to show one in a sandbox, and run its scripts, if any, in their reader and not in the page.</param>
public sealed record Preview(string ContentType, bool IsImage, bool Sandboxed)
{
    /// <summary>By the kind that was read from the content when it was kept; null: take it away to read it.</summary>
    public static Preview? Of(StoredDocument document) => document.ContentType switch
    {
        "image/jpeg" or "image/png" => new(document.ContentType, true, true),
        "text/plain" => new("text/plain; charset=utf-8", false, true),
        "application/pdf" => new(document.ContentType, false, false),
        _ => null,
    };

    /// <summary>These stand for the headers that everything else of ours has: framed by our own page alone, and allowed nothing.</summary>
    public void Guard(IHeaderDictionary headers, string name)
    {
        headers.ContentSecurityPolicy = $"default-src 'none'; frame-ancestors 'self'; form-action 'none'; base-uri 'none'{(Sandboxed ? "; sandbox" : "; object-src 'self'; style-src 'unsafe-inline'")}";
        headers.XFrameOptions = "SAMEORIGIN";
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name.IsNormalized(NormalizationForm.FormC) ? name : name.Normalize(NormalizationForm.FormC));
        headers.ContentDisposition = disposition.ToString();
    }
}
