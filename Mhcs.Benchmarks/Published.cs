using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Mhcs.Benchmarks;

/// <summary>The portal as it is handed over: published, in a folder of its own.</summary>
static class Published
{
    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = Up(AppContext.BaseDirectory);

    public static async Task<string> Portal(string folder, CancellationToken ct)
    {
        var to = Path.Combine(folder, "portal");
        var publish = new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository, "Mhcs.Portal"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", to, "-p:RunAnalyzers=false", "--nologo", "-v", "quiet"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(publish)!;
        var said = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? Path.Combine(to, "Mhcs.Portal.dll") : throw new InvalidOperationException($"The portal could not be published.\n{said}");
    }

    static string Up(string folder) => File.Exists(Path.Combine(folder, "Mhcs.Portal.sln")) ? folder
        : Path.GetDirectoryName(folder) is { } parent ? Up(parent) : throw new InvalidOperationException("The benchmarks run from inside the repository");
}
