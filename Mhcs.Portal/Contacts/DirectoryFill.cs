using CsvHelper;
using Mhcs.Domain.Contacts;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Contacts;

/// <summary>Fills an empty directory with the places that ship with the program. From then on the directory is their one source.</summary>
public sealed class DirectoryFill(WriteLane lane, IDbContextFactory<PortalDb> dbs, Storage storage, PlaceBook places)
{
    /// <summary>Before this nothing that names a place is on our books.</summary>
    public static readonly DateOnly Ever = new(1983, 9, 30);

    public async Task Run(CancellationToken ct = default)
    {
        await using (var db = await dbs.CreateDbContextAsync(ct))
            if (!await db.Directory.AnyAsync(ct)) await lane.Write(Fill, ct);
        places.Read();

        async Task Fill(Writing writing)
        {
            await storage.LockChain(writing.Db, ct);
            // Another node may have been first.
            if (!await writing.Db.Directory.AnyAsync(ct)) writing.Db.Directory.AddRange(Shipped());
        }
    }

    /// <summary>The places of seed-data/places.csv: a line a unit of a hospital, a line each for the others.</summary>
    public static IEnumerable<DirectoryEntry> Shipped()
    {
        using var csv = CsvReader.FromFile(Path.Combine(AppContext.BaseDirectory, "seed-data", "places.csv"), CsvReaderOptions.Default);
        List<(string Kind, string Name, string Unit, string Security, string Town, string Region, string Address, string Email, string Telephone)> rows = [];
        while (csv.Read())
            rows.Add((Text("kind"), Text("name"), Text("unit"), Text("security"), Text("town"), Text("region"), Text("address"), Text("email"), Text("telephone")));
        foreach (var place in rows.GroupBy(r => (r.Kind, r.Name)))
        {
            var row = place.First();
            yield return DirectoryEntry.Given(Enum.Parse<EntryKind>(row.Kind.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true),
                new(row.Name, null, row.Region, row.Town, row.Address, row.Email, row.Telephone, string.Join('\n', place.Where(u => u.Unit.Length > 0).Select(u => $"{u.Unit}: {u.Security}")), Ever));
        }

        string Text(string column) => csv.GetString(column);
    }
}
