using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue;

/// <content>Numbers of purchases in columns: how probable those that were made are, and how widely they spread.</content>
public abstract partial class PurchaseModel
{
    /// <summary>A count is summed over until this much of its probability is left.</summary>
    private const double NegligibleTail = 1e-13;

    /// <summary>Probability of every customer to make exactly so many purchases in (T, T + <paramref name="horizon"/>].</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="purchases">One number ≥ 0 a row.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="probabilities">One number in [0, 1] a row, written.</param>
    public void ProbabilitiesOfPurchases(SummaryColumns columns, ReadOnlySpan<int> purchases, double horizon, Span<double> probabilities)
    {
        Horizon(horizon);
        ProbabilityAlive(columns, probabilities);
        ColumnCheck.Length(columns, purchases.Length);
        using HistoryMemo memo = new(columns.Count);
        for (int row = 0; row < columns.Count; row++)
        {
            int n = Count(purchases[row]);
            int frequency = columns.Frequency[row];
            double age = columns.Age[row];
            double ifAlive;
            // Where recency has no part in it, its place in the memo is free for the number of purchases.
            if (RecencyMatters || GapsMatter)
                ifAlive = ProbabilityOfPurchasesIfAlive(n, columns[row], horizon);
            else if (!memo.TryGet(frequency, n, age, out int slot, out ifAlive))
                memo.Keep(slot, frequency, n, age, ifAlive = ProbabilityOfPurchasesIfAlive(n, columns[row], horizon));
            double alive = probabilities[row];
            probabilities[row] = n == 0 ? 1 - alive + (alive * ifAlive) : alive * ifAlive;
        }
    }

    /// <summary>Variance of every customer's purchases in (T, T + <paramref name="horizon"/>].</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="variances">One number ≥ 0 a row, written.</param>
    public void PurchaseVariances(SummaryColumns columns, double horizon, Span<double> variances)
    {
        Horizon(horizon);
        ProbabilityAlive(columns, variances);
        TimesIfAlive(columns, variances, customer => SecondMomentIfAlive(customer, horizon));
        double[] expected = new double[columns.Count];
        ExpectedPurchases(columns, horizon, expected);
        for (int row = 0; row < expected.Length; row++)
            variances[row] = Math.Max(0, variances[row] - (expected[row] * expected[row]));
    }

    /// <summary>Whether rows of equal frequency and age, but another recency, differ in what they do if alive.</summary>
    internal bool DependsOnRecency => RecencyMatters;

    /// <summary>Whether rows that differ in the logs of their gaps alone differ in what they do.</summary>
    internal bool DependsOnGaps => GapsMatter;

    /// <summary>P(N = 0) in (T, T + horizon] of a customer who is alive at T.</summary>
    internal double NoneIfAlive(PurchaseSummary customer, double horizon) => ProbabilityOfPurchasesIfAlive(0, customer, horizon);

    /// <summary>P(N = n) for n = 0, 1, … in (T, T + horizon] of a customer who is alive at T, until <paramref name="tail"/> of the probability is left.</summary>
    internal double[] CountsIfAlive(PurchaseSummary customer, double horizon, double tail)
    {
        double[] counts = new double[PurchaseQuantileIfAlive(customer, horizon, 1 - tail) + 1];
        for (int n = 0; n < counts.Length; n++)
            counts[n] = ProbabilityOfPurchasesIfAlive(n, customer, horizon);
        return counts;
    }

    /// <summary>E[N²] of a customer who is alive, by summation.</summary>
    private double SecondMomentIfAlive(PurchaseSummary customer, double horizon)
    {
        double sum = 0;
        double left = 1;
        int last = PurchaseQuantileIfAlive(customer, horizon, 1 - NegligibleTail);
        for (int n = 0; n <= last && left > NegligibleTail; n++)
        {
            double probability = ProbabilityOfPurchasesIfAlive(n, customer, horizon);
            sum += (double)n * n * probability;
            left -= probability;
        }

        return sum;
    }
}
