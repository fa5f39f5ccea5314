using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Audit;

/// <summary>One entry of the trail: an event of a case, or an act on an account, an import, a read of a sensitive record. Each is sealed with a key and with the seal before it.</summary>
public sealed class TrailEntry
{
    /// <summary>The order of things. Never the clock: a clock can jump.</summary>
    public long Seq { get; private set; }
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    public int? CaseId { get; private set; }
    public string? PatientNumber { get; init; }
    public string? Team { get; init; }
    public required PersonId By { get; init; }
    public PersonId? ActingFor { get; init; }
    public required string Data { get; init; }
    public byte[] Mac { get; private set; } = [];

    /// <summary>The case it belongs to; its row number is known only once it is saved.</summary>
    public CaseFile? Case { get; init; }

    public static TrailEntry Of(CaseFile file, CaseEvent happened) => new()
    {
        At = happened.At, Kind = happened.GetType().Name, Case = file.Id == 0 ? file : null, CaseId = file.Id, PatientNumber = file.PatientNumber, Team = file.Team,
        By = happened.By, ActingFor = happened.ActingFor, Data = EventJson.Write(happened),
    };

    public CaseEvent? Event => EventJson.Read(Kind, Data);

    /// <summary>Takes its place in the chain.</summary>
    public void Seal(long seq, ReadOnlySpan<byte> before, ReadOnlySpan<byte> key)
    {
        Seq = seq;
        CaseId ??= Case?.Id;
        if (CaseId == 0) CaseId = Case?.Id;
        Mac = SealOver(before, key);
    }

    /// <summary>The seal this entry must carry after the one before it.</summary>
    public byte[] SealOver(ReadOnlySpan<byte> before, ReadOnlySpan<byte> key)
    {
        // Milliseconds: both databases give back an instant at least that fine.
        var text = string.Create(CultureInfo.InvariantCulture, $"{Seq}|{At.ToUnixTimeMilliseconds()}|{Kind}|{CaseId}|{PatientNumber}|{Team}|{By}|{ActingFor}|{Data}");
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(before);
        mac.AppendData(Encoding.UTF8.GetBytes(text));
        return mac.GetHashAndReset();
    }
}
