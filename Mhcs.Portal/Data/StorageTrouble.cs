using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>What counts as trouble with the store: it is answered with “try again in a moment”, and is nobody's mistake.</summary>
public static class StorageTrouble
{
    public const string Words = "The record can’t be written just now. Nothing has changed; what you typed is kept. Try again in a moment";

    public static bool IsStorageTrouble(this Exception wrong) => wrong is DbException or DbUpdateException or IOException or UnauthorizedAccessException
        // So the server database's provider wraps a lost connection.
        || (wrong is InvalidOperationException { InnerException: { } inner } && inner.IsStorageTrouble());
}
