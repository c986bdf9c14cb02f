using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>
/// A column's scale as it was fitted: (f(v) − centre)/spread, where f is the value or its signed logarithm. Kept with a segmentation, so that
/// new customers are put on the same scale. Immutable.
/// </summary>
public sealed record FieldScale
{
    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>Whether f(v) is sign(v)·ln(1 + |v|) rather than v.</summary>
    public bool Log { get; init; }

    /// <summary>What is taken off; finite.</summary>
    public required double Centre { get; init; }

    /// <summary>What is divided by, &gt; 0; 1 for a constant column.</summary>
    public required double Spread { get; init; }

    /// <summary>The scaled value; NaN where the value is.</summary>
    public double Scale(double value) => ((Log && !double.IsNaN(value) ? Math.Sign(value) * SignedLog(value) : value) - Centre) / Spread;

    /// <summary>The value of a scaled one.</summary>
    public double Unscale(double scaled)
    {
        double value = (scaled * Spread) + Centre;
        return Log ? Math.Sign(value) * (Math.Exp(Math.Abs(value)) - 1) : value;
    }

    /// <summary>Fits the scale on the values that are there.</summary>
    /// <param name="field">The column and how it is scaled.</param>
    /// <param name="values">One a row, NaN where missing.</param>
    internal static FieldScale Fit(ClusterField field, ReadOnlySpan<double> values)
    {
        bool log = field.Scaling == FieldScaling.LogStandard;
        FieldScale raw = new() { Column = field.Column, Log = log, Centre = 0, Spread = 1 };
        if (field.Scaling == FieldScaling.None)
            return raw;
        double sum = 0, least = double.PositiveInfinity, most = double.NegativeInfinity;
        long known = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
                continue;
            double scaled = raw.Scale(value);
            (sum, least, most, known) = (sum + scaled, Math.Min(least, scaled), Math.Max(most, scaled), known + 1);
        }

        if (known == 0 || least == most)
            return raw with { Centre = known == 0 ? 0 : least };
        double mean = sum / known, squares = 0;
        foreach (double value in values)
            squares += double.IsNaN(value) ? 0 : (raw.Scale(value) - mean) * (raw.Scale(value) - mean);
        return raw with { Centre = mean, Spread = Math.Sqrt(squares / known) };
    }

    /// <summary>The fields' columns of a base, each a number a row or NaN; refuses fields that the base does not have.</summary>
    internal static double[][] Read(CustomerBase customers, IReadOnlyList<string> fields)
    {
        ProblemList problems = new();
        double[][] columns = new double[fields.Count][];
        for (int field = 0; field < columns.Length; field++)
        {
            columns[field] = new double[customers.Count];
            if (customers.Column(fields[field]) is { } column)
                column.CopyNumbers(columns[field]);
            else
                problems.Add(null, "fields", fields[field], $"is no column of the customers; there are: {string.Join(", ", customers.Columns)}.");
        }

        problems.ThrowIfAny();
        return columns;
    }

    private static double SignedLog(double value) => value == 0 ? 0 : Numerics.SpecialFunctions.Log1P(Math.Abs(value));
}
