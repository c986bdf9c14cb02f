using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.Diagnostics;
using CustomerValue.LifetimeValue.ParetoNbd;

namespace CustomerValue.Tests.LifetimeValue.ParetoNbd;

/// <summary>CDNOW, and values of 60-digit arithmetic where naive forms overflow or cancel.</summary>
public class ParetoNbdReferenceTests
{
    [SkippableFact]
    public void Extreme_cases_equal_60_digit_arithmetic_to_1e_minus_11()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/extreme_cases.json")));
        List<string> wrong = [];
        int compared = 0;
        foreach (JsonElement @case in document.RootElement.GetProperty("cases").EnumerateArray().Where(@case => @case.GetProperty("model").GetString() == "Pareto/NBD"))
        {
            double Parameter(string name) => @case.GetProperty("params").GetProperty(name).GetDouble();
            double Input(string name) => @case.GetProperty("input").GetProperty(name).GetDouble();
            ParetoNbdModel model = new(Parameter("r"), Parameter("alpha"), Parameter("s"), Parameter("beta"), TimeUnit.Week);
            PurchaseSummary customer = new((int)Input("x"), Input("tx"), Input("T"));
            double rate = Math.Exp(Input("discount_rate_continuous") * 365.25 / 7) - 1;
            foreach (JsonProperty exact in @case.GetProperty("exact").EnumerateObject())
            {
                double value = exact.Name switch
                {
                    "loglik" => model.LogLikelihood(customer),
                    "p_alive" => model.ProbabilityAlive(customer),
                    "cond_expected_purchases" => model.ExpectedPurchases(customer, Input("t")),
                    "expected_new_customer" => model.ExpectedPurchases(Input("t")),
                    _ => model.DiscountedExpectedResidualTransactions(customer, rate),
                };
                compared++;
                double expected = double.Parse(exact.Value.GetString()!, CultureInfo.InvariantCulture);
                if (!(Math.Abs(value - expected) <= 1e-11 * Math.Abs(expected)))
                    wrong.Add($"{@case.GetProperty("label").GetString()}, {exact.Name}: {value:R} for {expected:R}, relative {(value - expected) / expected:E2}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(70, compared);
    }

    [SkippableFact]
    public void The_optimum_on_cdnow_with_its_covariance()
    {
        FitReport report = new ParetoNbdEstimator().Fit(Cdnow.Calibration()).Report;
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/pareto_nbd.json")));
        JsonElement optimum = document.RootElement.GetProperty("mle_polished");
        Assert.True(report.Converged, report.Reason?.English);
        Assert.Equal(optimum.GetProperty("loglik_total").GetDouble(), report.LogLikelihood, 1e-8);
        for (int i = 0; i < 4; i++)
        {
            Relative.Equal(optimum.GetProperty("params").GetProperty(report.Parameters[i].Name).GetDouble(), report.Parameters[i].Value, 1e-8);
            Relative.Equal(optimum.GetProperty("std_err").GetProperty(report.Parameters[i].Name).GetDouble(), report.StandardErrors![i], 1e-6);
            for (int j = 0; j < 4; j++)
                Relative.Equal(optimum.GetProperty("covariance")[i][j].GetDouble(), report.Covariance![i][j], 1e-6);
        }
    }

    [SkippableFact]
    public void Every_customer_of_cdnow_equals_lifetimes_and_227_of_them_60_digits()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/pareto_nbd.json")));
        JsonElement root = document.RootElement;
        ParetoNbdModel model = Model(root.GetProperty("lifetimes_fit").GetProperty("params"));
        SummaryColumns columns = Cdnow.Calibration();
        double[] alive = new double[columns.Count];
        double[] expected26 = new double[columns.Count];
        double[] residual = new double[columns.Count];
        model.ProbabilityAlive(columns, alive);
        model.ExpectedPurchases(columns, 26, expected26);
        double rate = Math.Pow(1.15, TimeUnit.Week.PerYear() / 52) - 1;
        model.DiscountedExpectedPurchases(columns, double.PositiveInfinity, rate, residual);
        int compared = 0;
        foreach ((string table, double tolerance) in new[] { ("predictions_at_lifetimes_params", 1e-12), ("predictions_exact_at_lifetimes_params", 1e-13) })
        {
            string[] names = [.. root.GetProperty(table).GetProperty("columns").EnumerateArray().Select(name => name.GetString()!)];
            foreach (JsonElement row in root.GetProperty(table).GetProperty("rows").EnumerateArray())
            {
                int customer = (int)Number(row[0]) - 1;
                for (int i = 1; i < names.Length; i++)
                {
                    double? actual = names[i] switch
                    {
                        "loglik" => model.LogLikelihood(columns[customer]),
                        "p_alive" => alive[customer],
                        "cond_expected_purchases_26w" => expected26[customer],
                        "cond_expected_purchases_39w" => model.ExpectedPurchases(columns[customer], 39),
                        "cond_expected_purchases_52w" => model.ExpectedPurchases(columns[customer], 52),
                        "dert_delta_ln1.15_over_52" => residual[customer],
                        _ => null,
                    };
                    if (actual is not { } value)
                        continue;
                    Relative.Equal(Number(row[i]), value, tolerance);
                    compared++;
                }
            }
        }

        Assert.Equal((2357 * 4) + (227 * 6), compared);
    }

    [SkippableFact]
    public void Counts_of_a_known_customer_and_purchases_of_a_new_one_equal_lifetimes()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/lifetime/pareto_nbd.json")));
        JsonElement root = document.RootElement;
        ParetoNbdModel model = Model(root.GetProperty("lifetimes_fit").GetProperty("params"));
        JsonElement mass = root.GetProperty("prob_n_in_t_conditional");
        foreach ((JsonElement n, JsonElement probability) in mass.GetProperty("n").EnumerateArray().Zip(mass.GetProperty("values").EnumerateArray()))
            Relative.Equal(Number(probability), model.ProbabilityOfPurchases(n.GetInt32(), new PurchaseSummary(2, 30.43, 38.86), 39), 1e-10);
        JsonElement fresh = root.GetProperty("expected_purchases_new_customer");
        foreach ((JsonElement t, JsonElement purchases) in fresh.GetProperty("t").EnumerateArray().Zip(fresh.GetProperty("values").EnumerateArray()))
            Relative.Equal(Number(purchases), model.ExpectedPurchases(Number(t)), 1e-12);
    }

    [SkippableFact]
    public void Holdout_of_cdnow_is_what_the_reference_says()
    {
        (SummaryColumns calibration, HoldoutColumns holdout) = Cdnow.Holdout();
        HoldoutAccuracy accuracy = HoldoutEvaluation.Evaluate(new ParetoNbdModel(0.5532766817595332, 10.577732093878433, 0.6062090240722409, 11.667659192544257, TimeUnit.Week), calibration, holdout);
        Assert.Equal(0.7545247144239642, accuracy.MeanAbsoluteError, 1e-8);
        Assert.Equal(1.6028482363235261, accuracy.RootMeanSquareError, 1e-8);
        Assert.Equal(1665.5265479667437, accuracy.PredictedTotal, 1e-4);
        Assert.True(accuracy.MedianMeanAbsoluteError < 0.67, "the median is the better forecast of a single customer");
    }

    /// <summary>CLVTools and BTYD on exact days/7, to the digits they state.</summary>
    [SkippableFact]
    public void Exact_days_give_the_optimum_of_r_packages()
    {
        FitReport report = new ParetoNbdEstimator().Fit(Cdnow.Holdout().Calibration).Report;
        Assert.Equal(-9594.97618, report.LogLikelihood, 1e-5);
        double[] expected = [0.55327, 10.5778, 0.60602, 11.6639];
        for (int i = 0; i < 4; i++)
            Relative.Equal(expected[i], report.Parameters[i].Value, 5e-4);
    }

    private static ParetoNbdModel Model(JsonElement p) =>
        new(p.GetProperty("r").GetDouble(), p.GetProperty("alpha").GetDouble(), p.GetProperty("s").GetDouble(), p.GetProperty("beta").GetDouble(), TimeUnit.Week);

    private static double Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();
}
