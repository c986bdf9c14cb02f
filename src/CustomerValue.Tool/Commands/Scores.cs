using CustomerValue.Customers;
using CustomerValue.LifetimeValue.ShiftedBetaGeometric;

namespace CustomerValue.Tool.Commands;

/// <summary>What the models say of every customer, as columns.</summary>
internal sealed class Scores
{
    public required ScoreSettings Settings { get; init; }

    /// <summary>The customers' ids; empty where the file has none.</summary>
    public required CustomerId[] Customers { get; init; }

    public int Count => Alive.Length;

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

    public static Scores Of(SummaryColumns customers, Forecaster model, SpendForecaster? spendModel, ScoreSettings settings)
    {
        (double horizon, double rate) = (settings.Horizon, settings.DiscountRate);
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

        double[]? spend = spendModel is null ? null : Numbers(column => spendModel.Expected(customers, column));
        double[]? discounted = spend is null ? null : Numbers(column => model.Discounted(customers, horizon, rate, column));
        return new()
        {
            Settings = settings,
            Customers = customers.Customers.ToArray(),
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

    /// <summary>Of contracts it is known who is there; what is expected are renewals, and nothing of those who left. The next renewal is due now, as the model's DERL has it.</summary>
    public static Scores Of(ContractColumns contracts, ShiftedBetaGeometricModel model, ScoreSettings settings)
    {
        int horizon = (int)Math.Min(int.MaxValue, settings.Horizon);
        double rate = settings.DiscountRate;
        T[] Each<T>(Func<int, T> ofRenewals)
            where T : struct
        {
            T[] column = new T[contracts.Count];
            for (int row = 0; row < column.Length; row++)
                column[row] = contracts.Active[row] ? ofRenewals(contracts.Renewals[row]) : default;
            return column;
        }

        double[] likelihood = new double[contracts.Count];
        for (int row = 0; row < likelihood.Length; row++)
            likelihood[row] = model.LogLikelihood(contracts.Renewals[row], contracts.Active[row]);
        return new()
        {
            Settings = settings,
            Customers = contracts.Customers.ToArray(),
            LogLikelihood = likelihood,
            Alive = Each(_ => 1.0),
            Expected = Each(renewals => model.ExpectedRenewals(renewals, horizon)),
            Median = Each(renewals => model.RenewalQuantile(renewals, horizon, 0.5)),
            Low = Each(renewals => model.RenewalQuantile(renewals, horizon, (1 - settings.Interval) / 2)),
            High = Each(renewals => model.RenewalQuantile(renewals, horizon, (1 + settings.Interval) / 2)),
            Dert = rate > 0 ? Each(renewals => model.DiscountedExpectedResidualLifetime(renewals, rate)) : null,
        };
    }
}
