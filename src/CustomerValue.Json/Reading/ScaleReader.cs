using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the scale of a field.</summary>
internal static class ScaleReader
{
    public static FieldScale Read(StrictObject fields) => new()
    {
        Column = fields["column"].Text(column => column.Trim().Length > 0, "a column's name"),
        Log = fields["log"].Boolean(),
        Centre = fields["centre"].Number(),
        Spread = fields["spread"].Positive(),
    };
}
