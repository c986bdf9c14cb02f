using CustomerValue.Customers;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Appraisal;

/// <summary>What the buyers will do in the horizon, as columns.</summary>
internal sealed class Forecast
{
    private readonly double[] alive;
    private readonly double[] purchases;
    private double[]? spend;
    private double[]? value;
    private double[]? low;
    private double[]? high;

    private Forecast(int count)
    {
        alive = new double[count];
        purchases = new double[count];
    }

    public static Forecast Of(PurchaseSummaries buyers, PurchaseModel model, SpendModel? spendModel, AppraisalOptions options, double margin, CancellationToken cancellationToken)
    {
        SummaryColumns columns = buyers.Columns;
        Forecast forecast = new(columns.Count);
        double horizon = options.HorizonIn(model.Unit);
        model.ProbabilityAlive(columns, forecast.alive);
        model.ExpectedPurchases(columns, horizon, forecast.purchases);
        if (!columns.HasSpend)
            return forecast;

        double[] discounted = new double[columns.Count];
        model.DiscountedExpectedPurchases(columns, horizon, options.DiscountRate, discounted);
        cancellationToken.ThrowIfCancellationRequested();
        int[] few = new int[columns.Count];
        int[] many = new int[columns.Count];
        model.PurchaseQuantiles(columns, horizon, (1 - options.IntervalLevel) / 2, few);
        model.PurchaseQuantiles(columns, horizon, (1 + options.IntervalLevel) / 2, many);
        cancellationToken.ThrowIfCancellationRequested();
        forecast.spend = Spend(buyers, spendModel);
        forecast.value = new double[columns.Count];
        forecast.low = new double[columns.Count];
        forecast.high = new double[columns.Count];
        for (int row = 0; row < columns.Count; row++)
        {
            double each = margin * forecast.spend[row];
            // Outcomes are discounted as the mean is.
            double discount = forecast.purchases[row] > 0 ? discounted[row] / forecast.purchases[row] : 1;
            forecast.value[row] = each * discounted[row];
            forecast.low[row] = each * discount * (each < 0 ? many[row] : few[row]);
            forecast.high[row] = each * discount * (each < 0 ? few[row] : many[row]);
        }

        return forecast;
    }

    public AppraisalColumns Columns(int[] segments) => new()
    {
        ProbabilityAlive = alive,
        ExpectedPurchases = purchases,
        ExpectedSpend = spend,
        LifetimeValue = value,
        LifetimeValueLow = low,
        LifetimeValueHigh = high,
        Segments = segments,
    };

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
