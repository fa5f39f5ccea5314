using System.Globalization;
using System.IO.Compression;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.People;
using Mhcs.Portal.SignIn;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>Backups while the portal runs: the database by its own backup command, never by copying its file, and the documents beside it in one archive.</summary>
public sealed class Backups(Storage storage, IDbContextFactory<PortalDb> dbs, WriteLane lane, TrailChain chain, Occasions occasions)
{
    const string Database = "mhcs.db", DocumentFolder = "documents/", Note = "README.txt", Head = "audit-head";

    string Folder => Path.Combine(storage.Folder, "backups");

    public async Task<FileInfo> Make(PersonId by, CancellationToken ct = default)
    {
        var folder = Directory.CreateDirectory(Folder);
        return await Make(Path.Combine(folder.FullName, $"mhcs-{occasions.Now.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}.zip"), by, ct);
    }

    public async Task<FileInfo> Make(string to, PersonId by, CancellationToken ct = default)
    {
        if (storage.IsPostgres) throw new NotSupportedException("A PostgreSQL database is backed up by its own tools (pg_dump), together with the data folder");
        await lane.Write(writing => { writing.Record(AccountTrail.Entry("BackedUp", by, occasions.Now, new { file = Path.GetFileName(to) })); return Task.CompletedTask; }, ct);
        var copy = Path.Combine(storage.Folder, $"backup-{Guid.NewGuid():N}.db");
        try
        {
            await using (var db = await dbs.CreateDbContextAsync(ct)) await db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}", ct);
            var draft = to + ".part";
            await using (var archive = await ZipFile.OpenAsync(draft, ZipArchiveMode.Create, ct))
            {
                await archive.CreateEntryFromFileAsync(copy, Database, CompressionLevel.Fastest, ct);
                // Documents never change once written, so those that come meanwhile only make the archive fuller.
                foreach (var document in Directory.EnumerateFiles(storage.Documents)) await archive.CreateEntryFromFileAsync(document, DocumentFolder + Path.GetFileName(document), CompressionLevel.NoCompression, ct);
                await using var note = new StreamWriter(await archive.CreateEntry(Note).OpenAsync(ct));
                await note.WriteAsync("Backup of the casework portal. OFFICIAL-SENSITIVE.\nThe key of the audit chain (audit-key in the data folder, or Mhcs:AuditKey) is not in here: keep it apart. Without it the trail can't be verified after a restore.\nRestore with: restore --from FILE, while the portal is stopped.\n");
            }
            File.Move(draft, to, overwrite: true);
            return new FileInfo(to);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>The archives in the data folder, newest first.</summary>
    public IReadOnlyList<FileInfo> Made() => new DirectoryInfo(Folder) is { Exists: true } folder ? [.. folder.GetFiles("mhcs-*.zip").OrderByDescending(f => f.Name, StringComparer.Ordinal)] : [];

    /// <summary>Puts a backup in the place of the store, which is kept beside it under another name. Answers with what is wrong; null: restored and verified.</summary>
    public async Task<string?> Restore(string from, CancellationToken ct = default)
    {
        if (storage.IsPostgres) return "A PostgreSQL database is restored by its own tools (pg_restore)";
        var draft = Path.Combine(storage.Folder, $"restore-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(draft);
            if (await Unpack(from, draft, ct) is { } fault) return fault;
            var restored = Path.Combine(draft, Database);
            await using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = restored, Pooling = false }.ConnectionString))
            {
                await connection.OpenAsync(ct);
                await using var check = connection.CreateCommand();
                check.CommandText = "PRAGMA integrity_check";
                if (await check.ExecuteScalarAsync(ct) is not "ok") return "The database in the backup is damaged. Use another backup";
            }
            await using (var db = new SqlitePortalDb(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={restored};Pooling=False").Options))
                if (await chain.Verify(db, ct, withHead: false) is { Ok: false } verdict) return $"The trail in the backup does not verify at entry {verdict.FirstBad}: {verdict.Why}. Check that the audit key belongs to it";
            Swap(restored, draft);
            return null;
        }
        catch (Exception broken) when (broken is InvalidDataException or SqliteException)
        {
            return $"The file is no backup of the portal: {broken.Message}";
        }
        finally
        {
            if (Directory.Exists(draft)) Directory.Delete(draft, recursive: true);
        }
    }

    static async Task<string?> Unpack(string from, string draft, CancellationToken ct)
    {
        await using var archive = await ZipFile.OpenReadAsync(from, ct);
        if (archive.GetEntry(Database) is not { } database) return "The file is no backup of the portal: it holds no database";
        await database.ExtractToFileAsync(Path.Combine(draft, Database), ct);
        var documents = Directory.CreateDirectory(Path.Combine(draft, "documents"));
        foreach (var entry in archive.Entries.Where(e => e.FullName.StartsWith(DocumentFolder, StringComparison.Ordinal)))
        {
            // Names are ids of ours: anything that could lead elsewhere is no document.
            if (entry.Name.Length == 0 || entry.Name.Any(c => !char.IsAsciiLetterOrDigit(c)) || entry.FullName != DocumentFolder + entry.Name) return $"The backup holds a document of an unexpected name. Use another backup";
            await entry.ExtractToFileAsync(Path.Combine(documents.FullName, entry.Name), ct);
        }
        return null;
    }

    void Swap(string restored, string draft)
    {
        SqliteConnection.ClearAllPools();
        var live = new SqliteConnectionStringBuilder(storage.ConnectionString).DataSource;
        var stamp = occasions.Now.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture);
        foreach (var part in new[] { live, live + "-wal", live + "-shm" }.Where(File.Exists)) File.Move(part, $"{part}.before-{stamp}");
        File.Move(restored, live);
        Directory.Move(storage.Documents, $"{storage.Documents}.before-{stamp}");
        Directory.Move(Path.Combine(draft, "documents"), storage.Documents);
        // The head that was kept belongs to the store that was put aside.
        var head = Path.Combine(storage.Folder, Head);
        if (File.Exists(head)) File.Move(head, $"{head}.before-{stamp}");
    }
}
