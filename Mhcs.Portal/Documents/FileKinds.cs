using System.IO.Compression;

namespace Mhcs.Portal.Documents;

/// <summary>A kind of file that may lie on a case.</summary>
/// <param name="Extension">Names alone prove nothing: the content has to be this too.</param>
public sealed record FileKind(string Extension, string ContentType, Func<byte[], bool> Is);

/// <summary>What may be put on a case: told by what is in the file, not by what it is called.</summary>
public static class FileKinds
{
    /// <summary>Largest file, in bytes.</summary>
    public const int Largest = 20 * 1024 * 1024;
    // A document that unpacks to more than this is a bomb, not a letter.
    const long LargestUnpacked = 200L * 1024 * 1024;

    public static IReadOnlyList<FileKind> All { get; } =
    [
        new(".pdf", "application/pdf", b => Begins(b, "%PDF-"u8)),
        new(".docx", PaperDocx.ContentType, b => IsOffice(b, "word/")),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b => IsOffice(b, "xl/")),
        new(".jpg", "image/jpeg", b => Begins(b, [0xFF, 0xD8, 0xFF])),
        new(".png", "image/png", b => Begins(b, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new(".txt", "text/plain", IsText),
    ];

    public static string Names => "PDF, DOCX, XLSX, JPG, PNG or TXT";
    public static string Accept => string.Join(',', All.Select(k => k.Extension).Append(".jpeg"));

    /// <summary>The kind of a file by its content; null where it is none of ours, or says it is another one.</summary>
    public static FileKind? Of(string name, byte[] bytes)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return All.FirstOrDefault(k => k.Extension == (extension == ".jpeg" ? ".jpg" : extension) && k.Is(bytes));
    }

    static bool Begins(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);

    static bool IsText(byte[] bytes)
    {
        if (bytes.Contains((byte)0)) return false;
        try
        {
            _ = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(bytes);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    static bool IsOffice(byte[] bytes, string part)
    {
        if (!Begins(bytes, "PK"u8)) return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return zip.Entries.Any(e => e.FullName.StartsWith(part, StringComparison.Ordinal)) && zip.Entries.Sum(e => e.Length) <= LargestUnpacked
                && !zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
