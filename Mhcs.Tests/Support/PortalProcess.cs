using System.Diagnostics;
using System.Net;

namespace Mhcs.Tests.Support;

/// <summary>The built portal as a process of its own, so that it can be killed as a power cut would.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    const string Ready = "Now listening on: ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    readonly Process _process;

    PortalProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it on a data folder and answers once it listens.</summary>
    public static async Task<PortalProcess> Start(string dataFolder, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Mhcs.Portal.dll"), "--urls=http://127.0.0.1:0", $"--Mhcs:DataFolder={dataFolder}", .. settings])
        {
            UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = dataFolder, Environment = { ["DOTNET_ENVIRONMENT"] = "Production", ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
            {
                // Read on, or a full pipe would hold the portal up.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new(process, new(line[(at + Ready.Length)..].Trim()));
            }
        throw new InvalidOperationException($"The portal ended with {process.ExitCode} before it listened");
    }

    public HttpClient Client() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    /// <summary>kill -9: nothing in it gets to tidy up.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }
}
