using System.Globalization;
using System.Text.Json;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Mixtures;

namespace CustomerValue.Tests.Segmentation.Clustering.Mixtures;

/// <summary>Against scikit-learn 1.2.1 from the same start: log-likelihood, AIC and BIC to 1e-9 relative; parameters to 1e-6, which is how near the references themselves came.</summary>
public sealed class MixtureGoldenTests
{
    public static TheoryData<int> Runs => [.. Enumerable.Range(0, 16)];

    [SkippableTheory]
    [MemberData(nameof(Runs))]
    public void Every_run_of_gmm_sklearn(int index)
    {
        JsonElement run = JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/segmentation/gmm_sklearn.json"))).RootElement.GetProperty("runs")[index];
        (NumericTable table, int[] labels) = MixtureData.Of(run.GetProperty("data").GetString()!.Split('.')[0]);
        CovarianceShape shape = Enum.Parse<CovarianceShape>(run.GetProperty("covariance_type").GetString()! is "diag" ? "diagonal" : run.GetProperty("covariance_type").GetString()!, ignoreCase: true);
        int count = run.GetProperty("G").GetInt32();
        GaussianMixtureModel model = GaussianMixtureEstimator.Fit(table, new GaussianMixtureOptions
        {
            Components = count,
            Covariance = shape,
            InitialLabels = labels,
            Tolerance = 1e-14,
            Regularization = run.GetProperty("reg_covar").GetDouble(),
        });

        Assert.True(model.Report!.Converged);
        Near(run.GetProperty("loglik").GetDouble(), model.Report.LogLikelihood, 1e-9);
        Near(run.GetProperty("bic").GetDouble(), model.Report.Bic, 1e-9);
        Near(run.GetProperty("aic").GetDouble(), model.Report.Aic, 1e-9);
        double[][] means = [.. run.GetProperty("means").EnumerateArray().Select(Numbers)];
        for (int k = 0; k < count; k++)
        {
            GaussianComponent component = model.Components.OrderBy(one => Math.Abs(one.Mean[0] - means[k][0])).First();
            Near(run.GetProperty("weights")[k].GetDouble(), component.Weight, 1e-6);
            Assert.All(means[k].Zip(component.Mean), pair => Near(pair.First, pair.Second, 1e-6));
            JsonElement covariances = run.GetProperty("covariances");
            double[] covariance = shape == CovarianceShape.Tied ? Numbers(covariances) : Numbers(covariances[k]);
            Assert.All(covariance.Zip(component.Covariance), pair => Near(pair.First, pair.Second, 1e-6));
        }
    }

    private static double[] Numbers(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().SelectMany(Numbers)] : [value.GetDouble()];

    private static void Near(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * Math.Abs(expected), string.Create(CultureInfo.InvariantCulture, $"{actual:R} is not {expected:R}: off by {Math.Abs((actual / expected) - 1):E1}"));
}
