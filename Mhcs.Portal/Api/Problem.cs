using System.Text.Json.Serialization;
using Mhcs.Domain.Cases;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>One reason why something was refused.</summary>
/// <param name="Code">Stable: missing, invalid, rule, wrong-state, stale, not-entitled, unknown-step.</param>
/// <param name="Text">The sentence people read, with the mend in it.</param>
/// <param name="Field">The field or fact at fault, where it is one.</param>
public sealed record Reason(string Code, string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null);

/// <summary>Every error of the API: RFC 9457 with a stable code.</summary>
/// <param name="Code">For programs; the words may change, the code does not.</param>
public sealed record Problem(int Status, string Code, string Title)
{
    public string Type => "about:blank";
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public IReadOnlyList<Reason>? Reasons { get; init; }
    /// <summary>Version the file has now, where somebody was faster.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public int? Version { get; init; }
    [JsonIgnore] public int? RetryAfter { get; init; }

    // Missing and hidden are answered from the same line, byte for byte.
    public static Problem NotFound { get; } = new(404, "not-found", "There is no such thing, or it isn’t one you can see");
    public static Problem NotEntitled(string why) => new(403, "not-entitled", why);
    public static Problem Malformed(string why) => new(400, "malformed", why);
    public static Problem Storage { get; } = new(503, "storage-trouble", "The record can’t be read or written just now. Nothing has changed; sending it again is safe") { RetryAfter = 5 };

    public static Problem Refused(IReadOnlyList<Refusal> reasons)
    {
        var (status, code) = reasons.Any(r => r.Code == "not-entitled") ? (403, "not-entitled") : reasons.Any(r => r.Code == "wrong-state") ? (409, "wrong-state") : reasons.Any(r => r.Code == "stale") ? (412, "stale") : (422, "refused");
        return new(status, code, string.Join(". ", reasons.Select(r => r.Text))) { Reasons = [.. reasons.Select(r => new Reason(r.Code, r.Text, r.Field))] };
    }

    /// <summary>What the desk answered, where it is not done; null where it is.</summary>
    public static Problem? Of(Outcome outcome) => outcome switch
    {
        Outcome.Done => null,
        Outcome.Refused refused => Refused(refused.Reasons),
        Outcome.SomeoneWasFaster faster => new(412, "stale", string.Join(' ', faster.Sentences)) { Version = faster.Version },
        Outcome.StorageTrouble => Storage,
        _ => NotFound,
    };

    /// <summary>What a desk beside the CaseDesk answered, where it is not done; null where it is.</summary>
    public static Problem? Of(PlainOutcome outcome) => outcome.Done ? null
        : outcome.Reasons.Any(r => r.Code == "not-found") ? NotFound
        : outcome.Reasons.Any(r => r.Code == "storage") ? Storage
        : Refused([.. outcome.Reasons.Select(r => r with { Field = InJson(r.Field) })]);

    /// <summary>Fields of forms are named "follow-up", in JSON "followUp".</summary>
    static string? InJson(string? field) => field is null ? null : string.Concat(field.Split('-').Select((word, n) => n == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    public Task Write(HttpContext http)
    {
        http.Response.StatusCode = Status;
        if (RetryAfter is { } seconds) http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return http.Response.WriteAsJsonAsync(this, ApiJson.Options, "application/problem+json", http.RequestAborted);
    }
}

/// <summary>A problem met where nothing can be returned, such as while a body is read.</summary>
sealed class ApiFault(Problem problem) : Exception(problem.Title)
{
    public Problem Problem => problem;
}

/// <summary>A problem as what an endpoint answers.</summary>
sealed class ProblemAnswer(Problem problem) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => problem.Write(httpContext);
}
