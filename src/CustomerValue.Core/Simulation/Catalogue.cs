namespace CustomerValue.Simulation;

/// <summary>A product that the retailer sells.</summary>
internal sealed class Product
{
    public required string Name { get; init; }

    /// <summary>Levels parted by '/'.</summary>
    public required string Category { get; init; }

    /// <summary>The category's number in <see cref="SegmentTraits.Categories"/>.</summary>
    public required int CategoryNumber { get; init; }

    /// <summary>−1 basic, 0 standard, 1 premium.</summary>
    public required int Tier { get; init; }

    /// <summary>Price of a piece in CNY, around which the prices paid move.</summary>
    public required double Price { get; init; }

    /// <summary>ln of <see cref="Price"/>.</summary>
    public required double LogPrice { get; init; }

    /// <summary>What the retailer earns, as a share of the price.</summary>
    public required double Margin { get; init; }
}

/// <summary>What the retailer sells: ten categories, three products each.</summary>
internal static class Catalogue
{
    /// <summary>How far, in logarithms, the value of a line may lie from a product's price before the product becomes unlikely.</summary>
    private const double PriceTolerance = 0.5;

    public static IReadOnlyList<Product> Products { get; } =
    [
        .. Category(0, "Food/Fresh", "fruit box", 28, 0.22),
        .. Category(1, "Food/Pantry", "rice", 24, 0.18),
        .. Category(2, "Food/Drinks", "tea", 40, 0.30),
        .. Category(3, "Home/Cleaning", "detergent", 18, 0.25),
        .. Category(4, "Home/Kitchen", "cookware", 90, 0.35),
        .. Category(5, "Family/Baby", "diapers", 60, 0.20),
        .. Category(6, "Beauty/Skin care", "cream", 70, 0.50),
        .. Category(7, "Fashion/Clothing", "shirt", 80, 0.45),
        .. Category(8, "Electronics/Audio", "earphones", 120, 0.15),
        .. Category(9, "Leisure/Books", "novel", 32, 0.30),
    ];

    /// <summary>
    /// A product for a line of this value: near it in price, from a category that the segment likes, and dearer for who looks for quality
    /// and not at the price.
    /// </summary>
    public static Product Choose(Random random, SimulatedTruth customer, double value)
    {
        double[] likes = SegmentTraits.All[(int)customer.Segment].Categories;
        double taste = 0.3 * (customer.QualityOrientation - customer.PriceConsciousness);
        double logValue = Math.Log(value);
        Span<double> weights = stackalloc double[Products.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            Product product = Products[i];
            double distance = (logValue - product.LogPrice) / PriceTolerance;
            // The floor keeps products possible for a line that is worth far more or less than any.
            weights[i] = likes[product.CategoryNumber] * Math.Exp(Math.Max(-20, (taste * product.Tier) - (0.5 * distance * distance)));
        }

        return Products[random.Choose(weights)];
    }

    private static IEnumerable<Product> Category(int number, string category, string goods, double price, double margin)
    {
        yield return Tier("Basic", -1, 0.5, -0.05);
        yield return Tier("Standard", 0, 1, 0);
        yield return Tier("Premium", 1, 2.2, 0.08);

        Product Tier(string name, int tier, double priceFactor, double extraMargin) => new()
        {
            Name = $"{name} {goods}",
            Category = category,
            CategoryNumber = number,
            Tier = tier,
            Price = price * priceFactor,
            LogPrice = Math.Log(price * priceFactor),
            Margin = margin + extraMargin,
        };
    }
}
