using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Mhcs.Benchmarks.Machinery;

/// <summary>A server under measurement: a process of its own on loopback, whose CPU time and memory are read from outside.</summary>
sealed class Server : IAsyncDisposable
{
    readonly Process _process;
    readonly Channel<long> _memory = Channel.CreateUnbounded<long>();
    readonly Queue<string> _lastWords = [];
    readonly List<(string Sql, string Plan)> _plans = [];

    Server(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += (_, said) => Heard(said.Data);
        process.ErrorDataReceived += (_, said) => Heard(said.Data);
    }

    public Uri Address { get; }
    /// <summary>From the start of the process to the first page it answered.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of real memory that the whole process holds.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The queries it has sent so far with their plans, where it was asked to tell them.</summary>
    public IReadOnlyList<(string Sql, string Plan)> Plans { get { lock (_plans) return [.. _plans]; } }

    /// <param name="firstPage">The page whose answer means that it is ready.</param>
    public static async Task<Server> Start(string program, IEnumerable<string> arguments, string firstPage, TimeSpan patience, CancellationToken ct, bool plans = false)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments, $"--urls={address}"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            Environment = { ["DOTNET_STARTUP_HOOKS"] = typeof(Server).Assembly.Location, ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging__LogLevel__Default"] = "Warning", ["DetailedErrors"] = "true" },
        };
        if (plans) start.Environment[PlanTap.Wanted] = "yes";
        var watch = Stopwatch.StartNew();
        var server = new Server(Process.Start(start)!, address);
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await server.Ready(firstPage, watch, patience, ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Managed bytes alive after a full collection.</summary>
    public async Task<long> Managed(CancellationToken ct)
    {
        await _process.StandardInput.WriteLineAsync(StartupHook.Question.AsMemory(), ct);
        await _process.StandardInput.FlushAsync(ct);
        return await _memory.Reader.ReadAsync(ct);
    }

    async Task Ready(string page, Stopwatch watch, TimeSpan patience, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = Address, Timeout = patience };
        while (true)
            try
            {
                using var answer = await http.GetAsync(page, ct);
                answer.EnsureSuccessStatusCode();
                ReadyAfter = watch.Elapsed;
                return;
            }
            catch (HttpRequestException down)
            {
                if (_process.HasExited || watch.Elapsed > patience)
                    throw new InvalidOperationException($"{Path.GetFileName(_process.StartInfo.ArgumentList[0])} did not answer {page}. {string.Join('\n', _lastWords)}", down);
                await Task.Delay(5, ct);
            }
    }

    void Heard(string? line)
    {
        if (line is null) return;
        if (line.StartsWith(StartupHook.Answer, StringComparison.Ordinal)) _memory.Writer.TryWrite(long.Parse(line.AsSpan(StartupHook.Answer.Length), CultureInfo.InvariantCulture));
        if (line.StartsWith(PlanTap.Says, StringComparison.Ordinal) && line[PlanTap.Says.Length..].Split('\t') is [var sql, var plan])
            lock (_plans) _plans.Add((sql, plan));
        lock (_lastWords)
        {
            _lastWords.Enqueue(line);
            if (_lastWords.Count > 20) _lastWords.Dequeue();
        }
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
