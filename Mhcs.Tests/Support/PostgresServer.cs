using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(Mhcs.Tests.Support.PostgresServer))]

namespace Mhcs.Tests.Support;

/// <summary>
/// A real PostgreSQL: the one named in MHCS_TEST_PG, or a throwaway cluster where the server is installed, started when first asked for.
/// Where there is neither, the asking test is skipped and says why.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    const string User = "portal", SystemUser = "mhcs-test";
    readonly Lazy<Task<string?>> _started;
    DirectoryInfo? _folder;

    public PostgresServer() => _started = new(Start);

    /// <returns>The connection string of a new, empty database.</returns>
    public async Task<string> NewDatabase()
    {
        var server = await _started.Value;
        Assert.SkipWhen(server is null, "No PostgreSQL: install it, or name a server in MHCS_TEST_PG.");

        var name = $"mhcs_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    async Task<string?> Start()
    {
        if (Environment.GetEnvironmentVariable("MHCS_TEST_PG") is { Length: > 0 } given)
            return given;
        if (Programs() is not { } programs)
            return null;

        _folder = Directory.CreateTempSubdirectory("mhcs-pg-");
        if (Environment.IsPrivilegedProcess)
            await GiveToOrdinaryUser(_folder.FullName);
        var port = FreePort();
        await Run($"{programs}/initdb", "-D", Data, "-A", "trust", "-U", User, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await Run($"{programs}/pg_ctl", "-D", Data, "-w", "-l", $"{_folder.FullName}/log",
            "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={_folder.FullName} -c fsync=off", "start");
        return $"Host=127.0.0.1;Port={port};Username={User};Database=postgres";
    }

    string Data => $"{_folder!.FullName}/data";

    static string? Programs() => !Directory.Exists("/usr/lib/postgresql") ? null :
        Directory.GetDirectories("/usr/lib/postgresql").Select(version => $"{version}/bin").Where(bin => File.Exists($"{bin}/initdb"))
            .OrderByDescending(bin => int.Parse(bin.Split('/')[^2])).FirstOrDefault();

    // initdb refuses root, as it should.
    static async Task GiveToOrdinaryUser(string folder)
    {
        if (!(await File.ReadAllTextAsync("/etc/passwd")).Contains($"{SystemUser}:"))
            await Execute("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SystemUser);
        await Execute("chown", SystemUser, folder);
    }

    static Task Run(string program, params string[] arguments) => Environment.IsPrivilegedProcess
        ? Execute("runuser", ["-u", SystemUser, "--", program, .. arguments])
        : Execute(program, arguments);

    static async Task Execute(string program, params string[] arguments)
    {
        // The server inherits what pg_ctl has open, so a redirected stream would never end: standard output goes where ours goes.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await Run($"{Programs()}/pg_ctl", "-D", Data, "-m", "immediate", "stop");
        _folder.Delete(recursive: true);
    }
}
