using Microsoft.AspNetCore.Authentication.Cookies;

namespace Mhcs.Portal.SignIn;

/// <summary>Over https the cookie's name carries the prefix that binds it to this host; over plain loopback http browsers would refuse it, so there it goes without.</summary>
sealed class SecureNameCookies : ICookieManager
{
    readonly ChunkingCookieManager _inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => _inner.GetRequestCookie(context, Name(context, key));
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => _inner.AppendResponseCookie(context, Name(context, key), value, options);
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _inner.DeleteCookie(context, Name(context, key), options);

    public static string Name(HttpContext? context, string key) => context?.Request.IsHttps == true ? $"__Host-{key}" : key;
}

/// <summary>The cookie of forms, named by the same rule.</summary>
sealed class FormCookie : CookieBuilder
{
    readonly IHttpContextAccessor _http;

    public FormCookie(IHttpContextAccessor http)
    {
        _http = http;
        (HttpOnly, IsEssential, Path, SameSite, SecurePolicy) = (true, true, "/", SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest);
    }

    public override string? Name { get => SecureNameCookies.Name(_http.HttpContext, "mhcs-form"); set { } }
}
