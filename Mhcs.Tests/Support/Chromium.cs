using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Mhcs.Tests.Support.Chromium))]

namespace Mhcs.Tests.Support;

/// <summary>One browser for the whole run, found or fetched, and started only when a test first opens a page.</summary>
public sealed class Chromium : IAsyncDisposable
{
    readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(Start);

    /// <summary>A new person's browser (no cookies), at a page that answers to clicks.</summary>
    public async Task<Visit> Open(Uri address, string path = "/", BrowserNewContextOptions? options = null)
    {
        var visit = await Begin(address, options);
        await visit.GoTo(path);
        return visit;
    }

    /// <summary>The browser of somebody who has signed in, at a page that answers to clicks.</summary>
    public async Task<Visit> Open(SectionApp section, string path = "/", BrowserNewContextOptions? options = null, string who = "caseworker.a")
    {
        options ??= new();
        options.StorageState = await section.BrowserState(who);
        return await Open(section.Address, path, options);
    }

    /// <summary>A new person's browser, at no page yet.</summary>
    public async Task<Visit> Begin(Uri address, BrowserNewContextOptions? options = null)
    {
        var (_, browser) = await _started.Value;
        options ??= new();
        options.BaseURL = address.ToString();
        return await Visit.Begin(await browser.NewContextAsync(options));
    }

    static async Task<(IPlaywright, IBrowser)> Start()
    {
        var program = Installed() ?? Fetched();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return (playwright, browser);
    }

    static string? Installed() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable" }
            .FirstOrDefault(File.Exists);

    /// <returns>The path of Debian's browser, or null where Playwright knows its own.</returns>
    static string? Fetched()
    {
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
            return null;
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/usr/bin/apt-get"))
        {
            Run("apt-get", "update", "-qq");
            Run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core");
        }
        return Installed() ?? throw new InvalidOperationException("Browser tests need Chromium or Chrome: install one, or name it in CHROMIUM_PATH.");
    }

    static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_started.IsValueCreated || !_started.Value.IsCompletedSuccessfully)
            return;
        var (playwright, browser) = await _started.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
