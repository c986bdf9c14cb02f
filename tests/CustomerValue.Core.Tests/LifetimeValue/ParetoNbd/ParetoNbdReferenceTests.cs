using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
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
}
