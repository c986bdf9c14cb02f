using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>
/// How what a customer will spend scatters at known parameters: how often the customer buys, what the customer's own mean is, and what
/// single purchases are worth. The number of purchases is summed over exactly; the amounts of each number are tabulated over ratios to
/// the expected spend, so that quantiles agree with the exact ones to 0.2 %.
/// </summary>
public static class SpendOutcomes
{
    /// <summary>Counts are summed over until this part of the probability outside the interval is left.</summary>
    private const double NegligiblePart = 5e-4;

    /// <summary>The interval of every customer's undiscounted spend in (T, T + <paramref name="horizon"/>].</summary>
    /// <param name="model">When customers buy.</param>
    /// <param name="spend">What purchases are worth; where it is null or doesn't say how they scatter, every purchase counts as the expected one.</param>
    /// <param name="columns">The customers.</param>
    /// <param name="expectedSpend">What a purchase of each customer is expected to bring; a customer whose is below 0 gets the ends the other way round.</param>
    /// <param name="horizon">Finite and ≥ 0, in the model's unit.</param>
    /// <param name="level">How much of the outcomes an interval covers, in (0, 1).</param>
    /// <param name="low">Lower ends, written.</param>
    /// <param name="high">Upper ends, written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static void Intervals(PurchaseModel model, SpendModel? spend, SummaryColumns columns, ReadOnlySpan<double> expectedSpend, double horizon, double level, Span<double> low, Span<double> high, CancellationToken cancellationToken = default)
    {
        if (model is null)
            throw new ArgumentNullException(nameof(model));
        ColumnCheck.Length(columns, expectedSpend.Length);
        ColumnCheck.Length(columns, low.Length);
        ColumnCheck.Length(columns, high.Length);
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "An interval covers a part in (0, 1); 0.9 is usual.");
        double[] alive = new double[columns.Count];
        model.ProbabilityAlive(columns, alive);
        (double[] from, double[] to) = (new double[columns.Count], new double[columns.Count]);
        TotalTables tables = new(spend);
        int[][] groups = Groups(columns, model.DependsOnRecency, model.DependsOnGaps);
        // Whoever shares a history differs only in the chance to be alive: one mixture serves all of them.
        Partitions.For(
            groups.Length,
            Partitions.Workers,
            (_, part) =>
            {
                PurchaseSummary customer = columns[groups[part][0]];
                double none = model.NoneIfAlive(customer, horizon);
                TotalMixture? mixture = null;
                foreach (int row in groups[part])
                {
                    // Nothing is as probable as that: most customers who are gone need no more.
                    if (1 - (alive[row] * (1 - none)) >= (1 + level) / 2)
                        continue;
                    mixture ??= new(model.CountsIfAlive(customer, horizon, NegligiblePart * (1 - level)), customer.Frequency, tables);
                    from[row] = mixture.Quantile(alive[row], (1 - level) / 2);
                    to[row] = mixture.Quantile(alive[row], (1 + level) / 2);
                }
            },
            cancellationToken);
        for (int row = 0; row < from.Length; row++)
        {
            low[row] = expectedSpend[row] * from[row];
            high[row] = expectedSpend[row] * to[row];
        }
    }

    private static int[][] Groups(SummaryColumns columns, bool byRecency, bool byGaps)
    {
        Dictionary<(int, double, double, double), List<int>> groups = [];
        for (int row = 0; row < columns.Count; row++)
        {
            (int, double, double, double) key = (columns.Frequency[row], byRecency ? columns.Recency[row] : 0, columns.Age[row], byGaps && !columns.LogGaps.IsEmpty ? columns.LogGaps[row] : 0);
            if (!groups.TryGetValue(key, out List<int>? rows))
                groups.Add(key, rows = []);
            rows.Add(row);
        }

        return [.. groups.Values.Select(rows => rows.ToArray())];
    }
}
