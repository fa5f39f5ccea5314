using Mhcs.Domain.Cases;

namespace Mhcs.Domain.Patients;

/// <summary>The patient's reference in the Public Protection Unit Database (domain notes 4.4), recorded by hand or put right.</summary>
/// <param name="From">What stood there before; null: nothing.</param>
/// <param name="Why">Why it was put right.</param>
public sealed record PpudRecorded(string? From, string Reference, string? Why)
{
    public const int Limit = 20, WhyLimit = 300;

    /// <summary>Records the reference on the patient. One that stands there already is put right only with a reason.</summary>
    /// <exception cref="RuleBroken">Not entitled, no reference that can be one, the same as before, or no reason given.</exception>
    public static PpudRecorded On(Patient patient, string? reference, string? why, Occasion on)
    {
        if (on.By.MayRecordOn(patient) is { Granted: false } no) throw new RuleBroken(new Refusal("not-entitled", no.Reason));
        var (given, reason) = ((reference ?? "").Trim().ToUpperInvariant(), string.IsNullOrWhiteSpace(why) ? null : why.Trim());
        List<Refusal> faults = [];
        if (given.Length == 0) faults.Add(new("missing", "Give the reference that PPUD shows, such as AP4471", "reference"));
        else if (given.Length > Limit) faults.Add(new("invalid", $"The PPUD reference must have {Limit} characters or fewer", "reference"));
        else if (!given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/')) faults.Add(new("invalid", "A PPUD reference has letters and digits only, such as AP4471", "reference"));
        else if (given == patient.PpudReference) faults.Add(new("rule", $"{given} is what stands on the record already", "reference"));
        if (patient.PpudReference is { } before && reason is null) faults.Add(new("missing", $"Say why {before} is wrong", "why"));
        if (reason?.Length > WhyLimit) faults.Add(new("invalid", $"Say it in {WhyLimit} characters or fewer; it has {reason.Length}", "why"));
        if (faults.Count > 0) throw new RuleBroken(faults);

        PpudRecorded recorded = new(patient.PpudReference, given, reason);
        patient.Apply(new ParticularsSet(on.Today) { PpudReference = given });
        return recorded;
    }
}
