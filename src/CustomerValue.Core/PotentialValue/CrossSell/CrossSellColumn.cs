using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.CrossSell;

/// <summary>
/// What products not yet owned could bring, as columns: Σ over a customer's recommendations of q_r · max(0, margin of a purchase), where q_r is the
/// chance that the product of rank r is bought within a year. Ends of intervals take the ends of q, which all customers have in common.
/// Immutable and thread-safe.
/// </summary>
public sealed class CrossSellColumn : UpsideColumn
{
    private const int Named = 3;
    private readonly Interactions interactions;
    private readonly RankCalibration calibration;
    private readonly TopProductsTable top;
    private readonly double[] margins;

    private CrossSellColumn(CustomerId[] customers, double[][] perYear, Interactions interactions, RankCalibration calibration, TopProductsTable top, double[] margins)
        : base(customers, perYear[0], perYear[1], perYear[2]) =>
        (this.interactions, this.calibration, this.top, this.margins) = (interactions, calibration, top, margins);

    /// <inheritdoc/>
    public override LocalizedText Source { get; } = new("products not yet owned", "尚未购买的产品");

    /// <summary>Counts what the best products of every customer could bring.</summary>
    /// <param name="model">Of the same kind as <paramref name="calibration"/>, fitted to <paramref name="interactions"/>.</param>
    /// <param name="interactions">Who has what.</param>
    /// <param name="calibration">What the ranks of the model's recommendations are worth.</param>
    /// <param name="margins">What a purchase of each product leaves over; one below 0 counts 0.</param>
    /// <param name="options">How many products, and which never; ranks without a chance are left out, and owned products always are. Null for ten.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">The options are invalid or ask for owned products, or the products are not the model's.</exception>
    public static CrossSellColumn Of(IRecommender model, Interactions interactions, RankCalibration calibration, ProductMargins margins, TopProductsOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (interactions is null)
            throw new ArgumentNullException(nameof(interactions));
        if (calibration is null)
            throw new ArgumentNullException(nameof(calibration));
        if (margins is null)
            throw new ArgumentNullException(nameof(margins));
        options ??= new TopProductsOptions();
        if (options.IncludeOwned)
            throw new DataRejectedException(new DataProblem { Field = nameof(options.IncludeOwned), Message = "is set, but what is owned already is no upside; leave it out." });
        TopProductsTable top = TopProducts.ForAll(model, interactions, options with { Count = Math.Min(options.Count, calibration.PerYear.Length) }, cancellationToken);
        double[] profits = [.. interactions.Products.Select(product => Math.Max(0, margins[product]))];
        double[][] perYear = [new double[top.Count], new double[top.Count], new double[top.Count]];
        for (int customer = 0; customer < top.Count; customer++)
        {
            ReadOnlySpan<int> products = top.ProductsOf(customer);
            for (int rank = 0; rank < products.Length; rank++)
            {
                double profit = profits[products[rank]];
                perYear[0][customer] += calibration.PerYear[rank] * profit;
                perYear[1][customer] += calibration.PerYearLow[rank] * profit;
                perYear[2][customer] += calibration.PerYearHigh[rank] * profit;
            }
        }

        return new CrossSellColumn(interactions.Customers.ToArray(), perYear, interactions, calibration, top, profits) { IntervalLevel = calibration.IntervalLevel };
    }

    /// <inheritdoc/>
    public override Upside At(int row, double discountedYears)
    {
        ReadOnlySpan<int> products = top.ProductsOf(row);
        double[] profits = new double[products.Length];
        for (int rank = 0; rank < profits.Length; rank++)
            profits[rank] = margins[products[rank]];
        return CrossSellUpside.Of(calibration.PerYear.Slice(0, profits.Length), profits, default, discountedYears);
    }

    /// <inheritdoc/>
    public override LocalizedText Explain(int row)
    {
        int[] products = top.ProductsOf(row).ToArray();
        List<int> counted = [.. Enumerable.Range(0, products.Length).Where(rank => margins[products[rank]] > 0).OrderByDescending(rank => calibration.PerYear[rank] * margins[products[rank]]).ThenBy(rank => rank)];
        if (counted.Count == 0)
            return new("No product that this customer does not own has a profit to expect.", "该客户尚未购买的产品中，没有预计盈利的产品。");
        string Words(string each, string comma, string open, string close) => string.Join(comma, counted.Take(Named).Select(rank =>
            $"{interactions.Products[products[rank]]}{open}{string.Format(System.Globalization.CultureInfo.InvariantCulture, each, Wording.Percent(calibration.PerYear[rank]), Wording.Number(margins[products[rank]]))}{close}"));
        int more = counted.Count - Named;
        string all = Wording.Number(PerYear[row]);
        return new(
            $"Products not yet owned could bring {all} a year: {Words("{0} a year × {1}", ", ", " (", ")")}{(more > 0 ? $" and {more} more" : "")}.",
            $"尚未购买的产品每年可带来{all}：{Words("每年{0} × {1}", "、", "（", "）")}{(more > 0 ? $"等{more + Named}种" : "")}。");
    }
}
