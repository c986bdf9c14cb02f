using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>Finds the columns of a population and takes its quantiles.</summary>
internal static class BehavioralFit
{
    private const double GapWhereNobodyRepeats = 90;

    public static BehavioralSegmentation Fit(BehavioralOptions options, CustomerBase customers, CancellationToken cancellationToken)
    {
        BehavioralDefinition definition = BehavioralDefinition.Of(options.Dimension);
        Dictionary<string, string> columns = Columns(definition, options, customers);
        BehavioralValues reader = new(definition, columns, options.OnlineChannels, customers);
        Dictionary<string, BehavioralBound> bounds = new(StringComparer.Ordinal);
        double usualGap = double.NaN;
        int complete = 0;
        foreach (BehavioralDefault bound in definition.Bounds)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FieldIsUnknown(definition, bound, columns))
                continue;
            BehavioralBound asked = options.BoundOf(bound);
            double value = asked.Value ?? Quantile(Known(reader, definition, bound.Field, customers.Count, usualGap), asked.Quantile!.Value, bound.IsUpper);
            // Where nobody bought twice nothing is known of gaps, and a quarter of a year is taken.
            if (double.IsNaN(value) && bound.Name == BehavioralDefinition.UsualGap)
                (asked, value) = (BehavioralBound.At(GapWhereNobodyRepeats), GapWhereNobodyRepeats);
            if (double.IsNaN(value))
                continue;
            bounds.Add(bound.Name, asked with { Value = value });
            if (bound.Name == BehavioralDefinition.UsualGap)
                usualGap = value;
        }

        double[] values = new double[definition.Fields.Count];
        for (int row = 0; row < customers.Count; row++)
            complete += reader.Read(row, usualGap, values) ? 1 : 0;
        return new BehavioralSegmentation(options.Dimension, columns, bounds, options.OnlineChannels, complete);
    }

    /// <summary>The quantile by type 7 of some values, moved so that ties don't put everyone on one side; NaN for no values.</summary>
    internal static double Quantile(double[] values, double quantile, bool isUpper)
    {
        if (values.Length == 0)
            return double.NaN;
        Array.Sort(values);
        double position = (values.Length - 1) * quantile;
        int below = (int)position;
        double low = values[below], high = values[Math.Min(below + 1, values.Length - 1)];
        double found = low == high ? low : ((1 - (position - below)) * low) + ((position - below) * high);
        double least = values[0], most = values[values.Length - 1];
        if (isUpper && found >= most)
            return values.LastOrDefault(value => value < most) is var next && values[0] < most ? next : most;
        return !isUpper && found <= least && least < most ? values.First(value => value > least) : found;
    }

    private static Dictionary<string, string> Columns(BehavioralDefinition definition, BehavioralOptions options, CustomerBase customers)
    {
        Dictionary<string, string> found = new(StringComparer.Ordinal);
        List<DataProblem> problems = [];
        IReadOnlyList<string> names = customers.Columns;
        foreach (BehavioralField field in definition.Fields.Where(field => field.HasColumn))
        {
            bool isNamed = options.Columns.TryGetValue(field.Name, out string? given);
            string? column = (isNamed ? [given!] : field.Columns).SelectMany(name => names.Where(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)).OrderBy(known => known != name)).FirstOrDefault(name => IsKnownOfAnyone(customers.Column(name)!));
            if (column is not null)
                found.Add(field.Name, column);
            else if (isNamed || field.IsNeeded)
                problems.Add(new DataProblem { Field = given ?? field.Columns[0], Message = $"is no column with a number for anyone, but {options.Dimension} needs it for '{field.Name}'; add it to the customers, or name another column in {nameof(BehavioralOptions.Columns)}." });
        }

        return problems.Count == 0 ? found : throw new DataRejectedException(problems);
    }

    private static bool IsKnownOfAnyone(CustomerColumn column)
    {
        for (int row = 0; row < column.Count; row++)
        {
            if (!double.IsNaN(column.Number(row)))
                return true;
        }

        return false;
    }

    private static bool FieldIsUnknown(BehavioralDefinition definition, BehavioralDefault bound, Dictionary<string, string> columns)
    {
        BehavioralField field = definition.Fields[definition.FieldOf(bound.Field)];
        return (field.HasColumn && !columns.ContainsKey(field.Name)) || (field.IsOnlineShare && !columns.ContainsKey("mainChannel"));
    }

    private static double[] Known(BehavioralValues reader, BehavioralDefinition definition, string field, int count, double usualGap)
    {
        List<double> known = new(count);
        double[] values = new double[definition.Fields.Count];
        int at = definition.FieldOf(field);
        for (int row = 0; row < count; row++)
        {
            if (reader.Read(row, usualGap, values) && !double.IsNaN(values[at]))
                known.Add(values[at]);
        }

        return [.. known];
    }
}
