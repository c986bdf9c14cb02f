using CustomerValue.Customers;
using CustomerValue.PotentialValue;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Tests.PotentialValue.Recommendation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tests.PotentialValue.CrossSell;

/// <summary>What products not owned could bring, for all customers.</summary>
public sealed class CrossSellColumnTests
{
    private static readonly IRecommenderEstimator Popularity = RecommenderCandidate.Defaults[0];

    [Fact]
    public void It_is_chance_times_margin_over_what_is_not_owned()
    {
        (Interactions shop, RankCalibration chances, ProductMargins margins) = Small();
        CrossSellColumn column = CrossSellColumn.Of(Popularity.Fit(shop), shop, chances, margins, new TopProductsOptions { Count = 3 });
        Assert.Equal(shop.Customers.ToArray(), column.Customers.ToArray());
        double[] each = [.. shop.Products.Select(product => Math.Max(0, margins[product]))];
        int places = 0;
        for (int row = 0; row < shop.Customers.Length; row++)
        {
            IReadOnlyList<ProductRecommendation> top = TopProducts.For(Popularity.Fit(shop), shop.ProductsOf(row), shop.CountsOf(row), new TopProductsOptions { Count = 3 });
            double sum = 0, low = 0, high = 0;
            for (int rank = 0; rank < top.Count; rank++, places++)
            {
                double profit = each[shop.PlaceOf(top[rank].Product)];
                Assert.DoesNotContain(shop.PlaceOf(top[rank].Product), shop.ProductsOf(row).ToArray());
                sum += chances.PerYear[rank] * profit;
                low += chances.PerYearLow[rank] * profit;
                high += chances.PerYearHigh[rank] * profit;
            }

            Relative.Equal(sum, column.PerYear[row], 1e-12);
            Relative.Equal(low, column.PerYearLow[row], 1e-12);
            Relative.Equal(high, column.PerYearHigh[row], 1e-12);
            Relative.Equal(2.5 * sum, column.At(row, 2.5).Value, 1e-12);
            Assert.Equal(row, column.RowOf(shop.Customers[row]));
        }

        Assert.True(places > 20);
        Assert.Equal(0.9, column.IntervalLevel);
        Assert.Equal(("products not yet owned", "尚未购买的产品"), (column.Source.English, column.Source.Chinese));
    }

    [Fact]
    public void Products_that_lose_money_count_nothing_and_those_not_to_be_had_are_no_upside()
    {
        (Interactions shop, RankCalibration chances, _) = Small();
        IRecommender model = Popularity.Fit(shop);
        ProductMargins loss = ProductMargins.Of(shop.Products.Select(product => Shop.Buy("a", product, 0, 5) with { Cost = 7 }));
        CrossSellColumn none = CrossSellColumn.Of(model, shop, chances, loss);
        Assert.All(none.PerYear.ToArray(), each => Assert.Equal(0, each));
        Assert.Equal("No product that this customer does not own has a profit to expect.", none.Explain(0).English);
        CrossSellColumn away = CrossSellColumn.Of(model, shop, chances, ProductMargins.Of(shop.Products.Select(product => Shop.Buy("a", product))), new TopProductsOptions { Unavailable = shop.Products });
        Assert.All(away.PerYearHigh.ToArray(), each => Assert.Equal(0, each));
    }

    [Fact]
    public void Reasons_name_products_chances_and_margins_in_both_languages()
    {
        Purchase[] purchases = [.. Shop.Of("ab", "abc", "abd", "b"), Shop.Buy("c003", "a", 30, 8) with { Cost = 3 }];
        RankCalibration chances = RankCalibration.Of(purchases, Shop.Day.PlusDays(1), Popularity, new RankCalibrationOptions { Ranks = 2, Through = Shop.Day.PlusDays(365) });
        Interactions shop = Interactions.Of(purchases);
        CrossSellColumn column = CrossSellColumn.Of(Popularity.Fit(shop), shop, chances, ProductMargins.Of(purchases, 0.5));
        Assert.Equal("Products not yet owned could bring 0.21 a year: c (22% a year × 0.5), d (19.5% a year × 0.5).", column.Explain(0).English);
        Assert.Equal("尚未购买的产品每年可带来0.21：c（每年22% × 0.5）、d（每年19.5% × 0.5）。", column.Explain(0).Chinese);
    }

    [Fact]
    public void Margins_are_those_of_the_lines_with_costs()
    {
        ProductMargins margins = ProductMargins.Of(
        [
            Shop.Buy("a", "x", 0, 10) with { Cost = 6 }, Shop.Buy("b", "x", 0, 10) with { Cost = 6 }, Shop.Buy("a", "x", 1, -10) with { Cost = -6 },
            Shop.Buy("a", "y", 0, 20), Shop.Buy("a", "y", 0, 40),
            Shop.Buy("a", "gift", 0, 0) with { Cost = 2 },
            Shop.Buy("a", "mixed", 0, 10) with { Cost = 9 }, Shop.Buy("b", "mixed", 0, 30),
            Shop.Buy("a", "returned", 0, -5),
        ]);
        Assert.Equal(2, margins["x"], 1e-12);
        Assert.Equal(-2, margins["gift"], 1e-12);
        Assert.Equal(0.1 * 20, margins["mixed"], 1e-12);
        Assert.Equal(0, margins["returned"]);
        Assert.Equal(0, margins["unheard of"]);

        // All lines with costs: 10 + 10 − 10 + 0 + 10 brought 4 + 4 − 4 − 2 + 1.
        Relative.Equal(3.0 / 20, margins.Rate, 1e-12);
        Relative.Equal(30 * 3.0 / 20, margins["y"], 1e-12);
        Assert.True(margins.HasCosts);
        Assert.Equal(3, ProductMargins.Of([Shop.Buy("a", "y", 0, 10)], 0.3)["y"], 1e-12);
        ProductMargins unknown = ProductMargins.Of([Shop.Buy("a", "y", 0, 10)]);
        Assert.Equal((1, 10, false), (unknown.Rate, unknown["y"], unknown.HasCosts));
        Assert.Throws<DataRejectedException>(() => ProductMargins.Of([], 30));
        Assert.Throws<DataRejectedException>(() => ProductMargins.Of([], double.NaN));
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        (Interactions shop, RankCalibration chances, ProductMargins margins) = Small();
        IRecommender model = Popularity.Fit(shop);
        Assert.Contains("no upside", Assert.Throws<DataRejectedException>(() => CrossSellColumn.Of(model, shop, chances, margins, new TopProductsOptions { IncludeOwned = true })).Message, StringComparison.Ordinal);
        Assert.Throws<DataRejectedException>(() => CrossSellColumn.Of(model, Interactions.Of(Shop.Of("z")), chances, margins));
        Assert.Throws<ArgumentNullException>(() => CrossSellColumn.Of(model, null!, chances, margins));
        Assert.Throws<ArgumentNullException>(() => CrossSellColumn.Of(model, shop, null!, margins));
        Assert.Throws<ArgumentNullException>(() => CrossSellColumn.Of(model, shop, chances, null!));
    }

    /// <summary>Chances learnt in one year say how much is bought new in the next, where the shop stays as it is; every seed lies in the interval widened by the chance of the outcome.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_later_year_buys_new_what_was_foreseen(int seed)
    {
        Purchase[] purchases = Shop.Random(2000, 30, 6, seed);
        (double total, double low, double high, int bought) = Foreseen(purchases, Shop.Day.PlusDays(250), Shop.Day.PlusDays(475), Shop.Day.PlusDays(699));
        double chance = 1.645 * Math.Sqrt(total);
        Assert.True(low - chance <= bought && bought <= high + chance, $"{bought} bought, {low:0} to {high:0} foreseen");
    }

    /// <summary>
    /// AdventureWorks brought its accessories out in 2013, and customers who stay buy ever less new: chances of two months hold for the next two,
    /// those of a quarter foresee nearly a third too much of the next. An interval is that of the estimate, not of a shop that changes.
    /// </summary>
    [SkippableFact]
    public void AdventureWorks_new_purchases_of_the_last_months()
    {
        Purchase[] purchases = RecommenderGoldenTests.Sales();
        Assert.Equal((1124, 1026, 1225, 1033), Rounded(Foreseen(purchases, new(2013, 9, 1), new(2013, 11, 1), new(2013, 12, 31))));
        Assert.Equal((1963, 1826, 2104, 1502), Rounded(Foreseen(purchases, new(2013, 7, 1), new(2013, 10, 1), new(2013, 12, 31))));

        static (double Total, double Low, double High, int Bought) Rounded((double Total, double Low, double High, int Bought) found) => (Math.Round(found.Total), Math.Round(found.Low), Math.Round(found.High), found.Bought);
    }

    /// <summary>New purchases among the top three from the second cut on, as foreseen by chances learnt between the cuts.</summary>
    private static (double Total, double Low, double High, int Bought) Foreseen(Purchase[] purchases, LocalDate learnt, LocalDate cut, LocalDate last)
    {
        RankCalibration chances = RankCalibration.Of([.. purchases.Where(line => line.Date < cut)], learnt, Popularity, new RankCalibrationOptions { Ranks = 3, Through = cut.PlusDays(-1) });
        RankCalibration later = RankCalibration.Of(purchases, cut, Popularity, new RankCalibrationOptions { Ranks = 3, Through = last });
        double Within(double aYear) => 1 - Math.Pow(1 - aYear, later.Years);
        double total = 0, low = 0, high = 0;
        for (int rank = 0; rank < 3; rank++)
        {
            total += later.Recommended[rank] * Within(chances.PerYear[rank]);
            low += later.Recommended[rank] * Within(chances.PerYearLow[rank]);
            high += later.Recommended[rank] * Within(chances.PerYearHigh[rank]);
        }

        return (total, low, high, later.Bought.ToArray().Sum());
    }

    private static (Interactions Shop, RankCalibration Chances, ProductMargins Margins) Small()
    {
        Purchase[] purchases = [.. Shop.Random(40, 9, 4, 5).Select((line, i) => line with { Cost = line.Amount * (i % 7 == 0 ? 2m : 0.4m) })];
        return (Interactions.Of(purchases), RankCalibration.Of(purchases, Shop.Day.PlusDays(400), Popularity, new RankCalibrationOptions { Ranks = 5 }), ProductMargins.Of(purchases));
    }
}
