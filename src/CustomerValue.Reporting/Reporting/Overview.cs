using CustomerValue.Appraisal;

namespace CustomerValue.Reporting;

/// <summary>Totals of an appraisal, summed up in one pass over its columns.</summary>
internal sealed class Overview
{
    private readonly double[] contributions;
    private readonly double[] values;

    public Overview(CustomerAppraisal appraisal)
    {
        Buyers = appraisal.Customers.Buyers;
        ReadOnlySpan<int> frequency = appraisal.Customers.Purchases.Columns.Frequency;
        ReadOnlySpan<decimal> revenue = appraisal.Contribution.Revenue;
        for (int row = 0; row < Buyers; row++)
        {
            Alive += appraisal.ProbabilityAlive[row];
            ExpectedPurchases += appraisal.ExpectedPurchases[row];
            if (frequency[row] == 0)
                continue;
            Repeaters++;
            RepeatersRevenue += revenue[row];
        }

        foreach (decimal amount in revenue)
            Revenue += amount;
        contributions = Descending(appraisal.Contribution.Value[..Buyers]);
        values = appraisal.LifetimeValue.ToArray();
        Array.Sort(values);
        Array.Reverse(values);
        Contribution = contributions.Sum();
        Value = values.Sum();
    }

    /// <summary>Customers who bought.</summary>
    public int Buyers { get; }

    /// <summary>Customers who bought more than once.</summary>
    public int Repeaters { get; }

    /// <summary>Revenue less refunds, of all customers.</summary>
    public decimal Revenue { get; }

    /// <summary>Revenue of those who bought more than once.</summary>
    public decimal RepeatersRevenue { get; }

    /// <summary>Profit where costs are known, else revenue, of those who bought.</summary>
    public double Contribution { get; }

    /// <summary>Expected number of customers who are still customers: the sum of the probabilities.</summary>
    public double Alive { get; }

    /// <summary>Purchases expected in the horizon.</summary>
    public double ExpectedPurchases { get; }

    /// <summary>Lifetime value of all; 0 where spend is unknown.</summary>
    public double Value { get; }

    /// <summary>Whether value is known in money.</summary>
    public bool HasValue => values.Length > 0;

    /// <summary>The part of the contribution that the top <paramref name="part"/> of the buyers gave.</summary>
    public double ContributionOfTop(double part) => OfTop(contributions, part, Contribution);

    /// <summary>The part of the value that the top <paramref name="part"/> of the buyers hold.</summary>
    public double ValueOfTop(double part) => OfTop(values, part, Value);

    /// <summary>The value that the part <paramref name="below"/> of the buyers stay below.</summary>
    public double ValueQuantile(double below) => values[Math.Clamp((int)((1 - below) * values.Length), 0, values.Length - 1)];

    private static double OfTop(double[] descending, double part, double total)
    {
        double sum = 0;
        int count = (int)Math.Ceiling(part * descending.Length);
        for (int i = 0; i < count; i++)
            sum += descending[i];
        return total > 0 ? sum / total : 0;
    }

    private static double[] Descending(ReadOnlySpan<decimal> amounts)
    {
        double[] sorted = new double[amounts.Length];
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = (double)amounts[i];
        Array.Sort(sorted);
        Array.Reverse(sorted);
        return sorted;
    }
}
