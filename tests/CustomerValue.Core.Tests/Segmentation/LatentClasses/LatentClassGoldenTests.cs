using System.Text.Json;
using CustomerValue.Segmentation.LatentClasses;

namespace CustomerValue.Tests.Segmentation.LatentClasses;

/// <summary>Against stepmix on the carcinoma ratings: log-likelihood, AIC and BIC to 1e-6, with starts that the library chose itself.</summary>
public sealed class LatentClassGoldenTests
{
    [SkippableTheory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Carcinoma_reaches_the_known_optimum(int classes)
    {
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/segmentation/lca_stepmix.json"))).RootElement
            .GetProperty("carcinoma").EnumerateArray().Single(it => it.GetProperty("k").GetInt32() == classes);
        LatentClassReport report = LatentClassEstimator.Fit(Answers.Carcinoma(), new LatentClassOptions { Classes = classes }).Report;
        Assert.Equal(expected.GetProperty("ll").GetDouble(), report.LogLikelihood, 1e-6);
        Assert.Equal(expected.GetProperty("aic").GetDouble(), report.Aic, 2e-6);
        Assert.Equal(expected.GetProperty("bic").GetDouble(), report.Bic, 2e-6);
        Assert.True(report.Converged, $"{report.Gradient}");
        Assert.InRange(report.Optima[0].Reached, 10, report.Finished);
        Assert.InRange(report.Finished, 10, report.Starts);
    }
}
