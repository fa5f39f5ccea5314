using System.Globalization;

namespace Mhcs.Portal;

/// <summary>The portal's clock: the system's, or for demonstrations one that stands still (Mhcs:Clock=2026-11-27T09:30:00Z) or is set off (Mhcs:Clock=-30.00:00:00).</summary>
public static class ClockSetting
{
    public static TimeProvider Read(IConfiguration configuration, IHostEnvironment host)
    {
        if (configuration["Mhcs:Clock"] is not { Length: > 0 } given || given == "system") return TimeProvider.System;
        if (host.IsProduction()) throw new InvalidOperationException("Mhcs:Clock is for demonstrations and is refused in Production. Take the setting away.");
        if (TimeSpan.TryParse(given.TrimStart('+'), CultureInfo.InvariantCulture, out var offset)) return new SetOff(offset);
        if (DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return new StandingStill(instant.ToUniversalTime());
        throw new InvalidOperationException($"Mhcs:Clock is '{given}'. Give an instant such as 2026-11-27T09:30:00Z, or an offset such as -30.00:00:00 (days.hours:minutes:seconds).");
    }

    sealed class StandingStill(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }

    sealed class SetOff(TimeSpan offset) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
    }
}
