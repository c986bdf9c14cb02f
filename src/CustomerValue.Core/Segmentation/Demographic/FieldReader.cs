using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Reads one field of a base. What stands in texts is read once a distinct text.</summary>
internal sealed class FieldReader
{
    private readonly DemographicField source;
    private readonly Dictionary<string, int> levels;
    private readonly CustomerColumn?[] columns;
    private readonly LocalDate asOf;
    private readonly double[] edges;

    public FieldReader(DemographicField source, Dictionary<string, int> levels, CustomerBase customers)
    {
        (this.source, this.levels, asOf) = (source, levels, customers.AsOf);
        edges = [.. source.Bands?.Edges ?? []];
        columns = [.. source.Columns.Select(name => customers.ColumnLike(name))];
    }

    /// <summary>How many bands of values, 'other' included; the odd ones follow.</summary>
    private int Values => source.IsMeasured ? edges.Length + 1 : source.Levels.Count + 1;

    private int Missing => Values + (source.IsMeasured ? 3 : 0);

    /// <summary>The band of every row, written.</summary>
    public void Write(Span<int> bands)
    {
        if (columns.Any(column => column is null))
            bands.Fill(Missing);
        else if (columns.Length == 1 && columns[0] is TextColumn texts)
        {
            int[] ofText = new int[texts.Texts.Count];
            for (int code = 0; code < ofText.Length; code++)
                ofText[code] = Band(texts.Texts[code], texts.Numbers[code]);
            ReadOnlySpan<int> codes = texts.Codes;
            for (int row = 0; row < bands.Length; row++)
                bands[row] = codes[row] < 0 ? Missing : ofText[codes[row]];
        }
        else
        {
            // Numbers as categories become texts, which is dear; few of them differ.
            Dictionary<double, int> known = [];
            for (int row = 0; row < bands.Length; row++)
            {
                double number = source.IsMeasured || columns[0]!.IsMissing(row) ? double.NaN : columns[0]!.Number(row);
                if (double.IsNaN(number))
                    bands[row] = Band(row);
                else if (!known.TryGetValue(number, out bands[row]))
                    known.Add(number, bands[row] = Band(row));
            }
        }
    }

    /// <summary>The band of one row.</summary>
    public int Band(int row)
    {
        if (IsMissing(row))
            return Missing;
        return source.IsMeasured ? BandOf(Measure(row)) : Band(columns[0]!.Text(row)!, double.NaN);
    }

    /// <summary>The age or number of a row; NaN where there is none.</summary>
    public double Measure(int row)
    {
        if (IsMissing(row))
            return double.NaN;
        if (source.Kind == DemographicKind.Birth)
            return columns[0] is TextColumn texts ? BirthText.Age(texts.Text(row)!, asOf) : BirthText.Age(columns[0]!.Number(row), asOf);
        double sum = 0;
        foreach (CustomerColumn? column in columns)
            sum += column!.Number(row);
        return sum;
    }

    /// <summary>What stands in the columns of a row, with plus signs between; null where something is missing.</summary>
    public string? Text(int row) => IsMissing(row) ? null : string.Join(" + ", columns.Select(column => column!.Text(row)));

    /// <summary>Every measure within what is plausible, one for each customer that has one.</summary>
    public double[] PlausibleMeasures(int rows)
    {
        double[]? ofText = columns is [TextColumn texts] ? [.. Enumerable.Range(0, texts.Texts.Count).Select(code => Measure(texts.Texts[code], texts.Numbers[code]))] : null;
        List<double> plausible = new(rows);
        for (int row = 0; row < rows; row++)
        {
            double value = ofText is null ? Measure(row) : ((TextColumn)columns[0]!).Codes[row] is >= 0 and int code ? ofText[code] : double.NaN;
            if (!double.IsNaN(value) && !double.IsInfinity(value) && !(value < source.Least) && !(value > source.Most))
                plausible.Add(value);
        }

        return [.. plausible];
    }

    private bool IsMissing(int row)
    {
        foreach (CustomerColumn? column in columns)
        {
            if (column is null || column.IsMissing(row))
                return true;
        }

        return false;
    }

    private double Measure(string text, double number) => source.Kind == DemographicKind.Birth ? BirthText.Age(text, asOf) : number;

    private int Band(string text, double number) =>
        source.IsMeasured ? BandOf(Measure(text, number)) : levels.TryGetValue(PlainText.Of(text), out int level) ? level : source.Levels.Count;

    private int BandOf(double value)
    {
        if (double.IsNaN(value))
            return Values + 2;
        if (value < source.Least || double.IsNegativeInfinity(value) || (source.Kind == DemographicKind.Birth && value < 0))
            return Values;
        if (value > source.Most || double.IsPositiveInfinity(value))
            return Values + 1;
        int band = 0;
        foreach (double edge in edges)
            band += value >= edge ? 1 : 0;
        return band;
    }
}
