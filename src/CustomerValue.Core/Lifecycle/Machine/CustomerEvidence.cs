using CustomerValue.Lifecycle.Clock;

namespace CustomerValue.Lifecycle.Machine;

/// <summary>What events so far say of a customer, from which the evidence of any later day follows.</summary>
internal struct CustomerEvidence
{
    /// <summary>No purchase or term yet.</summary>
    public static readonly CustomerEvidence Nothing = new() { TermEnd = int.MaxValue };

    public int First;
    public int Last;
    public int Purchases;
    /// <summary>The gap expected on the day of the last purchase.</summary>
    public double Gap;
    public int TermEnd;
    public IAliveModel? Model;

    /// <summary>Takes up a purchase.</summary>
    /// <param name="clock">How silence is measured.</param>
    /// <param name="purchaseDays">All days of purchase so far, rising; the last one is new.</param>
    public void Count(LifecycleClock clock, ReadOnlySpan<int> purchaseDays)
    {
        Purchases = purchaseDays.Length;
        First = purchaseDays[0];
        Last = purchaseDays[Purchases - 1];
        Gap = clock.ExpectedGap(purchaseDays);
    }

    /// <summary>The evidence of a day.</summary>
    /// <param name="clock">How silence is measured.</param>
    /// <param name="day">Not before the last event.</param>
    /// <param name="stageSince">When the present stage began.</param>
    /// <param name="withAlive">Whether A is asked for.</param>
    public readonly LifecycleEvidence On(LifecycleClock clock, int day, int stageSince, bool withAlive)
    {
        int silent = clock.Days(Last, day), inStage = clock.Days(stageSince, day);
        bool bought = Purchases > 0;
        return new LifecycleEvidence
        {
            Purchases = Purchases,
            // What has been silent so far makes the expected gap longer too: it is (α + T)/(r + x) with T up to the day.
            Silence = bought ? silent / (Gap + (silent / (clock.Prior.Shape + Purchases - 1))) : double.NaN,
            SilentDays = bought ? silent : double.NaN,
            Alive = withAlive ? Alive(day) : double.NaN,
            SecondPurchase = Purchases == 1 && clock.SecondPurchase is { } curve ? curve.StillToCome(silent) : double.NaN,
            DaysInStage = day - stageSince,
            GapsInStage = bought ? inStage / Gap : double.NaN,
            DaysToTermEnd = TermEnd == int.MaxValue ? double.NaN : TermEnd - (double)day,
        };
    }

    /// <summary>The same evidence with A of its day.</summary>
    public readonly LifecycleEvidence WithAlive(in LifecycleEvidence without, int day) => without with { Alive = Alive(day) };

    private readonly double Alive(int day) => Purchases > 0 && Model is not null ? Model.ProbabilityAlive(Purchases - 1, Last - First, day - First) : double.NaN;
}
