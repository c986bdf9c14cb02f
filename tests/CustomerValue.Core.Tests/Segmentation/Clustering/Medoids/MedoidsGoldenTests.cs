using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Segmentation;
using CustomerValue.Segmentation.Clustering;
using CustomerValue.Segmentation.Clustering.Medoids;
using NodaTime;

namespace CustomerValue.Tests.Segmentation.Clustering.Medoids;

/// <summary>Against R's package cluster on its flowers: daisy's dissimilarities to 1e-12, pam's medoids, labels and objectives.</summary>
public class MedoidsGoldenTests
{
    private static readonly MixedFieldKind[] Default =
    [
        MixedFieldKind.Category, MixedFieldKind.Category, MixedFieldKind.Category, MixedFieldKind.Category, MixedFieldKind.Ordered, MixedFieldKind.Ordered, MixedFieldKind.Number, MixedFieldKind.Number,
    ];

    [SkippableFact]
    public void Dissimilarities_equal_daisy_with_and_without_asymmetric_fields()
    {
        MixedFieldKind[] asymmetric = [.. Default[..2], MixedFieldKind.Asymmetric, .. Default[3..]];
        Compare(Reference("gower_flower").GetProperty("default"), Matrix(Default));
        Compare(Reference("gower_flower").GetProperty("asymm3"), Matrix(asymmetric));
    }

    [SkippableFact]
    public void Medoids_labels_and_objectives_equal_pam()
    {
        JsonElement reference = Reference("pam_gower_flower_k3");
        PamModel model = PamEstimator.Fit(Matrix(Default), 3);
        int[] labels = [.. reference.GetProperty("clustering").EnumerateArray().Select(label => label.GetInt32() - 1)];
        int[] medoids = [.. reference.GetProperty("medoids").EnumerateArray().Select(row => row.GetInt32() - 1)];
        Assert.Equal(medoids.Order(), model.Medoids.Order());
        // pam numbers clusters as their rows first come.
        int[] numbers = [.. model.Medoids.Select(medoid => labels[medoid])];
        Assert.Equal(labels, model.Labels.ToArray().Select(label => numbers[label]));
        Relative.Equal(reference.GetProperty("objective")[0].GetDouble(), model.BuildObjective, 1e-12);
        Relative.Equal(reference.GetProperty("objective")[1].GetDouble(), model.Objective, 1e-12);
    }

    [SkippableFact]
    public void The_strategy_finds_the_same_medoids_by_columns_of_a_base()
    {
        double[][] columns = Columns();
        CustomerBase flowers = CustomerBase.OfProfiles(new LocalDate(2024, 1, 1), Enumerable.Range(0, 18).Select(row => new CustomerProfile { Customer = new CustomerId($"c{row:D2}"), Attributes = new Dictionary<string, string>() }))
            .With([.. columns.Select((column, field) => new NumberColumn($"V{field + 1}", column))]);
        MedoidsSegmentation segmentation = (MedoidsSegmentation)new MedoidsStrategy(new MedoidsOptions { K = 3, Fields = [.. Default.Select((kind, field) => new MixedField { Column = $"v{field + 1}", Kind = kind })] }).Fit(flowers);
        JsonElement reference = Reference("pam_gower_flower_k3");
        Relative.Equal(reference.GetProperty("objective")[1].GetDouble(), segmentation.Fit.Figures.Single(figure => figure.Key == "meanDissimilarity").Value, 1e-12);
        int[] segments = new int[18];
        segmentation.Assign(flowers, segments);
        Assert.All(reference.GetProperty("medoids").EnumerateArray(), medoid => Assert.Equal(0, segmentation.Assign(flowers, medoid.GetInt32() - 1).Distance));
        Assert.Equal(reference.GetProperty("clustering").EnumerateArray().GroupBy(label => label.GetInt32()).Select(group => group.Count()).OrderDescending(), segments.GroupBy(segment => segment).OrderBy(group => group.Key).Select(group => group.Count()));
    }

    private static double[][] Matrix(MixedFieldKind[] kinds)
    {
        double[][] columns = Columns();
        return new GowerDissimilarity(kinds, [.. columns.Select(column => column.Max() - column.Min())]).Matrix([.. columns.Select(column => (ReadOnlyMemory<double>)column)]);
    }

    private static double[][] Columns()
    {
        string[][] lines = [.. SharedData.Lines("data/clustering/flower.csv").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
        return [.. Enumerable.Range(0, 8).Select(column => Array.ConvertAll(lines, line => double.Parse(line[column], CultureInfo.InvariantCulture)))];
    }

    private static void Compare(JsonElement expected, double[][] matrix)
    {
        for (int row = 0; row < 18; row++)
        {
            for (int other = 0; other < 18; other++)
                Assert.Equal(expected[row][other].GetDouble(), matrix[row][other], 1e-12);
        }
    }

    private static JsonElement Reference(string name) => JsonDocument.Parse(File.ReadAllText(SharedData.Path("reference/segmentation/cluster_r.json"))).RootElement.GetProperty(name);
}
