using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Mhcs.Portal;

/// <summary>What the proxy that ends TLS says of the caller: believed from the proxies that Mhcs:Proxies names (addresses or networks), or else from the machine itself, and from nobody else.</summary>
public static class BehindProxy
{
    public static void AddProxies(this WebApplicationBuilder builder) => builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
    {
        forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        if (builder.Configuration["Mhcs:Proxies"] is not { Length: > 0 } given) return;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var one in given.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
            if (System.Net.IPNetwork.TryParse(one, out var network)) forwarded.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(one, out var address)) forwarded.KnownProxies.Add(address);
            else throw new InvalidOperationException($"Mhcs:Proxies has '{one}'. Give addresses such as 10.1.2.3 or networks such as 10.1.0.0/16, with commas between");
    });
}
