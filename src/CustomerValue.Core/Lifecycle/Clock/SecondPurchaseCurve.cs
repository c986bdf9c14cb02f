using CustomerValue.Customers;
using CustomerValue.Customers.Summing;
using NodaTime;

namespace CustomerValue.Lifecycle.Clock;

/// <summary>
/// How long customers wait for their second purchase, by the estimate of Kaplan &amp; Meier (1958), with those who have not come back by the end of
/// observation as censored. Immutable and thread-safe.
/// </summary>
public sealed class SecondPurchaseCurve
{
    private readonly int[] days;
    private readonly double[] waiting;
    private readonly double[] error;

    private SecondPurchaseCurve(int[] days, double[] waiting, double[] error) => (this.days, this.waiting, this.error) = (days, waiting, error);

    /// <summary>Days on which somebody came back, rising.</summary>
    public ReadOnlySpan<int> Days => days;

    /// <summary>S: the part of customers who have not come back by each of <see cref="Days"/>, falling.</summary>
    public ReadOnlySpan<double> Waiting => waiting;

    /// <summary>The part who had not come back by the last of <see cref="Days"/>: as far as the data reach, those who never do.</summary>
    public double Never => waiting.Length == 0 ? 1 : waiting[waiting.Length - 1];

    /// <summary>Estimates the curve.</summary>
    /// <param name="wait">Days from the first purchase to the second, or to the end of observation; ≥ 0.</param>
    /// <param name="returned">Whether the second purchase was seen; as long as <paramref name="wait"/>.</param>
    public static SecondPurchaseCurve Estimate(ReadOnlySpan<int> wait, ReadOnlySpan<bool> returned)
    {
        if (returned.Length != wait.Length)
            throw new ArgumentException($"{returned.Length} marks for {wait.Length} waits; give one a customer.", nameof(returned));
        int[] order = wait.ToArray();
        bool[] came = returned.ToArray();
        Array.Sort(order, came);
        if (order.Length > 0 && order[0] < 0)
            throw new ArgumentOutOfRangeException(nameof(wait), order[0], "A wait is 0 days or more.");
        List<int> days = [];
        List<double> waiting = [], error = [];
        double survival = 1, greenwood = 0;
        for (int at = 0, next; at < order.Length; at = next)
        {
            int events = 0;
            for (next = at; next < order.Length && order[next] == order[at]; next++)
                events += came[next] ? 1 : 0;
            if (events == 0)
                continue;
            int atRisk = order.Length - at;
            survival *= (atRisk - events) / (double)atRisk;
            greenwood += events / ((double)atRisk * (atRisk - events));
            days.Add(order[at]);
            waiting.Add(survival);
            error.Add(survival > 0 ? Math.Sqrt(greenwood) : 0);
        }

        return new([.. days], [.. waiting], [.. error]);
    }

    /// <summary>Estimates the curve from purchases up to a day: who had not come back by then is censored.</summary>
    /// <param name="purchases">Days of purchase.</param>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="clock">The days that count towards a wait; null for all.</param>
    public static SecondPurchaseCurve Estimate(PurchaseCalendar purchases, LocalDate asOf, OpenDays? clock = null)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        int last = DayNumber.Of(asOf);
        List<int> wait = [];
        List<bool> returned = [];
        for (int row = 0; row < purchases.Count; row++)
        {
            ReadOnlySpan<int> bought = purchases.BoughtBy(row, last);
            if (bought.IsEmpty)
                continue;
            int end = bought.Length > 1 ? bought[1] : last;
            wait.Add(clock?.Between(bought[0], end) ?? end - bought[0]);
            returned.Add(bought.Length > 1);
        }

        return Estimate(wait.ToArray(), returned.ToArray());
    }

    /// <summary>S at some days after the first purchase: 1 before anybody came back.</summary>
    public double At(double day) => Place(day) is var place and >= 0 ? waiting[place] : 1;

    /// <summary>S₂: of those who ever come back, the part who wait longer than this, (S − S∞)/(1 − S∞); 0 where nobody comes back.</summary>
    /// <param name="day">Days after the first purchase.</param>
    public double StillToCome(double day) => Never >= 1 ? 0 : (At(day) - Never) / (1 - Never);

    /// <summary>An interval of S at some days, by Greenwood's variance on the log(−log) scale, so that it stays in [0, 1].</summary>
    /// <param name="day">Days after the first purchase.</param>
    /// <param name="z">The normal quantile, 1.96 for 95 %; ≥ 0.</param>
    public (double Low, double High) Interval(double day, double z)
    {
        int place = Place(day);
        double survival = place < 0 ? 1 : waiting[place];
        if (survival is <= 0 or >= 1)
            return (survival, survival);
        double log = Math.Log(survival), width = z * error[place] / Math.Abs(log);
        return (Math.Exp(log * Math.Exp(width)), Math.Exp(log * Math.Exp(-width)));
    }

    private int Place(double day)
    {
        int low = 0, high = days.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (days[middle] <= day)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
