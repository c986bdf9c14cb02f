using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>The columns that clusters are made by, where none are named, and what is to be said of them.</summary>
internal static class ClusterFields
{
    /// <summary>From so many times the spread on, one column decides nearly alone.</summary>
    private const double FarApart = 10;

    /// <summary>
    /// Recency, frequency and revenue by logarithm where there are purchases; else every column whose known values are all numbers and not all the same, as it is.
    /// </summary>
    /// <exception cref="DataRejectedException">There is no such column.</exception>
    public static IReadOnlyList<ClusterField> Usual(CustomerBase customers)
    {
        if (customers.HasColumn(ColumnNames.RecencyDays))
            return [.. new[] { ColumnNames.RecencyDays, ColumnNames.Frequency, ColumnNames.Revenue }.Select(name => new ClusterField { Column = name, Scaling = FieldScaling.LogStandard })];
        ClusterField[] numbers = [.. customers.Columns.Where(name => IsNumbers(customers.Column(name)!)).Select(name => new ClusterField { Column = name })];
        return numbers.Length > 0 ? numbers
            : throw new DataRejectedException(new DataProblem { Field = "fields", Message = $"are not named, and no column is of numbers alone; there are: {string.Join(", ", customers.Columns)}." });
    }

    /// <summary>What is wrong with fields that are named.</summary>
    public static IEnumerable<DataProblem> Problems(IReadOnlyList<ClusterField>? fields)
    {
        if (fields is null)
            yield break;
        if (fields.Count == 0 || fields.Any(field => string.IsNullOrWhiteSpace(field?.Column)))
        {
            yield return new DataProblem { Field = "Fields", Message = "are none, or one has no column; name at least one column, or leave the fields out." };
            yield break;
        }

        foreach (IGrouping<string, ClusterField> same in fields.GroupBy(field => field.Column).Where(same => same.Count() > 1))
            yield return new DataProblem { Field = "Fields", Value = same.Key, Message = "is given twice; keep one." };
        foreach (ClusterField odd in fields.Where(field => field.Scaling is < FieldScaling.None or > FieldScaling.LogStandard))
            yield return new DataProblem { Field = "Fields", Value = odd.Column, Message = "has a scaling that is none of None, Standard, LogStandard." };
    }

    /// <summary>Tells where columns that were taken as they are have spreads so different that distances are those of the widest.</summary>
    /// <param name="table">The columns as they are clustered.</param>
    public static IEnumerable<LocalizedText> Warnings(NumericTable table)
    {
        double[] spreads = [.. Enumerable.Range(0, table.Width).Select(column => Spread(table[column]))];
        double least = spreads.Where(spread => spread > 0).DefaultIfEmpty(1).Min(), most = spreads.Max();
        if (most <= FarApart * least)
            yield break;
        string wide = table.Names[Array.IndexOf(spreads, most)], narrow = table.Names[Array.IndexOf(spreads, least)], times = Wording.Number(Math.Round(most / least));
        yield return new LocalizedText(
            $"{wide} spreads {times} times as far as {narrow}, so it decides nearly alone; ask for the scaling standard to have every column count alike.",
            $"{wide} 的离散程度是 {narrow} 的 {times} 倍，几乎单独决定结果；如需各字段同等重要，请使用 standard 缩放。");
    }

    private static bool IsNumbers(CustomerColumn column)
    {
        (double least, double most) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int row = 0; row < column.Count; row++)
        {
            double value = column.Number(row);
            if (double.IsNaN(value) && !column.IsMissing(row))
                return false;
            if (!double.IsNaN(value))
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }

        return least < most;
    }

    private static double Spread(ReadOnlySpan<double> values)
    {
        double sum = 0, squares = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Length;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / values.Length);
    }
}
