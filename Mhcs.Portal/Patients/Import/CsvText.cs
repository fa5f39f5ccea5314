using System.Text;

namespace Mhcs.Portal.Patients.Import;

/// <summary>The text of an uploaded file: UTF-8 with or without a byte order mark, and nothing else.</summary>
public static class CsvText
{
    /// <summary>Largest file read, in bytes. The whole section with long conditions is about 4 MiB.</summary>
    public const int SizeLimit = 20 * 1024 * 1024;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, or the sentence that says why it can't be read.</summary>
    public static (string? Text, RowError? Fault) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SizeLimit) return Refuse(TooLarge);
        if (bytes.Length == 0) return Refuse("The file is empty. Save the sheet again as “CSV UTF-8” and choose that file.");
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return Refuse("The file is in UTF-16 (“Unicode text”). In Excel choose Save as, “CSV UTF-8 (comma delimited)”.");
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..]) return Refuse("This is a workbook or a zip file, not CSV. In Excel choose Save as, “CSV UTF-8 (comma delimited)”.");
        if (bytes.Contains((byte)0)) return Refuse("The file holds NUL characters, so it is not a text file. In Excel choose Save as, “CSV UTF-8 (comma delimited)”.");
        try
        {
            return (Strict.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes), null);
        }
        catch (DecoderFallbackException broken)
        {
            var line = bytes[..Math.Clamp(broken.Index, 0, bytes.Length)].Count((byte)'\n') + 1;
            return (null, new(line, null, "file", $"Line {line} holds a character that is not UTF-8. In Excel choose Save as, “CSV UTF-8 (comma delimited)”."));
        }
    }

    public static string TooLarge => $"The file is larger than {SizeLimit / 1024 / 1024} MiB. Split it and import the parts one after the other.";

    /// <summary>Reads at most one byte more than is allowed, so that a huge upload never fills the memory.</summary>
    public static async Task<byte[]> ReadLimited(Stream from, CancellationToken ct = default)
    {
        using var held = new MemoryStream();
        var buffer = new byte[81920];
        while (held.Length <= SizeLimit && await from.ReadAsync(buffer, ct) is > 0 and var read)
            held.Write(buffer, 0, read);
        return held.ToArray();
    }

    /// <summary>One line of a file that this import reads.</summary>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Quoted)) + "\n";

    static string Quoted(string? cell) => cell is null ? "" : cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    static (string?, RowError?) Refuse(string why) => (null, new(0, null, "file", why));
}
