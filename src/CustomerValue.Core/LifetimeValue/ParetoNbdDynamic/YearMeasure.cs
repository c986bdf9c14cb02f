using MathNet.Numerics.Integration;

namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// One year that repeats: ∫ p(τ) e^(−δτ) f(D(τ)) dτ over it for any smooth f, as a sum over twelve nodes in D. The weights integrate the
/// polynomial through the nodes exactly against the year's intensities, so that far ahead a year costs twelve values instead of one a period.
/// </summary>
internal sealed class YearMeasure
{
    private const int Count = 12;

    private static readonly double[] Nodes = new GaussLegendreRule(0, 1, Count).Abscissas;
    private static readonly double[] Barycentric = Nodes.Select((node, i) => 1 / Nodes.Where((_, j) => j != i).Aggregate(1.0, (product, other) => product * (node - other))).ToArray();
    private static readonly GaussLegendreRule Fine = new(0, 1, 8);

    private readonly double[] weights = new double[Count];

    private readonly double discount;

    /// <summary>Measures the year that repeats from where the walk is on, at the beginning of one.</summary>
    public YearMeasure(RateWalk walk, double delta)
    {
        double begin = walk.Time;
        double end = begin + walk.Year;
        discount = Math.Exp(-delta * walk.Year);
        for (RateWalk first = walk; first.Time < end; first.MoveTo(Math.Min(end, first.Until)))
            Exposure += (Math.Min(end, first.Until) - first.Time) * first.Dropout;
        double d = 0;
        for (RateWalk second = walk; second.Time < end;)
        {
            double until = Math.Min(end, second.Until);
            double width = until - second.Time;
            for (int i = 0; i < Fine.Abscissas.Length; i++)
            {
                double u = width * Fine.Abscissas[i];
                Spread((d + (u * second.Dropout)) / Exposure, Fine.Weights[i] * width * second.Purchase * Math.Exp(-delta * (second.Time + u - begin)));
            }

            d += width * second.Dropout;
            second.MoveTo(until);
        }
    }

    /// <summary>D over the year.</summary>
    private double Exposure { get; }

    /// <summary>
    /// Whether twelve nodes are enough for (1 + D/rate)^−shape from here on: their error is below ((shape + 12)·D/rate)¹²·3e-16. And whether
    /// the eight of each run were enough for the discounting within it.
    /// </summary>
    public bool Suffices(double shape, double rate) => Exposure > 0 && (shape + Count) * Exposure <= 1.5 * rate && discount >= 0.02;

    /// <summary>All years from here on, as e^(−δτ) and S are 1 here and (β + D) is <paramref name="rate"/>; until what is left is below <paramref name="negligible"/> of what was <paramref name="before"/> and is found.</summary>
    public double Forever(double shape, double rate, double before, double negligible)
    {
        double sum = 0;
        double weight = 1;
        double d = 0;
        double discounted = 1;
        while (weight > negligible * (before + sum))
        {
            double year = 0;
            for (int i = 0; i < Count; i++)
                year += weights[i] * Math.Exp(-shape * Numerics.SpecialFunctions.Log1P((d + (Exposure * Nodes[i])) / rate));
            sum += discounted * year;
            d += Exposure;
            discounted *= discount;
            weight = discounted * Math.Exp(-shape * Numerics.SpecialFunctions.Log1P(d / rate));
        }

        return sum;
    }

    /// <summary>Gives a mass at x in [0, 1] to the nodes.</summary>
    private void Spread(double x, double mass)
    {
        double total = 0;
        for (int i = 0; i < Count; i++)
        {
            if (x == Nodes[i])
            {
                weights[i] += mass;
                return;
            }

            total += Barycentric[i] / (x - Nodes[i]);
        }

        for (int i = 0; i < Count; i++)
            weights[i] += mass * (Barycentric[i] / (x - Nodes[i])) / total;
    }
}
