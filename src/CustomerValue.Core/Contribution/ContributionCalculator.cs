using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Contribution;

/// <summary>
/// Contribution as a share of what all gave: profit where costs are known, else revenue, in the window of the summaries.
/// Levels are high, middle or low by <see cref="ContributionOptions"/>; by shares, who gives nothing or less is low, and all are where the total is not positive.
/// </summary>
public sealed class ContributionCalculator : IContributionCalculator
{
    private readonly ContributionOptions options;

    /// <summary>Makes the calculator.</summary>
    /// <param name="options">Where levels begin; null for 80 % and 95 %.</param>
    /// <exception cref="DataRejectedException">The options are invalid; lists every problem.</exception>
    public ContributionCalculator(ContributionOptions? options = null)
    {
        this.options = options ?? new ContributionOptions();
        if (this.options.Validate() is { Count: > 0 } problems)
            throw new DataRejectedException(problems);
    }

    /// <inheritdoc/>
    public string Name => "share";

    /// <inheritdoc/>
    public ContributionTable Calculate(CustomerBase customers)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        PurchaseSummaries purchases = customers.Purchases;
        decimal[] revenue = new decimal[customers.Count];
        purchases.Revenue.CopyTo(revenue);
        decimal[]? profit = purchases.HasCost ? Profit(revenue, purchases.Cost) : null;

        decimal[] value = profit ?? revenue;
        int[] rows = ContributionOrder.Descending(value);
        decimal[] descending = Array.ConvertAll(rows, row => value[row]);
        double[] share = new double[rows.Length], cumulativeShare = new double[rows.Length];
        int[] rank = new int[rows.Length];
        ContributionLevel[] level = new ContributionLevel[rows.Length];
        decimal total = descending.Sum(), before = 0;
        decimal highLimit = (decimal)options.HighShare * total, middleLimit = (decimal)options.MiddleShare * total;
        for (int first = 0, next; first < rows.Length; first = next)
        {
            decimal each = descending[first], sum = before;
            for (next = first; next < rows.Length && descending[next] == each; next++)
                sum += each;
            double part = Part(each, total), cumulative = Part(sum, total);
            ContributionLevel common = Level(each, before, highLimit, middleLimit);
            foreach (int row in rows.AsSpan(first, next - first))
                (share[row], cumulativeShare[row], rank[row], level[row]) = (part, cumulative, first + 1, common);
            before = sum;
        }

        return new ContributionTable(purchases.Window, purchases.Currency, revenue, profit, share, rank, cumulativeShare, level, Gini(descending));
    }

    private static decimal[] Profit(decimal[] revenue, ReadOnlySpan<decimal> cost)
    {
        decimal[] profit = (decimal[])revenue.Clone();
        for (int row = 0; row < cost.Length; row++)
            profit[row] -= cost[row];
        return profit;
    }

    private static double Part(decimal value, decimal total) => total > 0 ? (double)value / (double)total : 0;

    private ContributionLevel Level(decimal value, decimal before, decimal highLimit, decimal middleLimit)
    {
        if (options.HighFrom is decimal high && options.MiddleFrom is decimal middle)
            return value >= high ? ContributionLevel.High : value >= middle ? ContributionLevel.Middle : ContributionLevel.Low;
        return value <= 0 || before >= middleLimit ? ContributionLevel.Low : before < highLimit ? ContributionLevel.High : ContributionLevel.Middle;
    }

    /// <summary>Mean absolute difference of all pairs over twice the mean, as a sum of gaps between neighbours: no term is negative, so nothing cancels.</summary>
    private static double Gini(decimal[] descending)
    {
        double sum = 0, gaps = 0;
        for (int i = 0; i < descending.Length; i++)
        {
            double value = Math.Max((double)descending[i], 0), next = i + 1 < descending.Length ? Math.Max((double)descending[i + 1], 0) : value;
            sum += value;
            gaps += (i + 1.0) * (descending.Length - i - 1.0) * (value - next);
        }

        return sum > 0 ? gaps / (descending.Length * sum) : 0;
    }
}
