using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgBb;

namespace CustomerValue.Tests.LifetimeValue.BgBb;

/// <summary>The donors of Fader, Hardie &amp; Shang (2010), values of 20 digits, and where naive forms lose their digits.</summary>
public class BgBbReferenceTests
{
    [SkippableFact]
    public void Optimum_of_11104_donors_log_likelihood_to_1e_minus_6_parameters_to_1e_minus_8_covariance_to_1e_minus_5()
    {
        FitReport report = Donors.Fit().Report;
        using JsonDocument document = Read("bg_bb.json");
        JsonElement optimum = document.RootElement.GetProperty("mle_polished");
        Assert.True(report.Converged, report.Reason?.English);
        Assert.Equal(11104, report.Customers);
        Assert.Equal(22, report.DistinctHistories);
        Assert.Equal(optimum.GetProperty("loglik_total").GetDouble(), report.LogLikelihood, 1e-6);
        for (int i = 0; i < 4; i++)
        {
            Relative.Equal(optimum.GetProperty("params").GetProperty(report.Parameters[i].Name).GetDouble(), report.Parameters[i].Value, 1e-8);
            Relative.Equal(optimum.GetProperty("std_err").GetProperty(report.Parameters[i].Name).GetDouble(), report.StandardErrors![i], 1e-7);
            for (int j = 0; j < 4; j++)
                Relative.Equal(optimum.GetProperty("covariance")[i][j].GetDouble(), report.Covariance![i][j], 1e-6);
        }
    }

    [SkippableFact]
    public void Donors_in_each_of_7_classes_are_as_many_as_expected()
    {
        using JsonDocument document = Read("bg_bb.json");
        BgBbModel model = Model(document.RootElement.GetProperty("lifetimes_fit").GetProperty("params"));
        foreach (JsonProperty expected in document.RootElement.GetProperty("expected_transactions_first_n").EnumerateObject())
            Relative.Equal(expected.Value.GetDouble(), 11104 * model.ProbabilityOfPurchases(int.Parse(expected.Name, CultureInfo.InvariantCulture), 6), 1e-9);
    }

    /// <summary>The 22 cells with n = 6 and all 211 patterns with n = 20.</summary>
    [SkippableFact]
    public void Predictions_of_233_patterns_equal_20_digits_to_1e_minus_12()
    {
        using JsonDocument document = Read("bg_bb.json");
        BgBbModel model = Model(document.RootElement.GetProperty("lifetimes_fit").GetProperty("params"));
        JsonElement rows = document.RootElement.GetProperty("predictions_at_lifetimes_params").GetProperty("rows");
        Assert.Equal(233, rows.GetArrayLength());
        foreach (JsonElement row in rows.EnumerateArray())
        {
            PurchaseSummary customer = new(row.GetProperty("x").GetInt32(), row.GetProperty("tx").GetDouble(), row.GetProperty("n").GetDouble());
            JsonElement exact = row.GetProperty("exact");
            Relative.Equal(Number(exact, "loglik"), model.LogLikelihood(customer), 1e-12);
            Relative.Equal(Number(exact, "p_alive_n"), model.ProbabilityAlive(customer), 1e-12);
            Relative.Equal(Number(exact, "p_alive_n_plus_1"), model.ProbabilityAlive(customer, 1), 1e-12);
            Relative.Equal(Number(exact, "dert_10pct"), model.DiscountedExpectedResidualTransactions(customer, 0.1), 1e-12);
            foreach (JsonProperty horizon in exact.GetProperty("cond_expected").EnumerateObject())
                Relative.Equal(double.Parse(horizon.Value.GetString()!, CultureInfo.InvariantCulture), model.ExpectedPurchases(customer, double.Parse(horizon.Name, CultureInfo.InvariantCulture)), 1e-12);
        }
    }

    [SkippableFact]
    public void Extreme_cases_equal_60_digit_arithmetic_to_1e_minus_12()
    {
        using JsonDocument document = Read("extreme_cases.json");
        int compared = 0;
        foreach (JsonElement @case in document.RootElement.GetProperty("cases").EnumerateArray().Where(@case => @case.GetProperty("model").GetString() == "BG/BB"))
        {
            BgBbModel model = Model(@case.GetProperty("params"));
            JsonElement input = @case.GetProperty("input");
            JsonElement exact = @case.GetProperty("exact");
            PurchaseSummary customer = new(input.GetProperty("x").GetInt32(), input.GetProperty("tx").GetDouble(), input.GetProperty("n").GetDouble());
            Relative.Equal(Number(exact, "loglik"), model.LogLikelihood(customer), 1e-12);
            Relative.Equal(Number(exact, "p_alive_m0"), model.ProbabilityAlive(customer), 1e-12);
            Relative.Equal(Number(exact, "p_alive_m1"), model.ProbabilityAlive(customer, 1), 1e-12);
            Relative.Equal(Number(exact, "cond_expected_purchases"), model.ExpectedPurchases(customer, input.GetProperty("m").GetDouble()), 1e-12);
            Relative.Equal(Number(exact, "dert"), model.DiscountedExpectedResidualTransactions(customer, input.GetProperty("discount_rate_per_period").GetDouble()), 1e-12);
            compared++;
        }

        Assert.Equal(6, compared);
    }

    private static BgBbModel Model(JsonElement parameters) => new(
        parameters.GetProperty("alpha").GetDouble(),
        parameters.GetProperty("beta").GetDouble(),
        parameters.GetProperty("gamma").GetDouble(),
        parameters.GetProperty("delta").GetDouble(),
        TimeUnit.Year);

    private static double Number(JsonElement exact, string name) => double.Parse(exact.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static JsonDocument Read(string file) => JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/lifetime/{file}")));
}
