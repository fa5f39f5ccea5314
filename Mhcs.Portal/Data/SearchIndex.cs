using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>Full-text search over notes. Never ranked over everything: the newest matches first, so that a common word costs no more than a rare one.</summary>
public static class SearchIndex
{
    /// <summary>SQL that makes the index, safe to run again.</summary>
    public static IEnumerable<string> Setup(bool postgres) => postgres
        ? ["CREATE INDEX IF NOT EXISTS ix_note_words ON note USING gin (to_tsvector('english', \"Text\"))"]
        :
        [
            "CREATE VIRTUAL TABLE IF NOT EXISTS note_words USING fts5(Text, content='note', content_rowid='Id', tokenize='porter unicode61')",
            "CREATE TRIGGER IF NOT EXISTS note_words_added AFTER INSERT ON note BEGIN INSERT INTO note_words(rowid, Text) VALUES (new.Id, new.Text); END",
        ];

    /// <summary>Notes that hold all the words, newest first.</summary>
    public static IQueryable<Cases.Note> NotesWith(this PortalDb db, string words) => db.Database.IsSqlite()
        ? db.Notes.FromSql($"SELECT * FROM note WHERE Id IN (SELECT rowid FROM note_words WHERE note_words MATCH {Quoted(words)} ORDER BY rowid DESC LIMIT 500)").OrderByDescending(n => n.Id)
        : db.Notes.FromSql($"SELECT * FROM note WHERE to_tsvector('english', \"Text\") @@ plainto_tsquery('english', {words})").OrderByDescending(n => n.Id);

    // Each word in quotation marks: whatever was typed is looked for, never read as query syntax.
    static string Quoted(string words) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => $"\"{w.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
