using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Mhcs.Portal;

/// <summary>
/// The first HTML of a page travels compressed, and nothing else that is made for one person. What makes guessing secrets from lengths possible is left out of pages:
/// no secret in them stays the same (tokens are sealed anew for each answer), and no text of the request comes back in them.
/// </summary>
static class PageCompression
{
    public static void AddPageCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(pages =>
        {
            pages.EnableForHttps = true;
            pages.MimeTypes = ["text/html"];
            pages.Providers.Add<BrotliCompressionProvider>();
            pages.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }
}
