using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.PotentialValue;

namespace CustomerValue.Appraisal;

/// <summary>Computes the potential value of all buyers: lifetime value + κ·upside.</summary>
internal sealed class PotentialColumns
{
    private PotentialColumns(double[] residual, double[] years, int count) => (Residual, Years, Value, Low, High) = (residual, years, new double[count], new double[count], new double[count]);

    public double[] Residual { get; }

    public double[] Years { get; }

    public double[] Value { get; }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Empty without an upside, NaN where nothing is known of the customer's.</summary>
    public double[] Upside { get; private set; } = [];

    /// <summary>The buyers' rows in the upside, −1 where there is none; empty without an upside.</summary>
    public int[] Rows { get; private set; } = [];

    /// <summary>Null where nothing is known of spend.</summary>
    public static PotentialTable? Of(PurchaseModel model, SummaryColumns buyers, AppraisalColumns forecast, AppraisalOptions options, ValueSources? sources, CancellationToken cancellationToken)
    {
        if (forecast.LifetimeValue is not { } residual)
            return null;
        PotentialColumns columns = new(residual, ActiveYears(model, buyers, forecast, options, cancellationToken), residual.Length);
        columns.Fill(buyers, forecast, sources?.Upside, sources?.Kappa ?? 0);
        bool counted = sources is { Upside: not null, Kappa: not null };
        return new PotentialTable(columns, sources?.Upside)
        {
            Kappa = sources?.Kappa,
            IntervalLevel = counted ? Math.Max(0, options.IntervalLevel + sources!.Upside!.IntervalLevel - 1) : options.IntervalLevel,
        };
    }

    private static double[] ActiveYears(PurchaseModel model, SummaryColumns buyers, AppraisalColumns forecast, AppraisalOptions options, CancellationToken cancellationToken)
    {
        double horizon = options.HorizonIn(model.Unit);
        double[] years = new double[buyers.Count];
        model.DiscountedActiveTime(buyers, horizon, options.DiscountRate, years, cancellationToken);
        bool ownRates = forecast.Terms.Values.Any(own => own.DiscountRate is not null);
        for (int row = 0; row < years.Length; row++)
        {
            if (ownRates && forecast.Terms.TryGetValue(buyers.Customers[row], out CustomerTerms? own) && own.DiscountRate is double rate)
                years[row] = model.DiscountedActiveTime(buyers[row], horizon, rate);
            years[row] /= model.Unit.PerYear();
        }

        return years;
    }

    private void Fill(SummaryColumns buyers, AppraisalColumns forecast, UpsideColumn? upside, double kappa)
    {
        Residual.CopyTo(Value, 0);
        forecast.LifetimeValueLow!.CopyTo(Low, 0);
        forecast.LifetimeValueHigh!.CopyTo(High, 0);
        if (upside is null)
            return;
        (Upside, Rows) = (new double[Value.Length], new int[Value.Length]);
        int other = 0;
        for (int row = 0; row < Value.Length; row++)
        {
            // Both are in ordinal order.
            CustomerId customer = buyers.Customers[row];
            while (other < upside.Customers.Length && upside.Customers[other].CompareTo(customer) < 0)
                other++;
            bool known = other < upside.Customers.Length && upside.Customers[other] == customer;
            Rows[row] = known ? other : -1;
            Upside[row] = known ? upside.PerYear[other] * Years[row] : double.NaN;
            if (!known)
                continue;
            double won = kappa * Years[row];
            Value[row] += won * upside.PerYear[other];
            Low[row] += won * upside.PerYearLow[other];
            High[row] += won * upside.PerYearHigh[other];
        }
    }
}
