using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>Predictions for the customers of CDNOW, all 2,357 by lifetimes in double and 227 of them with 60 digits.</summary>
public class CdnowPredictionsTests
{
    [SkippableTheory]
    [InlineData("bg_nbd")]
    [InlineData("mbg_nbd")]
    public void Every_customer_equals_the_reference_to_1e_minus_9(string reference)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/lifetime/{reference}.json")));
        JsonElement root = document.RootElement;
        PurchaseModel model = Model(reference, root.GetProperty("lifetimes_fit").GetProperty("params"));
        SummaryColumns columns = Cdnow.Calibration();
        double[] expected26 = new double[columns.Count];
        double[] alive = new double[columns.Count];
        model.ProbabilityAlive(columns, alive);
        model.ExpectedPurchases(columns, 26, expected26);

        foreach (string table in new[] { "predictions_at_lifetimes_params", "predictions_exact_at_lifetimes_params" })
        {
            string[] names = root.GetProperty(table).GetProperty("columns").EnumerateArray().Select(name => name.GetString()!).ToArray();
            foreach (JsonElement row in root.GetProperty(table).GetProperty("rows").EnumerateArray())
            {
                int customer = (int)Number(row[0]) - 1;
                for (int i = 1; i < names.Length; i++)
                {
                    double? actual = names[i] switch
                    {
                        "loglik" => model.LogLikelihood(columns[customer]),
                        "p_alive" => model.ProbabilityAlive(columns[customer]),
                        string weeks when weeks.Contains("26", StringComparison.Ordinal) => model.ExpectedPurchases(columns[customer], 26),
                        string weeks when weeks.Contains("39", StringComparison.Ordinal) => model.ExpectedPurchases(columns[customer], 39),
                        string weeks when weeks.Contains("52", StringComparison.Ordinal) => model.ExpectedPurchases(columns[customer], 52),
                        _ => null,
                    };
                    if (actual is { } value)
                        AssertRelative(Number(row[i]), value, $"{table}, customer {customer + 1}, {names[i]}");
                    if (names[i] == "p_alive")
                        AssertRelative(Number(row[i]), alive[customer], "columnar P(alive)");
                    if (names[i].Contains("26", StringComparison.Ordinal))
                        AssertRelative(Number(row[i]), expected26[customer], "columnar expected purchases");
                }
            }
        }

        JsonElement pmf = root.GetProperty("prob_n_purchases_new_customer");
        foreach ((JsonElement n, JsonElement probability) in pmf.GetProperty("n").EnumerateArray().Zip(pmf.GetProperty("values").EnumerateArray()))
            AssertRelative(Number(probability), model.ProbabilityOfPurchases(n.GetInt32(), Number(pmf.GetProperty("t"))), "P(n)");
        JsonElement fresh = root.GetProperty("expected_purchases_new_customer");
        foreach ((JsonElement t, JsonElement purchases) in fresh.GetProperty("t").EnumerateArray().Zip(fresh.GetProperty("values").EnumerateArray()))
            AssertRelative(Number(purchases), model.ExpectedPurchases(Number(t)), "new customer");
    }

    [SkippableFact]
    public void Expected_spend_and_12_month_value_equal_lifetimes_to_1e_minus_9()
    {
        using JsonDocument spendDocument = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/gamma_gamma.json")));
        using JsonDocument valueDocument = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/clv_bg_gg.json")));
        using JsonDocument purchaseDocument = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/bg_nbd.json")));
        JsonElement p = spendDocument.RootElement.GetProperty("lifetimes_fit").GetProperty("params");
        GammaGammaModel spend = new(p.GetProperty("p").GetDouble(), p.GetProperty("q").GetDouble(), p.GetProperty("v").GetDouble());
        PurchaseModel purchases = Model("bg_nbd", purchaseDocument.RootElement.GetProperty("lifetimes_fit").GetProperty("params"));
        SummaryColumns columns = Cdnow.Calibration();
        double[] expectedSpend = new double[columns.Count];
        spend.ExpectedSpend(columns, expectedSpend);

        foreach (JsonElement row in spendDocument.RootElement.GetProperty("expected_average_profit").GetProperty("rows").EnumerateArray())
            AssertRelative(Number(row[2]), expectedSpend[(int)Number(row[0]) - 1], "expected spend");

        // lifetimes discounts by whole months of 4.345 weeks at 1 % each: the same sum from our expectations.
        foreach (JsonElement row in valueDocument.RootElement.GetProperty("rows").EnumerateArray())
        {
            int customer = (int)Number(row[0]) - 1;
            double value = 0;
            for (int month = 1; month <= 12; month++)
            {
                double inMonth = purchases.ExpectedPurchases(columns[customer], month * 4.345) - purchases.ExpectedPurchases(columns[customer], (month - 1) * 4.345);
                value += inMonth * expectedSpend[customer] / Math.Pow(1.01, month);
            }

            AssertRelative(Number(row[1]), value, $"12-month value of {customer + 1}");
        }
    }

    private static PurchaseModel Model(string reference, JsonElement p)
    {
        double[] theta = new[] { "r", "alpha", "a", "b" }.Select(name => p.GetProperty(name).GetDouble()).ToArray();
        return reference == "bg_nbd"
            ? new BgNbdModel(theta[0], theta[1], theta[2], theta[3], TimeUnit.Week)
            : new MbgNbdModel(theta[0], theta[1], theta[2], theta[3], TimeUnit.Week);
    }

    private static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();

    private static void AssertRelative(double expected, double actual, string what) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-9 * Math.Abs(expected), $"{what}: {actual:R} is not {expected:R}");
}
