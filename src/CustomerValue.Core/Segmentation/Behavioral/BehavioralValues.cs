using CustomerValue.Customers;
using CustomerValue.Customers.Habits;

namespace CustomerValue.Segmentation.Behavioral;

/// <summary>The fields of a definition, read from a base.</summary>
internal sealed class BehavioralValues
{
    private readonly BehavioralDefinition definition;
    private readonly CustomerColumn?[] columns;
    private readonly CustomerColumn[] online;

    public BehavioralValues(BehavioralDefinition definition, IReadOnlyDictionary<string, string> names, IReadOnlyList<string> onlineChannels, CustomerBase customers)
    {
        this.definition = definition;
        columns = [.. definition.Fields.Select(field => names.TryGetValue(field.Name, out string? name) ? customers.Column(name) : null)];
        online = !definition.Fields.Any(field => field.IsOnlineShare) ? []
            : [.. customers.Columns.Where(name => name.StartsWith(HabitColumns.ChannelShare, StringComparison.Ordinal)
                && onlineChannels.Contains(name.Substring(HabitColumns.ChannelShare.Length), StringComparer.OrdinalIgnoreCase)).Select(name => customers.Column(name)!)];
    }

    /// <summary>Writes the values of a row, NaN where missing; tells whether all that is needed is known.</summary>
    public bool Read(int row, double usualGap, Span<double> values)
    {
        bool isComplete = true;
        for (int i = 0; i < values.Length; i++)
        {
            BehavioralField field = definition.Fields[i];
            values[i] = field.Derive is { } derive ? derive(values, usualGap) : field.IsOnlineShare ? OnlineShare(row, values) : columns[i]?.Number(row) ?? double.NaN;
            isComplete &= !field.IsNeeded || !double.IsNaN(values[i]);
        }

        return isComplete;
    }

    /// <summary>Known where the main channel's share is: a channel that has no column, or nothing in it, has no share.</summary>
    private double OnlineShare(int row, ReadOnlySpan<double> values)
    {
        if (double.IsNaN(values[definition.FieldOf("mainChannel")]))
            return double.NaN;
        double share = 0;
        foreach (CustomerColumn column in online)
            share += column.IsMissing(row) ? 0 : column.Number(row);
        return share;
    }
}
