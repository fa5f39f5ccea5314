using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Mhcs.Tests.Support;

/// <summary>The whole portal on a real socket of its own, with a data folder of its own that is gone afterwards.</summary>
public class PortalApp : WebApplicationFactory<Program>
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mhcs-test-");
    readonly Lazy<Uri> _address;

    public PortalApp() => _address = new(Start);

    public string DataFolder => _folder.FullName;

    /// <summary>Where a browser finds it. Asking starts it.</summary>
    public Uri Address => _address.Value;

    /// <summary>Asking starts it as well, on its socket: by itself the host would be started without one.</summary>
    public override IServiceProvider Services
    {
        get
        {
            _ = Address;
            return base.Services;
        }
    }

    protected virtual string EnvironmentName => "Production";

    /// <summary>Settings of the portal, as an operator would give them.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseStaticWebAssets();
        builder.UseSetting("Mhcs:DataFolder", DataFolder);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
    }

    Uri Start()
    {
        UseKestrel(0);
        StartServer();
        return ClientOptions.BaseAddress;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
