using System.Buffers;
using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue;

/// <content>The same numbers for columns. Nothing is allocated per customer; single and columnar scores agree to 1e-11.</content>
public abstract partial class PurchaseModel
{
    /// <summary>Log-likelihood of every history.</summary>
    public void LogLikelihood(SummaryColumns columns, Span<double> logLikelihood)
    {
        Check(columns, logLikelihood.Length);
        using HistoryMemo memo = new(columns.Count);
        for (int row = 0; row < columns.Count; row++)
        {
            PurchaseSummary customer = columns[row];
            // Gaps have a part in likelihoods of models where they say nothing of what is to come.
            if (customer.LogGaps is not null)
                logLikelihood[row] = LogLikelihood(customer);
            else if (!memo.TryGet(customer.Frequency, customer.Recency, customer.Age, out int slot, out logLikelihood[row]))
                memo.Keep(slot, customer.Frequency, customer.Recency, customer.Age, logLikelihood[row] = LogLikelihood(customer));
        }
    }

    /// <summary>Probability alive of every customer.</summary>
    public void ProbabilityAlive(SummaryColumns columns, Span<double> alive)
    {
        Check(columns, alive.Length);
        ScoreProbabilityAlive(columns, alive);
    }

    /// <summary>Probability of every customer to be alive at T + <paramref name="horizon"/>.</summary>
    public void ProbabilityAlive(SummaryColumns columns, double horizon, Span<double> alive)
    {
        Horizon(horizon);
        ProbabilityAlive(columns, alive);
        TimesIfAlive(columns, alive, customer => SurvivalIfAlive(customer, horizon));
    }

    /// <summary>Expected purchases of every customer in (T, T + <paramref name="horizon"/>].</summary>
    public void ExpectedPurchases(SummaryColumns columns, double horizon, Span<double> purchases)
    {
        Horizon(horizon);
        ProbabilityAlive(columns, purchases);
        TimesIfAlive(columns, purchases, customer => ExpectedPurchasesIfAlive(customer, horizon));
    }

    /// <summary>Discounted expected purchases of every customer in (T, T + <paramref name="horizon"/>]; with a horizon of +∞ this is DERT, and the rate must be &gt; 0.</summary>
    public void DiscountedExpectedPurchases(SummaryColumns columns, double horizon, double discountRate, Span<double> purchases)
    {
        double rate = double.IsPositiveInfinity(horizon) ? PositiveRate(discountRate) : Unit.ContinuousRate(discountRate);
        if (!double.IsPositiveInfinity(horizon))
            Horizon(horizon);
        ProbabilityAlive(columns, purchases);
        TimesIfAlive(columns, purchases, customer => DiscountedPurchasesIfAlive(customer, horizon, rate));
    }

    /// <summary>The quantile of every customer's purchases in (T, T + <paramref name="horizon"/>].</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="purchases">One number a row, written.</param>
    public void PurchaseQuantiles(SummaryColumns columns, double horizon, double probability, Span<int> purchases)
    {
        Check(columns, purchases.Length);
        Horizon(horizon);
        Probability(probability);
        if (RecencyMatters)
            QuantilesByHistory(columns, horizon, probability, purchases);
        else
            QuantilesByLevel(columns, horizon, probability, purchases);
    }

    private void QuantilesByHistory(SummaryColumns columns, double horizon, double probability, Span<int> purchases)
    {
        using HistoryMemo memo = new(columns.Count);
        ReadOnlySpan<int> frequency = columns.Frequency;
        ReadOnlySpan<double> recency = columns.Recency;
        ReadOnlySpan<double> age = columns.Age;
        for (int row = 0; row < columns.Count; row++)
        {
            double quantile;
            if (HasGapsOfItsOwn(columns, row))
                quantile = QuantileOf(columns[row]);
            else if (!memo.TryGet(frequency[row], recency[row], age[row], out int slot, out quantile))
                memo.Keep(slot, frequency[row], recency[row], age[row], quantile = QuantileOf(columns[row]));
            purchases[row] = (int)quantile;
        }

        double QuantileOf(PurchaseSummary customer) => Quantile(ProbabilityAlive(customer), customer, horizon, probability);
    }

    /// <summary>Recency has a part in P(alive) only, and so in the level that is asked of those alive.</summary>
    private void QuantilesByLevel(SummaryColumns columns, double horizon, double probability, Span<int> purchases)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(columns.Count);
        Span<double> alive = rented.AsSpan(0, columns.Count);
        ScoreProbabilityAlive(columns, alive);
        using QuantileMemo memo = new(columns.Count);
        for (int row = 0; row < columns.Count; row++)
        {
            double level = LevelIfAlive(alive[row], probability);
            int quantile = 0;
            if (level > 0 && !memo.TryGet(columns.Frequency[row], columns.Age[row], level, out int slot, out quantile))
                memo.Keep(slot, level, quantile = PurchaseQuantileIfAlive(columns[row], horizon, level));
            purchases[row] = quantile;
        }

        ArrayPool<double>.Shared.Return(rented);
    }

    /// <summary>Whether nobody else of the same frequency, recency and age can lend this customer a number.</summary>
    internal bool HasGapsOfItsOwn(SummaryColumns columns, int row) => GapsMatter && columns.Frequency[row] > 0 && !columns.LogGaps.IsEmpty;

    /// <summary>Refuses rows that are histories but none of this model's; most models take any.</summary>
    protected virtual void CheckHistories(SummaryColumns columns)
    {
    }

    /// <summary>Writes the probability alive of every customer; models with a faster way than one by one override it.</summary>
    protected virtual void ScoreProbabilityAlive(SummaryColumns columns, Span<double> alive)
    {
        for (int row = 0; row < alive.Length; row++)
            alive[row] = ProbabilityAlive(columns[row]);
    }

    private void TimesIfAlive(SummaryColumns columns, Span<double> values, Func<PurchaseSummary, double> ifAlive)
    {
        using HistoryMemo memo = new(values.Length);
        ReadOnlySpan<int> frequency = columns.Frequency;
        ReadOnlySpan<double> recency = columns.Recency;
        ReadOnlySpan<double> age = columns.Age;
        for (int row = 0; row < values.Length; row++)
        {
            double value;
            // What recency has no part in is the same for every recency.
            if (HasGapsOfItsOwn(columns, row))
                value = ifAlive(columns[row]);
            else if (!memo.TryGet(frequency[row], RecencyMatters ? recency[row] : 0, age[row], out int slot, out value))
                memo.Keep(slot, frequency[row], RecencyMatters ? recency[row] : 0, age[row], value = ifAlive(columns[row]));
            values[row] *= value;
        }
    }

    private void Check(SummaryColumns columns, int length)
    {
        ColumnCheck.Length(columns, length);
        if (columns.Unit != Unit)
            throw new ArgumentException($"The columns are in {columns.Unit}s, the model in {Unit}s; summarise in the model's unit.", nameof(columns));
        CheckHistories(columns);
    }
}
