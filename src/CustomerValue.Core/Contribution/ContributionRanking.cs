using CustomerValue.Customers;

namespace CustomerValue.Contribution;

/// <summary>Puts contributions in order and shares out their total.</summary>
internal static class ContributionRanking
{
    /// <summary>The table of what every row gave: net where parts are known, else profit, else revenue.</summary>
    public static ContributionTable Of(CustomerBase customers, ContributionOptions options, decimal[] revenue, decimal[]? profit, decimal[]? net = null, ContributionPart[]? parts = null)
    {
        decimal[] value = net ?? profit ?? revenue;
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
            ContributionLevel common = Level(options, each, before, highLimit, middleLimit);
            foreach (int row in rows.AsSpan(first, next - first))
                (share[row], cumulativeShare[row], rank[row], level[row]) = (part, cumulative, first + 1, common);
            before = sum;
        }

        PurchaseSummaries purchases = customers.Purchases;
        double gini = Gini(Array.FindAll(rows, row => row < customers.Buyers), value);
        return new ContributionTable(purchases.Window, purchases.Currency, revenue, profit, share, rank, cumulativeShare, level, gini, customers.Buyers, net, parts);
    }

    /// <summary>Revenue less cost; null where costs are unknown.</summary>
    public static decimal[]? Profit(PurchaseSummaries purchases, decimal[] revenue)
    {
        if (!purchases.HasCost)
            return null;
        decimal[] profit = (decimal[])revenue.Clone();
        for (int row = 0; row < purchases.Cost.Length; row++)
            profit[row] -= purchases.Cost[row];
        return profit;
    }

    private static double Part(decimal value, decimal total) => total > 0 ? (double)value / (double)total : 0;

    private static ContributionLevel Level(ContributionOptions options, decimal value, decimal before, decimal highLimit, decimal middleLimit)
    {
        if (options.HighFrom is decimal high && options.MiddleFrom is decimal middle)
            return value >= high ? ContributionLevel.High : value >= middle ? ContributionLevel.Middle : ContributionLevel.Low;
        return value <= 0 || before >= middleLimit ? ContributionLevel.Low : before < highLimit ? ContributionLevel.High : ContributionLevel.Middle;
    }

    /// <summary>Mean absolute difference of all pairs over twice the mean, as a sum of gaps between neighbours: no term is negative, so nothing cancels.</summary>
    private static double Gini(int[] rows, decimal[] values)
    {
        decimal[] descending = Array.ConvertAll(rows, row => values[row]);
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
