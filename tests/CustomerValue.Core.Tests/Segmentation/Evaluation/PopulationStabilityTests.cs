using System.Globalization;
using System.Text.Json;
using CustomerValue.Customers;
using CustomerValue.Segmentation.Evaluation.Drift;
using CustomerValue.Validation;
using FsCheck.Xunit;

namespace CustomerValue.Tests.Segmentation.Evaluation;

/// <summary>Against NumPy 1.24 and SciPy 1.10 on the orders of R's package rfm, to 1e-9 relative.</summary>
public class PopulationStabilityTests
{
    [SkippableFact]
    public void Revenue_of_orders_before_and_from_2006_shifts_as_numpy_and_scipy_say()
    {
        JsonElement expected = EvaluationData.Reference("agreement_drift_geo").GetProperty("psi_orders_revenue");
        (string Date, double Revenue)[] orders = [.. SharedData.Lines("data/rfm/rfm_data_orders.csv.gz").Skip(1).Select(line => line.Split(',')).Select(order => (order[1], double.Parse(order[2], CultureInfo.InvariantCulture)))];
        double[] before = [.. orders.Where(order => string.CompareOrdinal(order.Date, "2006") < 0).Select(order => order.Revenue)];
        double[] after = [.. orders.Where(order => string.CompareOrdinal(order.Date, "2006") >= 0).Select(order => order.Revenue)];

        PopulationStability stability = PopulationStability.OfNumbers(before, after);
        EvaluationData.Near(expected.GetProperty("psi").GetDouble(), stability.Psi);
        Assert.Equal(DriftLevel.Stable, stability.Level);
        Assert.Equal(expected.GetProperty("edges").EnumerateArray().Skip(1).Take(9).Select(edge => (double?)edge.GetDouble()), stability.Bins.Skip(1).Select(bin => bin.From));
        Assert.Equal(expected.GetProperty("expected").Numbers(), stability.Bins.Select(bin => bin.BaseShare));
        Assert.Equal(expected.GetProperty("actual_share").Numbers(), stability.Bins.Select(bin => bin.ActualShare));

        KolmogorovSmirnov test = KolmogorovSmirnov.Of(before, after);
        EvaluationData.Near(expected.GetProperty("ks_stat").GetDouble(), test.Statistic);
        EvaluationData.Near(expected.GetProperty("ks_p").GetDouble(), test.PValue);
        Assert.True(test.IsExact);
    }

    /// <summary>SciPy 1.10.1, ks_2samp: 3 and 4 values apart (2/35), and shifted overlaps.</summary>
    [Fact]
    public void Small_samples_have_the_probability_of_their_lattice_paths()
    {
        Assert.Equal(2.0 / 35, KolmogorovSmirnov.Of([1, 2, 3], [4, 5, 6, 7]).PValue, 1e-15);
        Assert.Equal((0.0, 1.0), (KolmogorovSmirnov.Of([1, double.NaN], [1]).Statistic, KolmogorovSmirnov.Of([1], [1]).PValue));
        double[] many = [.. Enumerable.Range(0, 20_000).Select(i => (double)i)];
        KolmogorovSmirnov far = KolmogorovSmirnov.Of(many, [.. many.Select(value => value + 300)]);
        Assert.False(far.IsExact);
        Assert.Equal(0.022217962616525, far.PValue, 1e-10);
    }

    [Property]
    public void An_index_is_symmetric_in_categories_never_negative_and_0_for_the_same(byte[] first, byte[] second)
    {
        if (first.Length == 0 || second.Length == 0)
            return;
        TextColumn before = Column(first), after = Column(second);
        PopulationStability stability = PopulationStability.OfCategories(before, after);
        Assert.All(stability.Bins, bin => Assert.True(bin.Contribution >= 0));
        Assert.Equal(stability.Psi, PopulationStability.OfCategories(after, before).Psi, 1e-12);
        Assert.Equal(0, PopulationStability.OfCategories(before, before).Psi);
        Assert.Equal(1, stability.Bins.Sum(bin => bin.BaseShare), 1e-12);
        Assert.Equal(1, stability.Bins.Sum(bin => bin.ActualShare), 1e-12);
    }

    [Fact]
    public void Missing_values_new_categories_and_constant_columns_have_bins()
    {
        PopulationStability missing = PopulationStability.OfNumbers([1, 2, 3, 4], [1, double.NaN, double.NaN, double.NaN], 2);
        Assert.Equal(("missing", 0.75), (missing.Bins[^1].Label.English, missing.Bins[^1].ActualShare));
        Assert.Equal(DriftLevel.Large, missing.Level);
        Assert.Equal(0, PopulationStability.OfNumbers([5, 5, 5], [5, 5]).Psi);
        Assert.Equal(0, PopulationStability.OfNumbers([double.NaN], [double.NaN, double.NaN]).Psi);
        PopulationStability appeared = PopulationStability.OfCategories(new TextColumn("x", ["a", "a"]), new TextColumn("x", ["a", "b"]));
        Assert.Equal(0.5, appeared.Bins[1].ActualShare);
        Assert.True(appeared.Psi is > 0.25 and < 10);
        Assert.Throws<DataRejectedException>(() => PopulationStability.OfNumbers([], [1]));
        Assert.Throws<DataRejectedException>(() => PopulationStability.OfNumbers([double.PositiveInfinity], [1]));
        Assert.Throws<DataRejectedException>(() => KolmogorovSmirnov.Of([double.NaN], [1]));
    }

    private static TextColumn Column(byte[] values) => new("x", [.. values.Select(value => value % 7 == 0 ? null : $"{value % 7}a")]);
}
