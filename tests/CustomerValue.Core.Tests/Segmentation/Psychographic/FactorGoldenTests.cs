using System.Globalization;
using System.Text.Json;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Psychographic;

namespace CustomerValue.Tests.Segmentation.Psychographic;

/// <summary>The 25 items of bfi, people who answered all, against R 4.2.2 (factanal) and psych 2.2.9: reference/segmentation/likert_factor.json.</summary>
public sealed class FactorGoldenTests
{
    private static readonly Lazy<NumericTable> Bfi = new(() => Answers(25));

    private static JsonElement Reference => JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/segmentation/likert_factor.json"))).RootElement;

    [SkippableFact]
    public void Five_factors_by_maximum_likelihood_are_those_of_factanal()
    {
        FactorFit fit = FactorAnalysis.Fit(Bfi.Value, 5);
        JsonElement reference = Reference;
        Assert.True(fit.Converged);
        Assert.Equal(2436, fit.Rows);
        Assert.Empty(fit.HeywoodCases);
        Relative.Equal(reference.GetProperty("criteria_objective").GetDouble(), fit.Discrepancy, 1e-9);
        Relative.Equal(reference.GetProperty("chisq").GetDouble(), fit.ChiSquare, 1e-9);
        Relative.Equal(reference.GetProperty("pvalue").GetDouble(), fit.PValue, 1e-6);
        Assert.Equal(185, fit.DegreesOfFreedom);
        // R's optimiser stops 1.1e-5 short in one of them.
        double[] uniquenesses = Numbers(reference.GetProperty("uniq"));
        for (int item = 0; item < 25; item++)
            Assert.Equal(uniquenesses[item], fit.Model.Uniquenesses[item], 1.2e-5);
        AssertLoadings(reference.GetProperty("loadings_varimax"), fit.Model);
    }

    [SkippableFact]
    public void Promax_is_that_of_factanal() => AssertLoadings(Reference.GetProperty("loadings_promax"), FactorAnalysis.Fit(Bfi.Value, 5, FactorRotation.Promax).Model);

    [SkippableFact]
    public void Adequacy_and_reliability_are_those_of_psych()
    {
        SamplingAdequacy adequacy = SamplingAdequacy.Of(Bfi.Value);
        Relative.Equal(Reference.GetProperty("KMO").GetDouble(), adequacy.Overall, 1e-12);
        Relative.Equal(Reference.GetProperty("bartlett").GetProperty("chisq").GetDouble(), adequacy.ChiSquare, 1e-12);
        Assert.Equal(300, adequacy.DegreesOfFreedom);
        Assert.Equal(25, adequacy.ByItem.Count);

        Reliability agreeable = Reliability.Of(Answers(5, complete: 25), [true, false, false, false, false]);
        Relative.Equal(Reference.GetProperty("alpha_A").GetProperty("raw").GetDouble(), agreeable.Alpha, 1e-12);
        Relative.Equal(Reference.GetProperty("alpha_A").GetProperty("std").GetDouble(), agreeable.StandardizedAlpha, 1e-12);
    }

    [SkippableFact]
    public void Parallel_analysis_finds_as_many_as_psych()
    {
        ParallelAnalysis parallel = ParallelAnalysis.Of(Bfi.Value);
        double[] eigenvalues = Numbers(Reference.GetProperty("eigen"));
        for (int i = 0; i < 25; i++)
            Relative.Equal(eigenvalues[i], parallel.Components[i], 1e-12);
        Assert.Equal((5, 6), (parallel.ComponentCount, parallel.FactorCount));
    }

    /// <summary>People who answered the first <paramref name="complete"/> items, with their answers to the first <paramref name="items"/>.</summary>
    private static NumericTable Answers(int items, int complete = 25)
    {
        string[][] lines = [.. SharedData.Lines("data/surveys/bfi.csv").Select(line => line.Split(','))];
        double[][] people = [.. lines.Skip(1).Where(line => line.Take(complete).All(answer => answer.Length > 0)).Select(line => line.Take(items).Select(answer => double.Parse(answer, CultureInfo.InvariantCulture)).ToArray())];
        return new NumericTable([.. Enumerable.Range(0, items).Select(item => (ReadOnlyMemory<double>)people.Select(person => person[item]).ToArray())], lines[0].Take(items).ToArray());
    }

    /// <summary>The same columns in any order and with any sign: R sorts factors before it turns them.</summary>
    private static void AssertLoadings(JsonElement reference, FactorModel model)
    {
        double[][] expected = [.. reference.EnumerateArray().Select(Numbers)];
        for (int factor = 0; factor < model.Factors; factor++)
        {
            double[] mine = [.. model.Loadings.Select(row => row[factor])];
            double closest = Enumerable.Range(0, model.Factors).Min(other => Math.Min(Distance(mine, expected, other, 1), Distance(mine, expected, other, -1)));
            Assert.InRange(closest, 0, 1e-5);
        }
    }

    private static double Distance(double[] mine, double[][] expected, int column, int sign) => mine.Select((loading, item) => Math.Abs(loading - (sign * expected[item][column]))).Max();

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
