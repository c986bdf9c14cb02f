using CustomerValue.Segmentation;

namespace CustomerValue.Json.Reading;

/// <summary>Reads a segment.</summary>
internal static class SegmentReader
{
    public static Segment Read(StrictObject fields) => new()
    {
        Key = fields["key"].Text(key => key.Length > 0, "a text that is not empty"),
        Label = fields["label"].Localized(),
        Description = fields["description"].IsMissing ? default : fields["description"].Localized(),
    };
}
