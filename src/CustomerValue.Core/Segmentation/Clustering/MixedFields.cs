using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Clustering;

/// <summary>Finds the columns of fields in a base, and what their values are.</summary>
internal static class MixedFields
{
    private const int FewestByDefault = 2;
    private const int MostByDefault = 12;

    /// <summary>Recency, frequency and revenue by logarithm where there are purchases, and every text column with few categories.</summary>
    public static IReadOnlyList<MixedField> Usual(CustomerBase customers)
    {
        string[] purchases = customers.Buyers == 0 ? [] : [ColumnNames.RecencyDays, ColumnNames.Frequency, ColumnNames.Revenue];
        MixedField[] found =
        [
            .. purchases.Where(customers.HasColumn).Select(name => new MixedField { Column = name, Kind = MixedFieldKind.Number, Scaling = FieldScaling.LogStandard }),
            .. customers.Columns.Select(customers.Column).OfType<TextColumn>().Where(column => column.Texts.Count is >= FewestByDefault and <= MostByDefault)
                .Select(column => new MixedField { Column = column.Name, Kind = MixedFieldKind.Category }),
        ];
        if (found.Length == 0)
            throw new DataRejectedException(new DataProblem { Field = "fields", Message = $"are none: there are no purchases, and no column of texts has {FewestByDefault} to {MostByDefault} different ones. Name the columns in the options." });
        return found;
    }

    /// <summary>The fields with their kinds and categories; numbers not scaled yet.</summary>
    /// <exception cref="DataRejectedException">A field is no column, has too many categories, or levels that can't be ordered; lists every problem.</exception>
    public static MixedScale[] Of(CustomerBase customers, IReadOnlyList<MixedField> fields)
    {
        ProblemList problems = new();
        List<MixedScale> scales = [];
        foreach (MixedField field in fields)
        {
            if (MixedScale.Find(customers, field.Column) is { } column)
                scales.Add(Of(field, column, problems));
            else
                problems.Add(null, "fields", field.Column, $"is no column of the customers; there are: {string.Join(", ", customers.Columns)}.");
        }

        problems.ThrowIfAny();
        return [.. scales];
    }

    private static MixedScale Of(MixedField field, CustomerColumn column, ProblemList problems)
    {
        MixedFieldKind kind = field.Kind != MixedFieldKind.Automatic ? field.Kind : IsNumber(column) ? MixedFieldKind.Number : MixedFieldKind.Category;
        MixedScale scale = new() { Column = field.Column, Kind = kind, Log = kind == MixedFieldKind.Number && field.Scaling == FieldScaling.LogStandard };
        if (kind == MixedFieldKind.Number)
            return scale;
        string[] values = [.. column is TextColumn texts ? texts.Texts : [.. Enumerable.Range(0, column.Count).Select(column.Text).OfType<string>().Distinct().OrderBy(text => text, StringComparer.Ordinal)]];
        bool ordered = kind == MixedFieldKind.Ordered && field.Levels is null;
        if (ordered && !IsNumber(column))
            problems.Add(null, "fields", field.Column, "is ordered, but its values are no numbers; give its levels in their order.");
        else if (ordered)
            values = [.. values.OrderBy(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))];
        values = [.. field.Levels ?? values];
        if (values.Length == 0)
            problems.Add(null, "fields", field.Column, "has no value; leave it out.");
        else if (values.Length > MixedScale.MostCategories)
            problems.Add(null, "fields", field.Column, $"has {values.Length} categories; at most {MixedScale.MostCategories} can be told apart. Join rare ones, or leave it out: it looks like an id or a number.");
        else if (kind == MixedFieldKind.Asymmetric && values.Length != 2)
            problems.Add(null, "fields", field.Column, $"is present or absent, but has {values.Length} values; name the two as its levels, what is absent first.");
        return scale with { Categories = values };
    }

    private static bool IsNumber(CustomerColumn column)
    {
        if (column is not TextColumn texts)
            return true;
        foreach (double number in texts.Numbers)
        {
            if (double.IsNaN(number))
                return false;
        }

        return true;
    }
}
