using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the scale of a field.</summary>
internal static class ScaleReader
{
    private static readonly Dictionary<string, bool> IsLogarithm = new() { ["value"] = false, ["logarithm"] = true };

    public static FieldScale Read(StrictObject fields) => new()
    {
        Column = fields["column"].Text(column => column.Trim().Length > 0, "a column's name"),
        Log = fields["measure"].Choice(IsLogarithm),
        Centre = fields["centre"].Number(),
        Spread = fields["spread"].Positive(),
    };
}
