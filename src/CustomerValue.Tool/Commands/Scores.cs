using CustomerValue.Customers;

namespace CustomerValue.Tool.Commands;

/// <summary>What the models say of every customer, as columns.</summary>
internal sealed class Scores
{
    public required ScoreSettings Settings { get; init; }

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

    /// <summary>What a reader of the table should know.</summary>
    public IEnumerable<string> Warnings
    {
        get
        {
            if (Dert is null)
                yield return "dert is left out: at a discount rate of 0 the purchases still to come may be infinitely many.";
            if (Spend?.Count(double.IsInfinity) is int infinite and > 0)
                yield return $"expected_spend and clv are empty where the spend model has no finite mean; customers without them: {infinite}.";
        }
    }

    public static Scores Of(SummaryColumns customers, ScoreSettings settings)
    {
        (Forecaster model, double horizon, double rate) = (settings.Model, settings.Horizon, settings.DiscountRate);
        double[] Numbers(Action<double[]> fill)
        {
            double[] column = new double[customers.Count];
            fill(column);
            return column;
        }

        int[] Quantiles(double probability)
        {
            int[] column = new int[customers.Count];
            model.Quantiles(customers, horizon, probability, column);
            return column;
        }

        double[]? spend = settings.Spend is not { } spendModel ? null : Numbers(column => spendModel.Expected(customers, column));
        double[]? discounted = spend is null ? null : Numbers(column => model.Discounted(customers, horizon, rate, column));
        return new()
        {
            Settings = settings,
            Customers = customers,
            LogLikelihood = Numbers(column => model.LogLikelihood(customers, column)),
            Alive = Numbers(column => model.Alive(customers, column)),
            Expected = Numbers(column => model.Expected(customers, horizon, column)),
            Median = Quantiles(0.5),
            Low = Quantiles((1 - settings.Interval) / 2),
            High = Quantiles((1 + settings.Interval) / 2),
            Dert = rate > 0 ? Numbers(column => model.Discounted(customers, double.PositiveInfinity, rate, column)) : null,
            Spend = spend,
            Value = spend?.Zip(discounted!, (value, purchases) => value * purchases).ToArray(),
        };
    }
}
