using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Tool.Commands;

/// <summary>What the models say of every customer, as columns.</summary>
internal sealed class Scores
{
    public required SummaryColumns Customers { get; init; }

    public required double[] LogLikelihood { get; init; }

    public required double[] Alive { get; init; }

    public required double[] Expected { get; init; }

    public required int[] Median { get; init; }

    public required int[] Low { get; init; }

    public required int[] High { get; init; }

    /// <summary>Discounted expected residual transactions; null where the discount rate is 0, for they may be infinite.</summary>
    public double[]? Dert { get; init; }

    /// <summary>Expected value of a purchase, +∞ where the model has no finite mean; null without a spend model.</summary>
    public double[]? Spend { get; init; }

    /// <summary>Expected spend times discounted expected purchases within the horizon; null without a spend model.</summary>
    public double[]? Value { get; init; }

    public static Scores Of(SummaryColumns customers, PurchaseModel model, SpendModel? spendModel, double horizon, double discountRate, double interval)
    {
        double[] Numbers(Action<double[]> fill)
        {
            double[] column = new double[customers.Count];
            fill(column);
            return column;
        }

        int[] Quantiles(double probability)
        {
            int[] column = new int[customers.Count];
            model.PurchaseQuantiles(customers, horizon, probability, column);
            return column;
        }

        double[]? spend = spendModel is null ? null : Numbers(column => spendModel.ExpectedSpend(customers, column));
        double[]? discounted = spend is null ? null : Numbers(column => model.DiscountedExpectedPurchases(customers, horizon, discountRate, column));
        return new()
        {
            Customers = customers,
            LogLikelihood = Numbers(column => model.LogLikelihood(customers, column)),
            Alive = Numbers(column => model.ProbabilityAlive(customers, column)),
            Expected = Numbers(column => model.ExpectedPurchases(customers, horizon, column)),
            Median = Quantiles(0.5),
            Low = Quantiles((1 - interval) / 2),
            High = Quantiles((1 + interval) / 2),
            Dert = discountRate > 0 ? Numbers(column => model.DiscountedExpectedPurchases(customers, double.PositiveInfinity, discountRate, column)) : null,
            Spend = spend,
            Value = spend?.Zip(discounted!, (value, purchases) => value * purchases).ToArray(),
        };
    }
}
