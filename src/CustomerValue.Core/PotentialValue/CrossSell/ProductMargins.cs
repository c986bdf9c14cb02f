using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.CrossSell;

/// <summary>
/// What a purchase of each product leaves over: the margin rate of the product's lines with costs × the mean amount of a purchase of it, refunds
/// taken off. Where none of a product's lines has a cost, one rate holds for all. Order of lines changes nothing. Immutable and thread-safe.
/// </summary>
public sealed class ProductMargins
{
    private readonly Dictionary<string, double> margins;

    private ProductMargins(Dictionary<string, double> margins, double rate, bool hasCosts) => (this.margins, Rate, HasCosts) = (margins, rate, hasCosts);

    /// <summary>The rate of products whose costs are unknown: as given, else that of all lines with costs, else 1.</summary>
    public double Rate { get; }

    /// <summary>Whether any line has a cost.</summary>
    public bool HasCosts { get; }

    /// <summary>The mean margin of a purchase of a product, in major units, below 0 where it loses money; 0 where the product was never bought.</summary>
    public double this[string product] => margins.TryGetValue(product, out double margin) ? margin : 0;

    /// <summary>Reckons.</summary>
    /// <param name="purchases">The lines, of one currency; those without a product take part in the rate of all only.</param>
    /// <param name="rate">Profit of a unit of revenue where costs are unknown, at most 1; null to take that of the lines with costs.</param>
    /// <exception cref="DataRejectedException">The rate is not finite or above 1.</exception>
    public static ProductMargins Of(IEnumerable<Purchase> purchases, double? rate = null)
    {
        if (purchases is null)
            throw new ArgumentNullException(nameof(purchases));
        if (rate is double given && !(given >= double.MinValue && given <= 1))
            throw new DataRejectedException(new DataProblem { Field = nameof(rate), Value = given.ToString(System.Globalization.CultureInfo.InvariantCulture), Message = "is no margin rate; 0.3 leaves 0.3 of every unit of revenue." });
        Sums all = new();
        Dictionary<string, Sums> sums = new(StringComparer.Ordinal);
        foreach (Purchase purchase in purchases)
        {
            all.Add(purchase);
            if (string.IsNullOrWhiteSpace(purchase.Product))
                continue;
            if (!sums.TryGetValue(purchase.Product!, out Sums? product))
                sums.Add(purchase.Product!, product = new Sums());
            product.Add(purchase);
        }

        double common = rate ?? (all.Costed > 0 ? (double)(all.Margin / all.Costed) : 1);
        return new ProductMargins(sums.ToDictionary(pair => pair.Key, pair => pair.Value.Mean(common), StringComparer.Ordinal), common, all.HasCosts);
    }

    /// <summary>Exact sums of the lines of a product.</summary>
    private sealed class Sums
    {
        private decimal amount;
        private long bought;

        public decimal Costed { get; private set; }

        public decimal Margin { get; private set; }

        public bool HasCosts { get; private set; }

        public void Add(Purchase line)
        {
            amount += line.Amount;
            if (!(line.Amount < 0 || line.Quantity < 0))
                bought++;
            if (line.Cost is not { } cost)
                return;
            HasCosts = true;
            Costed += line.Amount;
            Margin += line.Amount - cost;
        }

        public double Mean(double rate)
        {
            if (bought == 0)
                return 0;

            // Lines that brought nothing and cost something have no rate; what they cost is all there is.
            return !HasCosts ? (double)(amount / bought) * rate : Costed > 0 ? (double)(Margin / Costed) * (double)(amount / bought) : (double)(Margin / bought);
        }
    }
}
