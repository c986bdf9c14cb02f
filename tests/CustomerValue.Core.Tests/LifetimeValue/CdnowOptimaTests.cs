using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.LifetimeValue;
using CustomerValue.LifetimeValue.BgNbd;
using CustomerValue.LifetimeValue.GammaGamma;
using CustomerValue.LifetimeValue.MbgNbd;

namespace CustomerValue.Tests.LifetimeValue;

/// <summary>The maxima on CDNOW, as found by Newton with automatic differentiation, and as published by Fader, Hardie and Lee.</summary>
public class CdnowOptimaTests
{
    public static TheoryData<string> Models => ["bg_nbd", "mbg_nbd", "gamma_gamma"];

    [SkippableTheory]
    [MemberData(nameof(Models))]
    public void Log_likelihood_to_1e_minus_6_parameters_and_covariance_to_1e_minus_5(string reference)
    {
        FitReport report = Fit(reference, Cdnow.Calibration());
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedData.Path($"reference/lifetime/{reference}.json")));
        JsonElement optimum = document.RootElement.GetProperty("mle_polished");

        Assert.True(report.Converged, report.Reason?.English);
        Assert.Equal(optimum.GetProperty("loglik_total").GetDouble(), report.LogLikelihood, 1e-6);
        double[] expected = report.Parameters.Select(parameter => optimum.GetProperty("params").GetProperty(parameter.Name).GetDouble()).ToArray();
        for (int i = 0; i < expected.Length; i++)
        {
            AssertRelative(expected[i], report.Parameters[i].Value, 1e-8);
            AssertRelative(optimum.GetProperty("std_err").GetProperty(report.Parameters[i].Name).GetDouble(), report.StandardErrors![i], 1e-5);
            for (int j = 0; j < expected.Length; j++)
                AssertRelative(optimum.GetProperty("covariance")[i][j].GetDouble(), report.Covariance![i][j], 1e-5);
        }
    }

    [SkippableFact]
    public void Fader_hardie_lee_2005_table_1()
    {
        FitReport report = Fit("bg_nbd", Cdnow.Calibration());
        Assert.Equal([0.243, 4.414, 0.793, 2.426], report.Parameters.Select(parameter => Math.Round(parameter.Value, 3)));
        Assert.Equal(-9582.4, report.LogLikelihood, 0.05);
    }

    private static FitReport Fit(string reference, SummaryColumns columns) => reference switch
    {
        "bg_nbd" => new BgNbdEstimator().Fit(columns).Report,
        "mbg_nbd" => new MbgNbdEstimator().Fit(columns).Report,
        _ => new GammaGammaEstimator().Fit(columns).Report,
    };

    private static void AssertRelative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{actual:R} is not {expected:R} to {tolerance}");
}
