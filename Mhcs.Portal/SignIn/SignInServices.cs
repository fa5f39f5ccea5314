using System.Net;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Mhcs.Portal.SignIn;

public static class SignInServices
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<PortalDb>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 210_000);
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<Wallboards>();
        services.AddSingleton<SeedUsers>();
        if (InventedSection.IsOffered(builder.Environment, builder.Configuration)) services.AddSingleton<InventedSection>();

        services.AddDataProtection().SetApplicationName("Mhcs.Portal").ProtectKeys(builder.Configuration);
        services.AddOptions<KeyManagementOptions>().Configure<Storage, ILoggerFactory>((keys, storage, logs) => keys.XmlRepository = new FileSystemXmlRepository(storage.Keys, logs));

        services.AddAuthentication(SignedIn.Scheme).AddCookie(SignedIn.Scheme).AddScheme<AuthenticationSchemeOptions, WallboardScheme>(WallboardScheme.Name, null);
        services.AddOptions<CookieAuthenticationOptions>(SignedIn.Scheme).Configure<Sessions, TimeProvider>((cookie, sessions, clock) =>
        {
            (cookie.Cookie.Name, cookie.CookieManager) = ("mhcs", new SecureNameCookies());
            (cookie.Cookie.SameSite, cookie.Cookie.HttpOnly, cookie.Cookie.Path) = (SameSiteMode.Lax, true, "/");
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // The session on the server knows about idling; the cookie itself only has an end.
            (cookie.ExpireTimeSpan, cookie.SlidingExpiration, cookie.TimeProvider) = (sessions.Longest, false, clock);
            cookie.ForwardDefaultSelector = http => http.Request.Headers.Authorization.ToString().StartsWith("Wallboard ", StringComparison.Ordinal) ? WallboardScheme.Name : null;
            (cookie.LoginPath, cookie.ReturnUrlParameter) = (SignInPage.Path, "from");
            cookie.Events.OnValidatePrincipal = SignedIn.Validate;
            cookie.Events.OnRedirectToLogin = context => Turn(context, HttpStatusCode.Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = context => Turn(context, HttpStatusCode.Forbidden);
        });
        services.AddAuthorizationBuilder().AddPolicies();
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((forms, http) => forms.Cookie = new FormCookie(http));

        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SessionState>();
        services.AddScoped<CircuitHandler, OnlyWhileSignedIn>();
        services.AddHostedService<SessionWatch>();
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/sign-out", async (HttpContext http, [FromForm] string? from) =>
        {
            await http.End();
            return Results.LocalRedirect(SignInPage.Path);
        });
        // Being asked is enough: the session is looked up before this runs, and counted as seen.
        app.MapPost("/seen", () => Results.NoContent()).AllowAnonymous().ExcludeFromDescription();
        if (InventedSection.IsOffered(app.Environment, app.Configuration))
            app.MapPost(InventedSection.Path, async (HttpContext http, Accounts accounts, [FromForm] int person) =>
            {
                if (await accounts.SignInAs(new PersonId(person), http.Address(), http.RequestAborted) is not SignInAnswer.Good good) return Results.LocalRedirect(SignInPage.Path);
                await http.Begin(good);
                return Results.LocalRedirect("/");
            }).AllowAnonymous();
    }

    // A person's browser goes to the sign-in page; programs get the plain status.
    static Task Turn(RedirectContext<CookieAuthenticationOptions> context, HttpStatusCode status)
    {
        if (status == HttpStatusCode.Unauthorized && context.HttpContext.IsForAPage()) context.Response.Redirect(context.Request.Path.StartsWithSegments("/wall") ? WallSignIn.Path : context.RedirectUri);
        else context.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    }
}
