using Microsoft.Data.Sqlite;

namespace Mhcs.Benchmarks;

/// <summary>Grows a seeded section to the volume of many years: its closed cases are copied with their events, dates, notices, papers, papers from others and notes. What is open stays what a section has on its desks.</summary>
sealed class Growth(string file)
{
    static readonly string[] Parts = ["deadline", "notice", "paper", "wanted_paper"];

    /// <param name="cases">How many cases there shall be; events and notes come to ten and five a case.</param>
    public void To(int cases)
    {
        using var db = new SqliteConnection($"Data Source={file};Pooling=False");
        db.Open();
        Run(db, "PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-200000; PRAGMA temp_store=MEMORY;");
        Run(db, "BEGIN");
        Run(db, "CREATE TEMP TABLE old AS SELECT Id FROM \"case\" WHERE ClosedAt IS NOT NULL");
        var (span, notes, events) = (Number(db, "SELECT max(Id) FROM \"case\""), Number(db, "SELECT coalesce(max(Id), 0) FROM note"), Number(db, "SELECT max(Seq) FROM trail"));
        for (var copy = 1; Number(db, "SELECT count(*) FROM \"case\"") < cases; copy++) Copy(db, copy, span, notes, events);
        while (Number(db, "SELECT count(*) FROM note") < 5L * cases) Again(db, "note", "Id", 5L * cases);
        while (Number(db, "SELECT count(*) FROM trail") < 10L * cases) Again(db, "trail", "Seq", 10L * cases);
        Run(db, "COMMIT");
        Run(db, "ANALYZE");
        Run(db, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    static void Copy(SqliteConnection db, int copy, long span, long notes, long events)
    {
        Insert(db, "case", $"Id <= {span} AND Id IN (SELECT Id FROM old)", ("Id", $"Id + {copy * span}"),
            ("Reference", $"substr(Reference, 1, instr(Reference, '-')) || (CAST(substr(Reference, instr(Reference, '-') + 1) AS INTEGER) + {copy}00000)"));
        foreach (var part in Parts)
            Insert(db, part, "CaseId IN (SELECT Id FROM old)", ("CaseId", $"CaseId + {copy * span}"));
        Insert(db, "note", $"Id <= {notes} AND CaseId IN (SELECT Id FROM old)", ("Id", $"Id + {copy * notes}"), ("CaseId", $"CaseId + {copy * span}"));
        Insert(db, "trail", $"Seq <= {events} AND CaseId IN (SELECT Id FROM old)", ("Seq", $"Seq + {copy * events}"), ("CaseId", $"CaseId + {copy * span}"));
    }

    // More of the same to the same closed cases, up to the wanted count.
    static void Again(SqliteConnection db, string table, string key, long wanted)
    {
        var (last, missing) = (Number(db, $"SELECT max({key}) FROM {table}"), wanted - Number(db, $"SELECT count(*) FROM {table}"));
        Insert(db, table, $"CaseId NOT IN (SELECT Id FROM \"case\" WHERE ClosedAt IS NULL) AND {key} > 0 LIMIT {missing}", (key, $"{key} + {last}"));
    }

    static void Insert(SqliteConnection db, string table, string where, params (string Column, string Value)[] changed)
    {
        var columns = Columns(db, table);
        var values = columns.Select(c => Array.Find(changed, x => x.Column == c) is { Column: not null } other ? other.Value : $"\"{c}\"");
        Run(db, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"{table}\" WHERE {where}");
    }

    static List<string> Columns(SqliteConnection db, string table)
    {
        using var command = db.CreateCommand();
        command.CommandText = "SELECT name FROM pragma_table_info($table)";
        command.Parameters.AddWithValue("$table", table);
        using var reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }

    static long Number(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    static void Run(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        command.ExecuteNonQuery();
    }
}
