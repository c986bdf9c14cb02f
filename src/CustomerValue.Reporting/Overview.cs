using CustomerValue.Appraisal;
using CustomerValue.Contribution;

namespace CustomerValue.Reporting;

/// <summary>Totals of an appraisal, summed up in one pass over its columns.</summary>
internal sealed class Overview
{
    private readonly IReadOnlyList<ParetoPoint> pareto;
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
        Contribution = (double)appraisal.Contribution.Total;
        pareto = appraisal.Contribution.ParetoCurve(101);
        values = appraisal.LifetimeValue.ToArray();
        Array.Sort(values);
        Array.Reverse(values);
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

    /// <summary>Net contribution where it was counted, else profit where costs are known, else revenue, of all customers.</summary>
    public double Contribution { get; }

    /// <summary>Expected number of customers who are still customers: the sum of the probabilities.</summary>
    public double Alive { get; }

    /// <summary>Purchases expected in the horizon.</summary>
    public double ExpectedPurchases { get; }

    /// <summary>Lifetime value of all; 0 where spend is unknown.</summary>
    public double Value { get; }

    /// <summary>Whether value is known in money.</summary>
    public bool HasValue => values.Length > 0;

    /// <summary>The part of the contribution that the top <paramref name="percent"/> of the customers gave, for 0 to 100.</summary>
    public double ContributionOfTop(int percent) => pareto[percent].Value;

    /// <summary>The part of the value that the top <paramref name="percent"/> of the buyers hold.</summary>
    public double ValueOfTop(int percent)
    {
        int count = (int)Math.Ceiling(percent / 100.0 * values.Length);
        return Value > 0 ? values.Take(count).Sum() / Value : 0;
    }

    /// <summary>The value that the part <paramref name="below"/> of the buyers stay below.</summary>
    public double ValueQuantile(double below) => values[Math.Clamp((int)((1 - below) * values.Length), 0, values.Length - 1)];
}
