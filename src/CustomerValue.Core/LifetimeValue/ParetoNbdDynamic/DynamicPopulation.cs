namespace CustomerValue.LifetimeValue.ParetoNbdDynamic;

/// <summary>
/// Distinct histories over paths whose covariates were brought to mean 0 and deviation 1 over the time observed, so that a trend far from 0,
/// or a price in cents, is as easy to fit as any. Ordered, so that the order of the rows never shows.
/// </summary>
internal sealed class DynamicPopulation
{
    public required DynamicCustomer[] Customers { get; init; }

    public required PathRuns[] Paths { get; init; }

    public required int PurchaseEffects { get; init; }

    public required int DropoutEffects { get; init; }

    /// <summary>Standardised sums of the purchase covariates, row by row of the histories.</summary>
    public required double[] Sums { get; init; }

    /// <summary>Sum of the weights.</summary>
    public double Weight => Customers.Sum(customer => customer.Weight);

    /// <summary>The histories as they are given, with a column of weights or null.</summary>
    public static DynamicPopulation Of(CovariateHistories histories, int[] purchase, int[] dropout, IReadOnlyList<double>? weights, CovariateScales scales)
    {
        PathRuns[] paths = Enumerable.Range(0, histories.Paths.Count).Select(path => PathRuns.Of(histories.Paths, path, purchase, dropout)).ToArray();
        foreach (PathRuns runs in paths)
        {
            scales.Apply(runs.Purchase, purchase);
            scales.Apply(runs.Dropout, dropout);
        }

        double[] sums = new double[histories.Count * purchase.Length];
        for (int row = 0; row < histories.Count; row++)
        {
            for (int i = 0; i < purchase.Length; i++)
                sums[(row * purchase.Length) + i] = (histories.Sums(row)[purchase[i]] - (histories.Columns.Frequency[row] * scales.Mean[purchase[i]])) / scales.Deviation[purchase[i]];
        }

        List<DynamicCustomer> customers = [];
        for (int row = 0; row < histories.Count; row++)
        {
            double weight = weights is null ? 1 : weights[row];
            if (weight > 0)
            {
                int path = histories.PathOf(row);
                int run = Array.BinarySearch(paths[path].Ends, histories.Start[row]);
                customers.Add(new DynamicCustomer
                {
                    Path = path,
                    FirstRun = Math.Min(run < 0 ? ~run : run + 1, paths[path].Ends.Length - 1),
                    Frequency = histories.Columns.Frequency[row],
                    Start = histories.Start[row],
                    Recency = histories.Columns.Recency[row],
                    Age = histories.Columns.Age[row],
                    Weight = weight,
                    Row = row,
                });
            }
        }

        int width = purchase.Length;
        customers.Sort(Compare);
        return new() { Customers = Merge(customers, Compare), Paths = paths, PurchaseEffects = width, DropoutEffects = dropout.Length, Sums = sums };

        int Compare(DynamicCustomer left, DynamicCustomer right)
        {
            int order = left.Path.CompareTo(right.Path);
            order = order != 0 ? order : left.Frequency.CompareTo(right.Frequency);
            order = order != 0 ? order : left.Start.CompareTo(right.Start);
            order = order != 0 ? order : left.Age.CompareTo(right.Age);
            order = order != 0 ? order : left.Recency.CompareTo(right.Recency);
            for (int i = 0; i < width && order == 0; i++)
                order = sums[(left.Row * width) + i].CompareTo(sums[(right.Row * width) + i]);
            return order;
        }
    }

    /// <summary>Equal neighbours as one with their weights.</summary>
    private static DynamicCustomer[] Merge(List<DynamicCustomer> ordered, Comparison<DynamicCustomer> compare)
    {
        List<DynamicCustomer> distinct = [];
        foreach (DynamicCustomer customer in ordered)
        {
            if (distinct.Count > 0 && compare(distinct[distinct.Count - 1], customer) == 0)
                distinct[distinct.Count - 1] = customer with { Weight = customer.Weight + distinct[distinct.Count - 1].Weight };
            else
                distinct.Add(customer);
        }

        return [.. distinct];
    }
}
