using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>Where the portal keeps things, and the few sentences of SQL in which the two databases differ.</summary>
public sealed class Storage
{
    public const string Postgres = "Postgres";
    readonly IConfiguration _configuration;

    public Storage(IConfiguration configuration, IHostEnvironment host)
    {
        _configuration = configuration;
        Folder = Path.GetFullPath(configuration["Mhcs:DataFolder"] ?? Path.Combine(host.ContentRootPath, "App_Data"));
        IsPostgres = configuration["Mhcs:Database"] switch
        {
            null or "" or "Sqlite" => false,
            Postgres => true,
            var other => throw new InvalidOperationException($"Mhcs:Database is '{other}'. Use Sqlite or Postgres."),
        };
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(Documents);
    }

    public string Folder { get; }
    public string Documents => Path.Combine(Folder, "documents");
    /// <summary>Keys of cookies and forms. Whoever reads them can forge a sign-in: the folder is the portal's own.</summary>
    public DirectoryInfo Keys => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(Path.Combine(Folder, "keys"))
        : Directory.CreateDirectory(Path.Combine(Folder, "keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    public bool IsPostgres { get; }
    public string ConnectionString => _configuration.GetConnectionString("Portal") is { Length: > 0 } given
        ? given.Replace("{DataFolder}", Folder, StringComparison.Ordinal)
        : $"Data Source={Path.Combine(Folder, "mhcs.db")};Default Timeout=5";

    /// <summary>The key of the audit chain: given, or made at first start beside the database.</summary>
    public byte[] AuditKey()
    {
        if (_configuration["Mhcs:AuditKey"] is { Length: > 0 } given) return Convert.FromBase64String(given);
        var file = Path.Combine(Folder, "audit-key");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        return Convert.FromBase64String(File.ReadAllText(file));
    }

    /// <summary>Only one writer at a time lengthens the chain. SQLite has one writer anyway; on the server the transaction takes a lock.</summary>
    public Task LockChain(PortalDb db, CancellationToken ct) =>
        IsPostgres ? db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(5080)", ct) : Task.CompletedTask;
}
