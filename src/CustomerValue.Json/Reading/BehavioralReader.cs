using CustomerValue.Segmentation.Behavioral;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a fitted behavioral segmentation.</summary>
internal static class BehavioralReader
{
    public static BehavioralSegmentation? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        BehavioralDimension dimension = Dimension(fields);
        int customers = fields["customers"].Whole(0);
        IReadOnlyDictionary<string, string> columns = Columns(fields);
        IReadOnlyDictionary<string, BehavioralBound> bounds = Bounds(fields);
        string[] channels = Channels(fields);
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new BehavioralSegmentation(dimension, columns, bounds, channels, customers));
    }

    public static BehavioralDimension Dimension(StrictObject fields) => fields["dimension"].Choice(BehavioralWords.Dimensions);

    public static IReadOnlyDictionary<string, string> Columns(StrictObject fields) =>
        fields["columns"].Object(columns => columns.Names.ToDictionary(name => name, name => columns[name].Text(), StringComparer.Ordinal)) ?? [];

    public static IReadOnlyDictionary<string, BehavioralBound> Bounds(StrictObject fields) =>
        fields["bounds"].Object(bounds => bounds.Names.ToDictionary(name => name, name => bounds[name].Object(Bound) ?? new BehavioralBound(), StringComparer.Ordinal)) ?? [];

    public static string[] Channels(StrictObject fields) => [.. fields["onlineChannels"].Array("an array of channels").Select(channel => channel.Text())];

    private static BehavioralBound Bound(StrictObject fields) => new()
    {
        Value = fields["value"].IsMissing ? null : fields["value"].Number(),
        Quantile = fields["quantile"].IsMissing ? null : fields["quantile"].Fraction(),
    };
}
