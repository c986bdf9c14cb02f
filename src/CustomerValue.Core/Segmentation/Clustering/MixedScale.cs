using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>A column's scale or categories as they were fitted, so that newcomers are read the same way. Immutable.</summary>
public sealed record MixedScale
{
    /// <summary>The most categories of one field; a column with more looks like an id.</summary>
    public const int MostCategories = 1000;

    /// <summary>Numbers beyond this, scaled, have squares that are no numbers; they count as missing.</summary>
    internal const double Farthest = 1e140;

    /// <summary>What stands for a category that the fit did not know.</summary>
    internal const double Unknown = -1;

    /// <summary>The column's name.</summary>
    public required string Column { get; init; }

    /// <summary>What its values are; never <see cref="MixedFieldKind.Automatic"/>.</summary>
    public required MixedFieldKind Kind { get; init; }

    /// <summary>Whether a number is measured as sign(v)·ln(1 + |v|).</summary>
    public bool Log { get; init; }

    /// <summary>What is taken off a number; finite.</summary>
    public double Centre { get; init; }

    /// <summary>What a number is divided by, &gt; 0.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>The categories, or the levels in their order; empty for numbers.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Whether the values are numbers.</summary>
    internal bool IsNumber => Kind == MixedFieldKind.Number;

    /// <summary>The scale of the numbers.</summary>
    internal FieldScale Numbers => new() { Column = Column, Log = Log, Centre = Centre, Spread = Spread };

    /// <summary>A column by its name, else by its name without regard to case; null where there is none.</summary>
    internal static CustomerColumn? Find(CustomerBase customers, string name) =>
        customers.Column(name) ?? (customers.Columns.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase)) is { } known ? customers.Column(known) : null);

    /// <summary>Every customer's value: a scaled number, or a category's place; NaN where it is missing, <see cref="Unknown"/> for an unknown category.</summary>
    internal double[] Read(CustomerBase customers)
    {
        double[] values = new double[customers.Count];
        CustomerColumn? column = Find(customers, Column);
        if (column is null)
        {
            // A newcomer alone lacks the columns of which nothing is known.
            values.AsSpan().Fill(double.NaN);
        }
        else if (IsNumber)
        {
            FieldScale scale = Numbers;
            column.CopyNumbers(values);
            for (int row = 0; row < values.Length; row++)
                values[row] = Near(scale.Scale(values[row]));
        }
        else
        {
            Dictionary<string, int> places = Places();
            int[]? ofTexts = column is TextColumn texts ? [.. texts.Texts.Select(text => Place(places, text))] : null;
            for (int row = 0; row < values.Length; row++)
                values[row] = column.IsMissing(row) ? double.NaN : ofTexts is null ? Place(places, column.Text(row)!) : ofTexts[((TextColumn)column).Codes[row]];
        }

        return values;
    }

    /// <summary>One customer's value, the same as the whole column has.</summary>
    internal double Read(CustomerBase customers, int row)
    {
        if (Find(customers, Column) is not { } column || column.IsMissing(row))
            return double.NaN;
        return IsNumber ? Near(Numbers.Scale(column.Number(row))) : Place(Places(), column.Text(row)!);
    }

    /// <summary>How people read a value on the scale.</summary>
    internal string Words(double value) => IsNumber ? Labels.Wording.Number(Numbers.Unscale(value)) : Categories[(int)value];

    private Dictionary<string, int> Places()
    {
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (string category in Categories)
            places.Add(category, places.Count);
        return places;
    }

    private static int Place(Dictionary<string, int> places, string text) => places.TryGetValue(text, out int place) ? place : (int)Unknown;

    private static double Near(double scaled) => Math.Abs(scaled) <= Farthest ? scaled : double.NaN;
}
