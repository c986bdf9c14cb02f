using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Uncertainty;

namespace CustomerValue.Appraisal;

/// <summary>What the buyers will do in the horizon, as columns.</summary>
internal sealed class Forecast
{
    private readonly double[] alive;
    private readonly double[] purchases;
    private readonly Dictionary<CustomerId, CustomerTerms> terms;
    private double[]? spend;
    private double[]? value;
    private double[]? low;
    private double[]? high;

    private Forecast(int count, AppraisalOptions options)
    {
        alive = new double[count];
        purchases = new double[count];
        terms = (options.Terms ?? []).ToDictionary(own => own.Customer);
    }

    public static Forecast Of(PurchaseSummaries buyers, PurchaseModel model, SpendModel? spendModel, AppraisalOptions options, double margin, CancellationToken cancellationToken)
    {
        SummaryColumns columns = buyers.Columns;
        Forecast forecast = new(columns.Count, options);
        double horizon = options.HorizonIn(model.Unit);
        model.ProbabilityAlive(columns, forecast.alive);
        model.ExpectedPurchases(columns, horizon, forecast.purchases);
        if (!columns.HasSpend || !HasAmounts(buyers))
            return forecast;

        double[] discounted = new double[columns.Count];
        model.DiscountedExpectedPurchases(columns, horizon, options.DiscountRate, discounted);
        cancellationToken.ThrowIfCancellationRequested();
        forecast.spend = Spend(buyers, spendModel);
        forecast.value = new double[columns.Count];
        forecast.low = new double[columns.Count];
        forecast.high = new double[columns.Count];
        SpendOutcomes.Intervals(model, spendModel, columns, forecast.spend, horizon, options.IntervalLevel, forecast.low, forecast.high, cancellationToken);
        for (int row = 0; row < columns.Count; row++)
        {
            CustomerTerms? own = forecast.terms.TryGetValue(columns.Customers[row], out CustomerTerms? known) ? known : null;
            if (own?.DiscountRate is double rate)
                discounted[row] = model.DiscountedExpectedPurchases(columns[row], horizon, rate);
            double each = (margin * forecast.spend[row]) - (double)(own?.CostPerPurchase ?? 0);
            double service = own?.CostPerYear is decimal year ? ServiceCost.Of(model, columns[row], horizon, own.DiscountRate ?? options.DiscountRate, (double)year) : 0;
            // Outcomes are discounted as the mean is, and earn on what is spent what the mean earns on it.
            double factor = (forecast.purchases[row] > 0 ? discounted[row] / forecast.purchases[row] : 1) * (forecast.spend[row] != 0 ? each / forecast.spend[row] : 0);
            (double few, double many) = (factor * forecast.low[row], factor * forecast.high[row]);
            forecast.value[row] = (each * discounted[row]) - service;
            forecast.low[row] = Math.Min(few, many) - service;
            forecast.high[row] = Math.Max(few, many) - service;
        }

        return forecast;
    }

    public AppraisalColumns Columns() => new()
    {
        ProbabilityAlive = alive,
        ExpectedPurchases = purchases,
        ExpectedSpend = spend,
        LifetimeValue = value,
        LifetimeValueLow = low,
        LifetimeValueHigh = high,
        Terms = terms,
    };

    /// <summary>Purchases of nothing but 0 say as little of spend as purchases without amounts.</summary>
    private static bool HasAmounts(PurchaseSummaries buyers)
    {
        for (int row = 0; row < buyers.Count; row++)
        {
            if (buyers.Revenue[row] != 0 || buyers.Columns.Spend[row] != 0)
                return true;
        }

        return false;
    }

    /// <summary>The model's expectation; where there is no model or its mean is infinite, what a purchase brought on average in the whole base.</summary>
    private static double[] Spend(PurchaseSummaries buyers, SpendModel? model)
    {
        double[] spend = new double[buyers.Count];
        if (model is not null)
            model.ExpectedSpend(buyers.Columns, spend);
        decimal revenue = 0;
        long count = 0;
        for (int row = 0; row < buyers.Count; row++)
        {
            revenue += buyers.Revenue[row];
            count += 1 + buyers.Columns.Frequency[row];
        }

        double mean = (double)(revenue / Math.Max(1, count));
        for (int row = 0; row < buyers.Count; row++)
        {
            if (model is null || double.IsInfinity(spend[row]))
                spend[row] = mean;
        }

        return spend;
    }
}
