using System.Text.Json;
using CustomerValue.Segmentation.Evaluation.Agreement;
using FsCheck;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>Against scikit-learn 1.2.1 to 1e-12 relative, at the edges too, and what holds for any labels.</summary>
public class LabelAgreementTests
{
    [SkippableFact]
    public void Species_and_three_means_of_iris_agree_as_scikit_learn_says()
    {
        JsonElement expected = EvaluationData.Reference("agreement_drift_geo").GetProperty("iris_species_vs_kmeans3");
        string[] species = [.. SharedData.Lines("data/clustering/iris.csv").Skip(1).Select(line => line.Split(',')[4])];
        LabelAgreement agreement = LabelAgreement.Between([.. species.Select(name => Array.IndexOf(species, name))], TinyLloyd.From(EvaluationData.Iris(), [0, 74, 149]));
        EvaluationData.Near(expected.GetProperty("rand_score").GetDouble(), agreement.Rand, 1e-12);
        EvaluationData.Near(expected.GetProperty("adjusted_rand_score").GetDouble(), agreement.AdjustedRand, 1e-12);
        EvaluationData.Near(expected.GetProperty("normalized_mutual_info_score").GetDouble(), agreement.NormalizedMutualInformation, 1e-12);
        EvaluationData.Near(expected.GetProperty("adjusted_mutual_info_score").GetDouble(), agreement.AdjustedMutualInformation, 1e-12);
        EvaluationData.Near(expected.GetProperty("homogeneity_score").GetDouble(), agreement.Homogeneity, 1e-12);
        EvaluationData.Near(expected.GetProperty("completeness_score").GetDouble(), agreement.Completeness, 1e-12);
        EvaluationData.Near(expected.GetProperty("v_measure_score").GetDouble(), agreement.VMeasure, 1e-12);
        EvaluationData.Near(expected.GetProperty("fowlkes_mallows_score").GetDouble(), agreement.FowlkesMallows, 1e-12);
    }

    [SkippableFact]
    public void Three_and_four_means_of_iris_agree_as_scikit_learn_says()
    {
        JsonElement expected = EvaluationData.Reference("agreement_drift_geo").GetProperty("kmeans3_vs_kmeans4");
        double[][] iris = EvaluationData.Iris();
        LabelAgreement agreement = LabelAgreement.Between(TinyLloyd.From(iris, [0, 74, 149]), TinyLloyd.From(iris, [0, 50, 99, 149]));
        EvaluationData.Near(expected.GetProperty("adjusted_rand_score").GetDouble(), agreement.AdjustedRand, 1e-12);
        EvaluationData.Near(expected.GetProperty("normalized_mutual_info_score").GetDouble(), agreement.NormalizedMutualInformation, 1e-12);
    }

    [SkippableFact]
    public void Species_and_scaled_means_differ_by_the_information_that_fpc_finds()
    {
        JsonElement r = EvaluationData.Reference("cluster_r");
        LabelAgreement agreement = LabelAgreement.Between([.. Enumerable.Range(0, 150).Select(row => row / 50)], r.GetProperty("iris_scaled_kmeans_lloyd").GetProperty("labels").Integers());
        EvaluationData.Near(r.GetProperty("cluster_stats").GetProperty("vi").GetDouble(), agreement.VariationOfInformation, 1e-12);
        EvaluationData.Near(r.GetProperty("cluster_stats").GetProperty("corrected_rand").GetDouble(), agreement.AdjustedRand, 1e-12);
    }

    /// <summary>scikit-learn 1.2.1: rand, adjusted rand, NMI, AMI, homogeneity, completeness, V, Fowlkes-Mallows.</summary>
    [Theory]
    [InlineData("", "", 1, 1, 1, 1, 1, 1, 1, 0)]
    [InlineData("0", "7", 1, 1, 1, 1, 1, 1, 1, 0)]
    [InlineData("0000", "3333", 1, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData("0123", "0123", 1, 1, 1, 1, 1, 1, 1, 0)]
    [InlineData("0000", "0123", 0, 0, 0, 0, 1, 0, 0, 0)]
    [InlineData("0011", "0000", 1.0 / 3, 0, 0, 0, 0, 1, 0, 0.5773502691896257)]
    [InlineData("0011", "0101", 1.0 / 3, -0.5, 0, -0.5, 0, 0, 0, 0)]
    [InlineData("000111", "001122", 2.0 / 3, 0.24242424242424243, 0.5158037429793889, 0.2987924581708901, 0.6666666666666669, 0.420619835714305, 0.5158037429793889, 0.4714045207910317)]
    public void Edges_are_as_scikit_learn_defines(string first, string second, double rand, double adjusted, double normalized, double adjustedInformation, double homogeneity, double completeness, double v, double fowlkesMallows)
    {
        LabelAgreement agreement = LabelAgreement.Between([.. first.Select(label => label - '0')], [.. second.Select(label => label - '0')]);
        double[] expected = [rand, adjusted, normalized, adjustedInformation, homogeneity, completeness, v, fowlkesMallows];
        double[] actual =
        [
            agreement.Rand, agreement.AdjustedRand, agreement.NormalizedMutualInformation, agreement.AdjustedMutualInformation,
            agreement.Homogeneity, agreement.Completeness, agreement.VMeasure, agreement.FowlkesMallows,
        ];
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-12);
    }

    [Property]
    public void Other_names_of_groups_change_not_a_bit_and_sides_may_be_swapped(byte[] labels, int seed)
    {
        int[] first = [.. labels.Select(label => label % 5)], second = [.. labels.Select(label => label / 16 % 4)];
        Random random = new(seed);
        int[] names = [.. Enumerable.Range(-2, 9).OrderBy(_ => random.Next())];
        LabelAgreement plain = LabelAgreement.Between(first, second);
        Assert.Equal(plain, LabelAgreement.Between([.. first.Select(label => names[label])], [.. second.Select(label => names[label])]));
        LabelAgreement swapped = LabelAgreement.Between(second, first);
        Assert.Equal(plain.AdjustedRand, swapped.AdjustedRand, 1e-12);
        Assert.Equal(plain.AdjustedMutualInformation, swapped.AdjustedMutualInformation, 1e-9);
        Assert.Equal(plain.Homogeneity, swapped.Completeness, 1e-12);
        Assert.InRange(plain.AdjustedRand, -0.5, 1);
        Assert.InRange(plain.VariationOfInformation, 0, 2 * Math.Log(Math.Max(1, labels.Length)) + 1e-12);
        LabelAgreement self = LabelAgreement.Between(first, first);
        Assert.Equal((1.0, 1.0, 1.0, 0.0), (self.AdjustedRand, self.AdjustedMutualInformation, self.NormalizedMutualInformation, self.VariationOfInformation));
    }

    [Fact]
    public void Random_labels_of_many_customers_agree_by_chance_alone()
    {
        Random random = new(3);
        int[] first = [.. Enumerable.Range(0, 200_000).Select(_ => random.Next(6))], second = [.. Enumerable.Range(0, 200_000).Select(_ => random.Next(9))];
        LabelAgreement agreement = LabelAgreement.Between(first, second);
        Assert.InRange(agreement.AdjustedRand, -1e-4, 1e-4);
        Assert.InRange(agreement.AdjustedMutualInformation, -1e-4, 1e-4);
    }

    [Fact]
    public void Labellings_of_different_length_are_refused() => Assert.Throws<ArgumentException>(() => LabelAgreement.Between([0, 1], [0]));
}
