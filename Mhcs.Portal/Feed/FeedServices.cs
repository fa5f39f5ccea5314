using System.Text.Json.Serialization;
using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Mhcs.Portal.Feed;

public static class FeedServices
{
    public static void AddFeed(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHostedService<DeadlineClock>();
        services.AddSingleton<CaseworkChanges>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseworkChanges>());
        services.AddSingleton<PostgresFeed>();
        services.AddSingleton<Presences>();
        services.AddScoped<Line>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<Line>());
        if (builder.Configuration["Mhcs:Database"] == Storage.Postgres)
        {
            services.AddSingleton<ILiveFeed>(provider => provider.GetRequiredService<PostgresFeed>());
            services.AddHostedService(provider => provider.GetRequiredService<PostgresFeed>());
        }
        services.AddSignalR().AddHubOptions<CaseworkHub>(hub =>
        {
            // This hub's alone: what people type in a page comes through a hub too.
            hub.MaximumReceiveMessageSize = 4 * 1024;
            hub.EnableDetailedErrors = false;
            hub.MaximumParallelInvocationsPerClient = 4;
            hub.DisableImplicitFromServicesParameters = true;
        }).AddJsonProtocol(json => json.PayloadSerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull);
    }

    public static void MapFeed(this WebApplication app) =>
        app.MapHub<CaseworkHub>("/hubs/casework", hub => hub.CloseOnAuthenticationExpiration = true).RequireAuthorization(Policies.Figures);
}
