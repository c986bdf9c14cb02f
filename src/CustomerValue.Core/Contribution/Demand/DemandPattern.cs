namespace CustomerValue.Contribution.Demand;

/// <summary>How regularly and evenly units come in a series of equal periods. A period has demand where its units, those that came back taken off, are above 0.</summary>
public readonly record struct DemandPattern
{
    private const double LongInterval = 1.32, LargeVariation = 0.49;

    private DemandPattern(int periods, int since, double interval, double sizeVariation, DemandClass type) =>
        (PeriodsWithDemand, PeriodsSinceFirst, Interval, SizeVariation, Class) = (periods, since, interval, sizeVariation, type);

    /// <summary>Periods with demand.</summary>
    public int PeriodsWithDemand { get; }

    /// <summary>Periods from the first one with demand to the last of all, both counted; 0 where none has.</summary>
    public int PeriodsSinceFirst { get; }

    /// <summary>
    /// Average interval between periods with demand (ADI), ≥ 1: <see cref="PeriodsSinceFirst"/> over <see cref="PeriodsWithDemand"/>. Silence since the last one counts,
    /// that before the first one does not: a new customer is not irregular. NaN where no period has demand.
    /// </summary>
    public double Interval { get; }

    /// <summary>Squared coefficient of variation of the sizes of periods with demand, CV² = variance (n − 1) / mean², ≥ 0; NaN with fewer than two such periods.</summary>
    public double SizeVariation { get; }

    /// <summary>The class that <see cref="Interval"/> and <see cref="SizeVariation"/> make.</summary>
    public DemandClass Class { get; }

    /// <summary>The pattern of a series.</summary>
    /// <param name="units">Units a period, in order.</param>
    public static DemandPattern Of(ReadOnlySpan<decimal> units)
    {
        int periods = 0, since = 0;
        double mean = 0, squares = 0;
        for (int period = 0; period < units.Length; period++)
        {
            if (units[period] <= 0)
                continue;
            since = since == 0 ? units.Length - period : since;
            // Welford's running sums: nothing cancels.
            double size = (double)units[period], gap = size - mean;
            mean += gap / ++periods;
            squares += gap * (size - mean);
        }

        double interval = (double)since / periods, variation = periods < 2 ? double.NaN : squares / (periods - 1) / mean / mean;
        DemandClass type = periods < 2 ? DemandClass.TooFew
            : interval > LongInterval ? variation > LargeVariation ? DemandClass.Lumpy : DemandClass.Intermittent
            : variation > LargeVariation ? DemandClass.Erratic : DemandClass.Smooth;
        return new DemandPattern(periods, since, interval, variation, type);
    }
}
