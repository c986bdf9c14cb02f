namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>Both intensities over time from anywhere on a path, and beyond its end as its continuation says.</summary>
internal struct RateWalk
{
    private readonly PathRuns runs;
    private readonly double[] rates;
    private readonly bool repeats;
    private int run;
    private double offset;

    public RateWalk(PathRuns runs, double[] rates, PathContinuation continuation, double time)
    {
        this.runs = runs;
        this.rates = rates;
        repeats = continuation == PathContinuation.LastYear && !double.IsInfinity(runs.Ends[runs.Ends.Length - 1]);
        Time = time;
        double beyond = time - runs.Ends[runs.Ends.Length - 1];
        if (repeats && beyond >= 0)
            offset = Year * (Math.Floor(beyond / Year) + 1);
        int found = Array.BinarySearch(runs.Ends, time - offset);
        run = Math.Min(found < 0 ? ~found : found + 1, runs.Ends.Length - 1);
    }

    public double Time { get; private set; }

    /// <summary>Whether the last year begins again now.</summary>
    public bool BeginsYear { get; private set; }

    /// <summary>e^(γ'z) now.</summary>
    public readonly double Purchase => rates[run];

    /// <summary>e^(δ'y) now.</summary>
    public readonly double Dropout => rates[runs.Ends.Length + run];

    /// <summary>Until when they stay so; +∞ where nothing else is to come.</summary>
    public readonly double Until => run + 1 < runs.Ends.Length || repeats ? runs.Ends[run] + offset : double.PositiveInfinity;

    /// <summary>Length of the year that repeats.</summary>
    public readonly double Year => runs.Ends[runs.Ends.Length - 1] - (runs.Loop == 0 ? 0 : runs.Ends[runs.Loop - 1]);

    /// <summary>The highest purchase intensity from here on, a whole cycle included.</summary>
    public readonly double HighestPurchase()
    {
        double highest = 0;
        for (int i = repeats ? Math.Min(run, runs.Loop) : run; i < runs.Ends.Length; i++)
            highest = Math.Max(highest, rates[i]);
        return highest;
    }

    /// <summary>Goes on to a time that is not after <see cref="Until"/>.</summary>
    public void MoveTo(double time)
    {
        Time = time;
        BeginsYear = false;
        if (time < Until)
            return;
        if (run + 1 < runs.Ends.Length)
        {
            run++;
            return;
        }

        offset += Year;
        run = runs.Loop;
        BeginsYear = true;
    }
}
