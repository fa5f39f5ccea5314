using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>An answer with the version that its ETag tells.</summary>
interface IVersioned
{
    int Version { get; }
}

/// <summary>What endpoints have in common: who asks, the version they saw, and how an outcome is answered.</summary>
static class Reply
{
    public static PersonId Me(this HttpContext http) => SignIn.Me.Of(http.User)!.Id;

    public static IResult Ok<T>(T value) => Results.Json(value, ApiJson.Options);

    public static IResult Refuse(Problem problem) => new ProblemAnswer(problem);

    public static string ETag(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version that If-Match names; null for any. A change without it is refused, whoever asks and whatever exists.</summary>
    public static int? IfMatch(this HttpContext http)
    {
        var given = http.Request.Headers.IfMatch.ToString().Trim();
        if (given.Length == 0) throw new ApiFault(new(428, "if-match-missing", "Send If-Match with the ETag of the file as you last read it"));
        if (given == "*") return null;
        // A weak or foreign tag matches nothing of ours; version 0 never exists.
        return given.StartsWith('"') && int.TryParse(given.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
    }

    /// <summary>A reference that can't be one is as missing as one that isn't there.</summary>
    public static CaseReference Reference(string reference) => CaseReference.TryParse(reference, null, out var parsed) ? parsed : throw new ApiFault(Problem.NotFound);

    /// <summary>Done: the new version in an ETag and whatever <paramref name="answer"/> gives; otherwise the problem.</summary>
    public static IResult Of(HttpContext http, Outcome outcome, Func<Outcome.Done, IResult> answer)
    {
        if (outcome is not Outcome.Done done) return Refuse(Problem.Of(outcome)!);
        http.Response.Headers.ETag = ETag(done.Version);
        return answer(done);
    }

    /// <summary>What was read, with its version in an ETag.</summary>
    public static IResult Read<T>(HttpContext http, T? found, string? location = null) where T : class
    {
        if (found is null) return Refuse(Problem.NotFound);
        if (found is IVersioned { Version: var version }) http.Response.Headers.ETag = ETag(version);
        if (location is null) return Ok(found);
        http.Response.Headers.Location = ApiServices.Root + location;
        return Results.Json(found, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Done: the thing as it is now. Whoever was too slow is told the version that it has now.</summary>
    /// <param name="read">Reads the thing that was changed.</param>
    public static async Task<IResult> Changed<T>(HttpContext http, PlainOutcome outcome, Func<Task<T?>> read) where T : class
    {
        if (Problem.Of(outcome) is not { } problem) return Read(http, await read());
        return Refuse(problem.Status == StatusCodes.Status412PreconditionFailed ? problem with { Version = (await read() as IVersioned)?.Version } : problem);
    }

    /// <summary>Made: the new thing and its address.</summary>
    /// <param name="read">Reads the thing of this number.</param>
    /// <param name="address">Where it is from now on, below the root of the API.</param>
    public static async Task<IResult> Made<T>(HttpContext http, PlainOutcome outcome, Func<int, Task<T?>> read, Func<int, string> address) where T : class =>
        outcome.Id is { } id ? Read(http, await read(id), address(id)) : Refuse(Problem.Of(outcome)!);

    public static int Number(string? text, int otherwise, int most, string field) => text is null or "" ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= most ? n
        : throw new ApiFault(Problem.Malformed($"{field} must be a whole number from 1 to {most}"));

    public static DateOnly Day(string? text, string field) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day
        : throw new ApiFault(Problem.Malformed($"{field} must be a day such as 2026-11-27"));

    public static DateTimeOffset Instant(string? text, string field) => text is not null && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year is > 1900 and < 2200 ? at
        : throw new ApiFault(Problem.Malformed($"{field} must be an instant such as 2026-11-27T09:30:00Z"));
}
