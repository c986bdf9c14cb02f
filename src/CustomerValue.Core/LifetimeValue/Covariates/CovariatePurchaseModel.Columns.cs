using System.Buffers;
using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Covariates;

/// <content>
/// The numbers of <see cref="PurchaseModel"/> for columns. Customers of equal covariates are scored together by their model; nothing is
/// allocated per customer, only per distinct row of covariates.
/// </content>
public sealed partial class CovariatePurchaseModel
{
    /// <summary>What a model writes for some customers.</summary>
    private delegate void Score<T>(PurchaseModel model, SummaryColumns columns, Span<T> values);

    /// <summary>Log-likelihood of every history.</summary>
    public void LogLikelihood(SummaryColumns columns, CovariateTable covariates, Span<double> logLikelihood) =>
        Each(columns, covariates, logLikelihood, (model, some, values) => model.LogLikelihood(some, values));

    /// <summary>Probability alive of every customer.</summary>
    public void ProbabilityAlive(SummaryColumns columns, CovariateTable covariates, Span<double> alive) =>
        Each(columns, covariates, alive, (model, some, values) => model.ProbabilityAlive(some, values));

    /// <summary>Probability of every customer to be alive at T + <paramref name="horizon"/>.</summary>
    public void ProbabilityAlive(SummaryColumns columns, CovariateTable covariates, double horizon, Span<double> alive) =>
        Each(columns, covariates, alive, (model, some, values) => model.ProbabilityAlive(some, horizon, values));

    /// <summary>Expected purchases of every customer in (T, T + <paramref name="horizon"/>].</summary>
    public void ExpectedPurchases(SummaryColumns columns, CovariateTable covariates, double horizon, Span<double> purchases) =>
        Each(columns, covariates, purchases, (model, some, values) => model.ExpectedPurchases(some, horizon, values));

    /// <summary>Discounted expected purchases of every customer in (T, T + <paramref name="horizon"/>]; with a horizon of +∞ this is DERT, and the rate must be &gt; 0.</summary>
    public void DiscountedExpectedPurchases(SummaryColumns columns, CovariateTable covariates, double horizon, double discountRate, Span<double> purchases) =>
        Each(columns, covariates, purchases, (model, some, values) => model.DiscountedExpectedPurchases(some, horizon, discountRate, values));

    /// <summary>The quantile of every customer's purchases in (T, T + <paramref name="horizon"/>].</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="covariates">Their covariates.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="purchases">One number a row, written.</param>
    public void PurchaseQuantiles(SummaryColumns columns, CovariateTable covariates, double horizon, double probability, Span<int> purchases) =>
        Each(columns, covariates, purchases, (model, some, values) => model.PurchaseQuantiles(some, horizon, probability, values));

    private void Each<T>(SummaryColumns columns, CovariateTable covariates, Span<T> values, Score<T> score)
        where T : struct
    {
        CovariateCheck.Score(columns, covariates, Encoding);
        ColumnCheck.Length(columns, values.Length);
        if (columns.Unit != Unit)
            throw new ArgumentException($"The columns are in {columns.Unit}s, the model in {Unit}s; summarise in the model's unit.", nameof(columns));
        ReadOnlySpan<int> kindOf = covariates.KindOf;
        int[] ends = ArrayPool<int>.Shared.Rent(covariates.Kinds + 1);
        int[] order = ArrayPool<int>.Shared.Rent(columns.Count);
        T[] scores = ArrayPool<T>.Shared.Rent(CustomerBlocks.Largest);
        CustomerBlocks blocks = new(Unit);
        try
        {
            // A counting sort: the customers of kind k end up in [ends[k - 1], ends[k]).
            Array.Clear(ends, 0, covariates.Kinds + 1);
            foreach (int kind in kindOf)
                ends[kind + 1]++;
            for (int kind = 0; kind < covariates.Kinds; kind++)
                ends[kind + 1] += ends[kind];
            for (int row = 0; row < kindOf.Length; row++)
                order[ends[kindOf[row]]++] = row;

            int from = 0;
            for (int kind = 0; kind < covariates.Kinds; kind++)
            {
                PurchaseModel model = For(covariates.Kind(kind));
                while (from < ends[kind])
                {
                    ReadOnlySpan<int> rows = order.AsSpan(from, CustomerBlocks.SizeFor(ends[kind] - from));
                    Span<T> own = scores.AsSpan(0, rows.Length);
                    score(model, blocks.Of(columns, rows), own);
                    for (int i = 0; i < rows.Length; i++)
                        values[rows[i]] = own[i];
                    from += rows.Length;
                }
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(ends);
            ArrayPool<int>.Shared.Return(order);
            ArrayPool<T>.Shared.Return(scores);
        }
    }
}
