using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Settles what a field leaves to the population: the most that is plausible, the edges of quantiles, the categories.</summary>
internal static class FieldFitter
{
    private const int MostCategories = 20;
    private const int FewestForFence = 20;

    public static DemographicField Fit(DemographicField field, CustomerBase customers)
    {
        if (!field.IsMeasured)
            return field.Levels.Count > 0 ? field : field with { Levels = Categories(field.Columns[0], customers) };
        bool isBirth = field.Kind == DemographicKind.Birth;
        field = field with
        {
            Least = field.Least ?? (isBirth ? 10 : null),
            Most = field.Most ?? (isBirth ? 110 : null),
            Bands = field.Bands ?? (isBirth ? DemographicBands.At(25, 35, 45, 55, 65) : DemographicBands.Quantiles(4)),
        };
        if (field.Bands.Edges is not null && (field.Most is not null || field.Fence is null))
            return field with { Fence = null };
        double[] values = new FieldReader(field, [], customers).PlausibleMeasures(customers.Count);
        if (field.Most is null && field.Fence is { } fence)
            field = field with { Most = MostPlausible(values, fence) };
        return field with { Fence = null, Bands = field.Bands.Edges is null ? DemographicBands.AtQuantiles(Edges([.. values.Where(value => !(value > field.Most))], field.Bands.Count)) : field.Bands };
    }

    private static double? MostPlausible(double[] values, double fence)
    {
        double[] positive = [.. values.Where(value => value > 0)];
        if (positive.Length < FewestForFence)
            return null;
        double[] quartiles = Quantiles.Inner(positive, 4);
        double most = quartiles[2] * Math.Pow(quartiles[2] / quartiles[0], fence);
        return quartiles[0] < quartiles[2] && !double.IsInfinity(most) ? most : null;
    }

    /// <summary>Edges that part something: ties make some equal, and nobody is below the least value.</summary>
    private static double[] Edges(double[] values, int count)
    {
        if (values.Length == 0)
            return [];
        double least = values.Min();
        return [.. Quantiles.Inner(values, count).Where(edge => edge > least).Distinct()];
    }

    /// <summary>The most frequent categories, equally frequent ones by their text; writings that come to the same are one.</summary>
    private static DemographicLevel[] Categories(string name, CustomerBase customers)
    {
        if (customers.ColumnLike(name) is not { } column)
            return [];
        Dictionary<string, (int Count, string Text)> found = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, int> text in Counts(column))
        {
            string plain = PlainText.Of(text.Key);
            bool isKnown = found.TryGetValue(plain, out (int Count, string Text) group);
            found[plain] = (group.Count + text.Value, isKnown && string.CompareOrdinal(group.Text, text.Key) < 0 ? group.Text : text.Key);
        }

        HashSet<string> keys = ["other", "missing"];
        return [.. found.OrderByDescending(group => group.Value.Count).ThenBy(group => group.Key, StringComparer.Ordinal).Take(MostCategories)
            .Select(group => group.Value.Text).Select(text => new DemographicLevel { Key = Unique(PlainText.Key(text), keys), Label = new LocalizedText(text, text), Values = [text] })];
    }

    private static IEnumerable<KeyValuePair<string, int>> Counts(CustomerColumn column)
    {
        if (column is not TextColumn texts)
            return Enumerable.Range(0, column.Count).Where(row => !column.IsMissing(row)).GroupBy(column.Number).Select(group => new KeyValuePair<string, int>(column.Text(group.First())!, group.Count()));
        int[] counts = new int[texts.Texts.Count];
        foreach (int code in texts.Codes)
        {
            if (code >= 0)
                counts[code]++;
        }

        return counts.Select((count, code) => new KeyValuePair<string, int>(texts.Texts[code], count));
    }

    private static string Unique(string key, HashSet<string> keys)
    {
        string unique = key;
        for (int i = 2; !keys.Add(unique); i++)
            unique = $"{key}-{i}";
        return unique;
    }
}
