using CustomerValue.Segmentation.Behavioral;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of behavioral segmentation: <c>dimension</c>, <c>bounds</c> (by name a <c>value</c> or a <c>quantile</c>), <c>columns</c>
/// (by field a column's name) and <c>onlineChannels</c>.
/// </summary>
internal static class BehavioralOptionsReader
{
    public static BehavioralStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        BehavioralOptions options = new();
        if (!fields["dimension"].IsMissing)
            options = options with { Dimension = BehavioralReader.Dimension(fields) };
        if (!fields["bounds"].IsMissing)
            options = options with { Bounds = BehavioralReader.Bounds(fields) };
        if (!fields["columns"].IsMissing)
            options = options with { Columns = BehavioralReader.Columns(fields) };
        if (!fields["onlineChannels"].IsMissing)
            options = options with { OnlineChannels = BehavioralReader.Channels(fields) };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new BehavioralStrategy(options));
    }
}
