using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue;

public class AllocationTests
{
    [Fact]
    public void Scoring_columns_allocates_the_same_few_bytes_for_any_number_of_customers()
    {
        foreach (PurchaseModel model in new PurchaseModel[] { new BgNbdModel(0.243, 4.414, 0.793, 2.426, TimeUnit.Week), new MbgNbdModel(0.525, 6.183, 0.891, 1.614, TimeUnit.Week) })
        {
            AssertSmall(columns => model.ProbabilityAlive(columns, new Span<double>(Output)[..columns.Count]));
            AssertSmall(columns => model.ExpectedPurchases(columns, 39, new Span<double>(Output)[..columns.Count]));
            AssertSmall(columns => model.DiscountedExpectedPurchases(columns, 52, 0.1, new Span<double>(Output)[..columns.Count]));
            AssertSmall(columns => model.LogLikelihood(columns, new Span<double>(Output)[..columns.Count]));
            AssertSmall(columns => model.PurchaseQuantiles(columns, 39, 0.95, new Span<int>(Counts)[..columns.Count]));
        }

        GammaGammaModel spend = new(6.25, 3.74, 15.44);
        AssertSmall(columns => spend.ExpectedSpend(columns, new Span<double>(Output)[..columns.Count]));
    }

    private static readonly double[] Output = new double[20_000];
    private static readonly int[] Counts = new int[20_000];

    private static void AssertSmall(Action<SummaryColumns> score)
    {
        SummaryColumns columns = Columns(20_000);
        Assert.InRange(Allocation.Of(() => score(columns)), 0, 1000);
    }

    private static SummaryColumns Columns(int count) => new(
        TimeUnit.Week,
        Enumerable.Range(0, count).Select(i => i % 7).ToArray(),
        Enumerable.Range(0, count).Select(i => i % 7 == 0 ? 0.0 : 5 + (i % 11)).ToArray(),
        Enumerable.Range(0, count).Select(i => 20.0 + (i % 19)).ToArray(),
        Enumerable.Range(0, count).Select(i => i % 7 == 0 ? 0.0 : 10 + (i % 23)).ToArray());
}
