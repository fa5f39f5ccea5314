using Mhcs.Domain.Cases;
using Mhcs.Domain.Workload;

namespace Mhcs.Portal.Cases;

/// <summary>A file with the bands of its next date and its age, worked out in SQL: lists and dashboards count by the same ones.</summary>
sealed class BandedCase
{
    public required CaseFile File { get; init; }
    /// <summary>A <see cref="DueBand"/> as its number.</summary>
    public int Due { get; init; }
    /// <summary>An <see cref="AgeBand"/> as its number.</summary>
    public int Age { get; init; }

    public static IQueryable<BandedCase> Of(IQueryable<CaseFile> files, DueBands bands)
    {
        var (now, today, week, month) = (bands.Now, bands.Today, bands.EndOfWeek, bands.EndOfMonth);
        var (w4, w8, w13) = (AgeBands.Starts(AgeBand.From4, today), AgeBands.Starts(AgeBand.From8, today), AgeBands.Starts(AgeBand.From13, today));
        var (w26, w52) = (AgeBands.Starts(AgeBand.From26, today), AgeBands.Starts(AgeBand.Over52, today));
        return files.Select(c => new BandedCase
        {
            File = c,
            Due = c.NextOverdueAt <= now ? 0 : c.NextDueOn <= today ? 1 : c.NextDueOn <= week ? 2 : c.NextDueOn <= month ? 3 : c.NextDueOn != null ? 4 : 5,
            Age = c.ReceivedOn > w4 ? 0 : c.ReceivedOn > w8 ? 1 : c.ReceivedOn > w13 ? 2 : c.ReceivedOn > w26 ? 3 : c.ReceivedOn > w52 ? 4 : 5,
        });
    }
}
