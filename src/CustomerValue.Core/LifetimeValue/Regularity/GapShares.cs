using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.Regularity;

/// <summary>The conditional likelihood of gaps given their sum: all it needs is how many customers have x gaps, and one sum over customers.</summary>
internal sealed class GapShares
{
    /// <summary>A k beyond this can't be told from perfect regularity.</summary>
    private const double LargestK = 1e6;

    private readonly SortedDictionary<int, int> customersOf = [];

    /// <summary>Σ [Σ ln(gap) − x ln(t_x/x)] ≤ 0, and 0 where the gaps of every customer are alike.</summary>
    private readonly double spread;

    private readonly int customers;

    public GapShares(SummaryColumns columns)
    {
        double lost = 0;
        for (int row = 0; row < columns.LogGaps.Length; row++)
        {
            int x = columns.Frequency[row];
            if (x < 2 || double.IsNaN(columns.LogGaps[row]))
                continue;
            customersOf[x] = (customersOf.TryGetValue(x, out int others) ? others : 0) + 1;
            customers++;
            // Compensated, so that the order of customers doesn't show.
            double term = columns.LogGaps[row] - (x * Math.Log(columns.Recency[row] / x));
            double next = spread + term;
            lost += Math.Abs(spread) >= Math.Abs(term) ? spread - next + term : term - next + spread;
            spread = next;
        }

        spread += lost;
    }

    public RegularityEstimate? Estimate()
    {
        if (customers == 0)
            return null;
        if (Slope(LargestK) >= 0)
            return new RegularityEstimate { Regularity = double.PositiveInfinity, WholeRegularity = Stages.Most, Customers = customers, LikelihoodRatio = double.PositiveInfinity, PValue = 0 };
        double low = -16;
        double high = Math.Log(LargestK);
        for (int halving = 0; halving < 60; halving++)
        {
            double middle = (low + high) / 2;
            if (Slope(Math.Exp(middle)) > 0)
                low = middle;
            else
                high = middle;
        }

        double k = Math.Exp((low + high) / 2);
        double ratio = Math.Max(0, 2 * (Value(k) - Value(1)));
        int below = (int)Math.Min(Stages.Most, Math.Max(1, Math.Floor(k)));
        int above = Math.Min(Stages.Most, below + 1);
        return new RegularityEstimate
        {
            Regularity = k,
            StandardError = 1 / Math.Sqrt(Information(k)),
            WholeRegularity = Value(above) > Value(below) ? above : below,
            Customers = customers,
            LikelihoodRatio = ratio,
            PValue = MathNet.Numerics.SpecialFunctions.Erfc(Math.Sqrt(ratio / 2)),
        };
    }

    private double Value(double k)
    {
        double sum = (k - 1) * spread;
        foreach (KeyValuePair<int, int> group in customersOf)
        {
            int x = group.Key;
            sum += group.Value * (SpecialFunctions.LogGamma(x * k) - (x * SpecialFunctions.LogGamma(k)) - ((k - 1) * x * Math.Log(x)));
        }

        return sum;
    }

    /// <summary>d/dk: Σ x[ψ(xk) − ψ(k) − ln x] + spread, in differences from the logarithm, which don't cancel for large k.</summary>
    private double Slope(double k)
    {
        double sum = spread;
        double own = BelowLog(k);
        foreach (KeyValuePair<int, int> group in customersOf)
            sum += (double)group.Value * group.Key * (BelowLog(group.Key * k) - own);
        return sum;
    }

    private double Information(double k)
    {
        double sum = 0;
        double own = SpecialFunctions.Trigamma(k);
        foreach (KeyValuePair<int, int> group in customersOf)
            sum += (double)group.Value * group.Key * (own - (group.Key * SpecialFunctions.Trigamma(group.Key * k)));
        return sum;
    }

    /// <summary>ψ(z) − ln z.</summary>
    private static double BelowLog(double z)
    {
        if (z < 16)
            return SpecialFunctions.Digamma(z) - Math.Log(z);
        double square = 1 / (z * z);
        return (-0.5 / z) - (square * ((1.0 / 12) - (square * ((1.0 / 120) - (square * ((1.0 / 252) - (square / 240)))))));
    }
}
