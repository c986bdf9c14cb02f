using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>
/// What the uncertainty of the parameters makes of any number, by the delta method: the number's derivatives by the parameters, taken
/// numerically, and the covariance of the fit. Columns cost nine scorings of four parameters, whatever the level. It says nothing of
/// how a single customer's outcome scatters at known parameters: that is <see cref="PurchaseModel.PurchaseQuantile"/>.
/// Immutable and thread-safe.
/// </summary>
public sealed class ParameterUncertainty
{
    private readonly DisplacedModels<PurchaseModel> models;

    private ParameterUncertainty(DisplacedModels<PurchaseModel> models)
    {
        this.models = models;
    }

    /// <summary>The uncertainty of a fit; null where the fit has no covariance or parameters alone don't make the model: there only <see cref="Bootstrap"/> helps.</summary>
    public static ParameterUncertainty? Of(FitResult<PurchaseModel> fit)
    {
        if (fit is null)
            throw new ArgumentNullException(nameof(fit));
        return DisplacedModels<PurchaseModel>.Of(fit.Model, fit.Report, (model, values) => model.WithParameters(values)) is { } models ? new(models) : null;
    }

    /// <summary>Standard error of a number derived from the model, such as the mean rate r/α.</summary>
    /// <param name="number">The number; called twice a parameter.</param>
    public double StandardError(Func<PurchaseModel, double> number)
    {
        if (number is null)
            throw new ArgumentNullException(nameof(number));
        return Math.Sqrt(models.Variance(models.Slopes(number)));
    }

    /// <summary>Interval of a derived number: by its logarithm where it is above 0, so that it stays there, else by itself.</summary>
    /// <param name="number">The number; called twice a parameter and once more.</param>
    /// <param name="level">How much the interval covers, in (0, 1).</param>
    public NumberInterval Interval(Func<PurchaseModel, double> number, double level = 0.95)
    {
        double error = StandardError(number);
        double estimate = number(models.Model);
        double z = Levels.Normal(level);
        if (estimate <= 0)
            return new(estimate, error, estimate - (z * error), estimate + (z * error));
        double factor = Math.Exp(z * error / estimate);
        return new(estimate, error, estimate / factor, estimate * factor);
    }

    /// <summary>Intervals of every customer's probability alive, by its log-odds.</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="level">How much an interval covers, in (0, 1).</param>
    /// <param name="low">Lower ends, written.</param>
    /// <param name="high">Upper ends, written.</param>
    public void ProbabilityAlive(SummaryColumns columns, double level, Span<double> low, Span<double> high)
    {
        (double z, double[] values, double[] variances) = Column(columns, level, low.Length, high.Length, (model, column) => model.ProbabilityAlive(columns, column));
        for (int row = 0; row < values.Length; row++)
        {
            double alive = values[row];
            double moves = z * Math.Sqrt(variances[row]) / (alive * (1 - alive));
            // Whoever is alive, or gone, for certain is so at all parameters.
            bool certain = !(alive > 0 && alive < 1);
            double odds = alive / (1 - alive);
            low[row] = certain ? alive : odds / (odds + Math.Exp(moves));
            high[row] = certain ? alive : odds / (odds + Math.Exp(-moves));
        }
    }

    /// <summary>Intervals of every customer's expected purchases in (T, T + <paramref name="horizon"/>], by their logarithm.</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="level">How much an interval covers, in (0, 1).</param>
    /// <param name="low">Lower ends, written.</param>
    /// <param name="high">Upper ends, written.</param>
    public void ExpectedPurchases(SummaryColumns columns, double horizon, double level, Span<double> low, Span<double> high) =>
        Positive(Column(columns, level, low.Length, high.Length, (model, column) => model.ExpectedPurchases(columns, horizon, column)), null, low, high);

    /// <summary>Intervals of every customer's discounted expected purchases, by their logarithm; with a horizon of +∞ those of DERT.</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="horizon">≥ 0; +∞ where the rate is &gt; 0.</param>
    /// <param name="discountRate">Effective rate a year.</param>
    /// <param name="level">How much an interval covers, in (0, 1).</param>
    /// <param name="low">Lower ends, written.</param>
    /// <param name="high">Upper ends, written.</param>
    public void DiscountedExpectedPurchases(SummaryColumns columns, double horizon, double discountRate, double level, Span<double> low, Span<double> high) =>
        Positive(Column(columns, level, low.Length, high.Length, (model, column) => model.DiscountedExpectedPurchases(columns, horizon, discountRate, column)), null, low, high);

    /// <summary>
    /// Intervals of every customer's value, expected spend times discounted expected purchases, by its logarithm. The two models are fitted
    /// apart, so their uncertainties add up.
    /// </summary>
    /// <param name="columns">Columns with spend.</param>
    /// <param name="spend">The fit of the spend model; one without a covariance counts as certain.</param>
    /// <param name="horizon">≥ 0; +∞ where the rate is &gt; 0.</param>
    /// <param name="discountRate">Effective rate a year.</param>
    /// <param name="level">How much an interval covers, in (0, 1).</param>
    /// <param name="low">Lower ends, written.</param>
    /// <param name="high">Upper ends, written.</param>
    public void Value(SummaryColumns columns, FitResult<SpendModel> spend, double horizon, double discountRate, double level, Span<double> low, Span<double> high)
    {
        if (spend is null)
            throw new ArgumentNullException(nameof(spend));
        (double z, double[] purchases, double[] variances) = Column(columns, level, low.Length, high.Length, (model, column) => model.DiscountedExpectedPurchases(columns, horizon, discountRate, column));
        double[] each = new double[columns.Count];
        spend.Model.ExpectedSpend(columns, each);
        double[] variancesOfSpend = DisplacedModels<SpendModel>.Of(spend.Model, spend.Report, (model, values) => model.WithParameters(values)) is { } models
            ? models.Variances((model, column) => model.ExpectedSpend(columns, column), each)
            : new double[columns.Count];
        double[] squares = new double[columns.Count];
        for (int row = 0; row < squares.Length; row++)
            squares[row] = each[row] > 0 ? variancesOfSpend[row] / (each[row] * each[row]) : 0;
        Positive((z, purchases, variances), squares, low, high);
        for (int row = 0; row < squares.Length; row++)
        {
            low[row] *= each[row];
            high[row] *= each[row];
        }
    }

    /// <summary>The covariance that uncertain parameters give to sums of numbers, such as those of groups of customers: they are wrong for all at once.</summary>
    /// <param name="sums">The sums by a model.</param>
    internal double[,] CovarianceOfSums(Func<PurchaseModel, double[]> sums)
    {
        double[][] up = models.Up.Select(sums).ToArray();
        double[][] down = models.Down.Select(sums).ToArray();
        int n = sums(models.Model).Length;
        double[] Slopes(int k) => Enumerable.Range(0, up.Length).Select(i => models.Slope(i, up[i][k], down[i][k])).ToArray();
        double[][] slopes = Enumerable.Range(0, n).Select(Slopes).ToArray();
        double[,] covariance = new double[n, n];
        for (int k = 0; k < n; k++)
        {
            for (int l = 0; l < n; l++)
                covariance[k, l] = models.Covariance(slopes[k], slopes[l]);
        }

        return covariance;
    }

    private (double Z, double[] Values, double[] Variances) Column(SummaryColumns columns, double level, int low, int high, Action<PurchaseModel, double[]> score)
    {
        ColumnCheck.Length(columns, low);
        ColumnCheck.Length(columns, high);
        double z = Levels.Normal(level);
        double[] values = new double[columns.Count];
        return (z, values, models.Variances(score, values));
    }

    private static void Positive((double Z, double[] Values, double[] Variances) column, double[]? moreSquares, Span<double> low, Span<double> high)
    {
        for (int row = 0; row < column.Values.Length; row++)
        {
            double value = column.Values[row];
            double square = (value > 0 ? column.Variances[row] / (value * value) : 0) + (moreSquares is null ? 0 : moreSquares[row]);
            double factor = Math.Exp(column.Z * Math.Sqrt(square));
            low[row] = value / factor;
            high[row] = value * factor;
        }
    }
}
