using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>
/// What a place among the recommendations is worth: the chance that the product at rank r is bought within a year. A model is fitted to the lines
/// before a cut; of the n_r customers who then have an r-th recommendation, k_r buy it from the cut on. Each rank begins as m customers at the share
/// of all ranks, p₀ = (Σk + ½)/(Σn + 1); shares that rise with the rank are pooled until none does; an interval is that of
/// Beta(k + m·p₀, n − k + m·(1 − p₀)), of pooled ranks with the mean of their counts, for their customers are the same. A share p in a span of L
/// years is 1 − (1 − p)^(1/L) a year. Immutable and thread-safe.
/// Source of the pooling: Ayer, Brunk, Ewing, Reid &amp; Silverman (1955), "An empirical distribution function for sampling with incomplete information".
/// </summary>
public sealed class RankCalibration
{
    private readonly int[] recommended;
    private readonly int[] bought;
    private readonly double[] perYear;
    private readonly double[] low;
    private readonly double[] high;

    private RankCalibration(int[] recommended, int[] bought, double years, RankCalibrationOptions options)
    {
        (this.recommended, this.bought, Years, IntervalLevel) = (recommended, bought, years, options.IntervalLevel);
        (perYear, low, high) = (new double[bought.Length], new double[bought.Length], new double[bought.Length]);
        double prior = (bought.Sum(each => (double)each) + 0.5) / (recommended.Sum(each => (double)each) + 1);
        foreach ((int first, int count, double won, double all) in FallingShares.Of(bought, recommended, prior, options.PriorCustomers))
        {
            double a = won / count, b = (all - won) / count, tail = (1 - options.IntervalLevel) / 2;
            (double share, double least, double most) = (AYear(won / all), AYear(BetaQuantile.Of(a, b, tail)), AYear(BetaQuantile.Of(a, b, 1 - tail)));
            for (int rank = first; rank < first + count; rank++)
                (perYear[rank], low[rank], high[rank]) = (share, Math.Min(share, least), Math.Max(share, most));
        }
    }

    /// <summary>The name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Lines before this day were learnt from; those from it on say what was bought.</summary>
    public required LocalDate Cut { get; init; }

    /// <summary>L, how long the span from the cut on lasts; &gt; 0.</summary>
    public double Years { get; }

    /// <summary>How much of the uncertainty an interval covers, in (0, 1).</summary>
    public double IntervalLevel { get; }

    /// <summary>n_r: customers with a recommendation of this rank, the first rank first.</summary>
    public ReadOnlySpan<int> Recommended => recommended;

    /// <summary>k_r: those who bought it within the span.</summary>
    public ReadOnlySpan<int> Bought => bought;

    /// <summary>The chance to buy the product of each rank within a year, in (0, 1); never rising.</summary>
    public ReadOnlySpan<double> PerYear => perYear;

    /// <summary>Lower ends of the intervals of <see cref="PerYear"/>.</summary>
    public ReadOnlySpan<double> PerYearLow => low;

    /// <summary>Upper ends of the intervals of <see cref="PerYear"/>.</summary>
    public ReadOnlySpan<double> PerYearHigh => high;

    /// <summary>Learns what the ranks of a model's recommendations are worth.</summary>
    /// <param name="purchases">All lines; read twice.</param>
    /// <param name="cut">The first day of the span.</param>
    /// <param name="estimator">Fits the model to the lines before the cut.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Options or lines are invalid, nothing was bought before the cut, or the last day is before it.</exception>
    public static RankCalibration Of(IReadOnlyList<Purchase> purchases, LocalDate cut, IRecommenderEstimator estimator, RankCalibrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (estimator is null)
            throw new ArgumentNullException(nameof(estimator));
        options ??= new RankCalibrationOptions();
        if (options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
        Interactions before = History.Known(Interactions.Of(purchases, cut));
        LocalDate last = options.Through ?? purchases.Max(purchase => purchase.Date);
        if (last < cut)
            throw new DataRejectedException(new DataProblem { Field = nameof(cut), Value = cut.ToString("uuuu-MM-dd", null), Message = $"is after the last day, {last.ToString("uuuu-MM-dd", null)}; take a day in the middle of the data." });
        Interactions after = Interactions.Of(purchases.Where(purchase => purchase.Date >= cut && purchase.Date <= last));
        IRecommender model = estimator.Fit(before, cancellationToken);
        TopProductsTable top = TopProducts.ForAll(model, before, new TopProductsOptions { Count = options.Ranks }, cancellationToken);

        int[] recommended = new int[options.Ranks], bought = new int[options.Ranks];
        HashSet<string> products = new(StringComparer.Ordinal);
        for (int customer = 0; customer < top.Count; customer++)
        {
            products.Clear();
            int row = after.RowOf(before.Customers[customer]);
            if (row >= 0)
            {
                foreach (int product in after.ProductsOf(row))
                    products.Add(after.Products[product]);
            }

            ReadOnlySpan<int> ranked = top.ProductsOf(customer);
            for (int rank = 0; rank < ranked.Length; rank++)
            {
                recommended[rank]++;
                if (products.Count > 0 && products.Contains(before.Products[ranked[rank]]))
                    bought[rank]++;
            }
        }

        double years = (Period.DaysBetween(cut, last) + 1) / TimeUnits.DaysPerYear;
        return new RankCalibration(recommended, bought, years, options) { Model = estimator.Name, Cut = cut };
    }

    private double AYear(double share) => -SpecialFunctions.Expm1(SpecialFunctions.Log1P(-share) / Years);
}
