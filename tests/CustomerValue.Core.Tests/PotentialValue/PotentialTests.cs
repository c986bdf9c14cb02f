using System.Text.Json;
using CustomerValue.PotentialValue;
using CustomerValue.PotentialValue.CrossSell;
using CustomerValue.PotentialValue.Residual;

namespace CustomerValue.Tests.PotentialValue;

/// <summary>Residual value, upside and their sum: the references' worked examples, limits and refusals.</summary>
public sealed class PotentialTests
{
    [SkippableFact]
    public void Residual_examples()
    {
        JsonElement expected = Read("potential_residual"), sbg = expected.GetProperty("sBG");
        double rho = expected.GetProperty("retention").GetDouble(), d = expected.GetProperty("discount").GetDouble(), profit = expected.GetProperty("yearly_profit").GetDouble();
        Relative.Equal(expected.GetProperty("PV_discounted").GetDouble(), ResidualValue.OfConstantRetention(rho, d, profit).Value, 1e-12);
        Relative.Equal(expected.GetProperty("PV_simple_time_x_profit").GetDouble(), ResidualValue.OfConstantRetention(rho, 0, profit).Value, 1e-12);
        Relative.Equal(expected.GetProperty("undiscounted_expected_remaining_years").GetDouble(), ResidualValue.OfConstantRetention(rho, 0, profit).DiscountedTime, 1e-12);
        Relative.Equal(expected.GetProperty("five_year_expected_years").GetDouble(), ResidualValue.OfConstantRetention(rho, 0, 5, profit).DiscountedTime, 1e-12);
        Relative.Equal(expected.GetProperty("five_year_value").GetDouble(), ResidualValue.OfConstantRetention(rho, 0, 5, profit).Value, 1e-12);
        Relative.Equal(sbg.GetProperty("value_n2").GetDouble(), ResidualValue.OfExpectedTime(sbg.GetProperty("DERL_n1_to_5")[1].GetDouble(), profit).Value, 1e-12);
    }

    [SkippableFact]
    public void Product_potential_example()
    {
        JsonElement expected = Read("verhoef_donkers");
        double[] probability = Numbers(expected, "prob"), profit = Numbers(expected, "profit");
        bool[] owned = [.. Numbers(expected, "owned").Select(value => value > 0)];
        Relative.Equal(expected.GetProperty("potential").GetDouble(), CrossSellUpside.ProductPotential(probability, profit), 1e-12);
        Relative.Equal(expected.GetProperty("cross_sell_only").GetDouble(), CrossSellUpside.Of(probability, profit, owned, 1).Value, 1e-12);
    }

    [SkippableFact]
    public void Next_product_example()
    {
        JsonElement expected = Read("nptb");
        string[] products = ["X", "Y", "Z"];
        double[] utility = [.. products.Select(name => expected.GetProperty("utility").GetProperty(name).GetDouble())], margin = [10, 25, 80], probability = new double[3];
        Relative.Equal(expected.GetProperty("prob").GetProperty("none").GetDouble(), NextProduct.Probabilities(utility, probability), 1e-12);
        for (int i = 0; i < 3; i++)
        {
            Relative.Equal(expected.GetProperty("prob").GetProperty(products[i]).GetDouble(), probability[i], 1e-12);
            Relative.Equal(expected.GetProperty("expected_margin").GetProperty(products[i]).GetDouble(), probability[i] * margin[i], 1e-12);
        }

        ProductOffer offer = NextProduct.Offer(utility, margin);
        Assert.Equal(expected.GetProperty("offer").GetString(), products[offer.Product!.Value]);
        Assert.Equal(1, NextProduct.Offer(utility, margin, [false, false, true]).Product);
        Assert.Null(NextProduct.Offer(utility, [-1, -1, -1]).Product);
    }

    [Fact]
    public void Potential_is_residual_and_the_part_of_one_upside_that_is_won()
    {
        ResidualValue residual = ResidualValue.OfConstantRetention(0.8, 0.1, 200);
        CustomerPotential sold = CustomerPotential.Of(residual, CrossSellUpside.Of([0.3, 0.15, 0.05], [40, 120, 600], [true, false, false], 2), 0.25);
        Relative.Equal((1600.0 / 3) + (0.25 * 96), sold.Value, 1e-12);
        Assert.Equal("533.33 to come at the present run rate, and 25% of 96 from products not yet owned: 557.33.", sold.Reason.English);
        Assert.Equal("按目前水平预计未来价值533.33，加上尚未购买的产品96的25%：共557.33。", sold.Reason.Chinese);

        CustomerPotential wallet = CustomerPotential.Of(residual, WalletUpside.Of(200, 110, 0.3, 2), 0.5);
        Relative.Equal(residual.Value + 27, wallet.Value, 1e-12);
        Assert.Equal(0, WalletUpside.Of(90, 110, 0.3, 2).Value);
        Assert.Equal(residual.Value, CustomerPotential.Of(residual).Value);
        Assert.Equal(residual.Value, CustomerPotential.Of(residual, WalletUpside.Of(200, 110, 0.3, 2), 0).Value);
    }

    /// <summary>Nobody can be given both views of the same money: what is added to residual value is one upside, and there are two kinds of it.</summary>
    [Fact]
    public void No_way_leads_to_counting_money_twice()
    {
        Assert.All(typeof(CustomerPotential).GetMethods().Where(method => method.Name == nameof(CustomerPotential.Of)), method =>
            Assert.True(method.GetParameters().Count(parameter => typeof(Upside).IsAssignableFrom(parameter.ParameterType)) <= 1));
        Assert.Empty(typeof(CustomerPotential).GetConstructors());
        Assert.Equal(new[] { typeof(CrossSellUpside), typeof(WalletUpside) }, typeof(Upside).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Upside))).OrderBy(type => type.Name));
        Assert.All(typeof(CustomerPotential).GetMethods().SelectMany(method => method.GetParameters()).Where(parameter => parameter.Name == "kappa"), parameter => Assert.False(parameter.HasDefaultValue));
    }

    [Fact]
    public void A_horizon_is_the_sum_of_its_periods_and_without_end_its_limit()
    {
        Random random = new(1);
        foreach (double rho in new[] { 0, 0.3, 0.8, 0.999999, 1 - 1e-12, 1 }.Concat(Enumerable.Range(0, 50).Select(_ => random.NextDouble())))
        {
            foreach (double d in new[] { 0, 1e-9, 0.1, 2 })
            {
                double sum = 0, term = 1;
                for (int t = 1; t <= 40; t++)
                    sum += term *= rho / (1 + d);
                Assert.Equal(sum, ResidualValue.OfConstantRetention(rho, d, 40, 1).DiscountedTime, 1e-12 * Math.Max(sum, 1));
                if (rho < 0.9 || d > 0.05)
                    Relative.Equal(ResidualValue.OfConstantRetention(rho, d, 1).DiscountedTime, ResidualValue.OfConstantRetention(rho, d, 100_000, 1).DiscountedTime, 1e-12);
            }
        }

        Assert.Equal(0, ResidualValue.OfConstantRetention(0.5, 0, 0, 1).Value);
    }

    [Fact]
    public void Large_utilities_overflow_nothing()
    {
        double[] probability = new double[2];
        Assert.Equal(0, NextProduct.Probabilities([2000, 1000], probability));
        Assert.Equal([1, 0], probability);
        Assert.Equal(1, NextProduct.Probabilities([-2000, -1000], probability));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_with_the_range()
    {
        ResidualValue residual = ResidualValue.OfExpectedTime(1, -5);
        WalletUpside wallet = WalletUpside.Of(1, 0, 1, 1);
        foreach (double kappa in new[] { -0.1, 1.1, double.NaN })
            Assert.Contains("[0, 1]", Assert.Throws<ArgumentOutOfRangeException>(() => CustomerPotential.Of(residual, wallet, kappa)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualValue.OfConstantRetention(1, 0, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualValue.OfConstantRetention(1.01, 0.1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualValue.OfConstantRetention(0.5, double.NaN, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualValue.OfConstantRetention(0.5, 0.1, -1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualValue.OfExpectedTime(-1, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => ResidualValue.OfExpectedTime(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => CrossSellUpside.Of([1.5], [1], [false], 1));
        Assert.Throws<ArgumentException>(() => CrossSellUpside.Of([0.5], [1, 2], [false], 1));
        Assert.Throws<ArgumentException>(() => CrossSellUpside.Of([0.5], [1], [false, true], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalletUpside.Of(double.PositiveInfinity, 0, 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NextProduct.Offer([double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => NextProduct.Offer([1], [1, 2]));
    }

    private static double[] Numbers(JsonElement from, string name) => [.. from.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/potential/{name}.json"))).RootElement;
}
