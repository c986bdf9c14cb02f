namespace CustomerValue.Lifecycle.Clock;

/// <summary>How silence is measured: each customer's own expected gap, the curve of second purchases, and the days that count. Immutable.</summary>
public sealed record LifecycleClock
{
    /// <summary>What is expected of a gap before a customer's own are seen.</summary>
    public required GapPrior Prior { get; init; }

    /// <summary>Whether a customer's gaps count by their mean or, against outliers, by their median. Default: the mean.</summary>
    public GapKind Gaps { get; init; }

    /// <summary>How long customers wait for their second purchase; null where nothing is known of it: S₂ is then unknown.</summary>
    public SecondPurchaseCurve? SecondPurchase { get; init; }

    /// <summary>The days that count towards silence; null for all.</summary>
    public OpenDays? OpenDays { get; init; }

    /// <summary>Days that count from one day to a later one.</summary>
    internal int Days(int from, int to) => OpenDays?.Between(from, to) ?? to - from;

    /// <summary>The gap expected of a customer after the last of some purchases.</summary>
    /// <param name="purchaseDays">Days of purchase, rising, at least one.</param>
    internal double ExpectedGap(ReadOnlySpan<int> purchaseDays)
    {
        int repeats = purchaseDays.Length - 1;
        double span = Gaps == GapKind.Median && repeats > 0
            ? repeats * Median(purchaseDays)
            : Days(purchaseDays[0], purchaseDays[repeats]);
        return (Prior.Days + span) / (Prior.Shape + repeats);
    }

    private double Median(ReadOnlySpan<int> purchaseDays)
    {
        int[] gaps = new int[purchaseDays.Length - 1];
        for (int i = 0; i < gaps.Length; i++)
            gaps[i] = Days(purchaseDays[i], purchaseDays[i + 1]);
        Array.Sort(gaps);
        return (gaps[(gaps.Length - 1) / 2] + gaps[gaps.Length / 2]) / 2.0;
    }
}
