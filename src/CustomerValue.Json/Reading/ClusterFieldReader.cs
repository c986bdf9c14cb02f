using CustomerValue.Segmentation.Clustering;

namespace CustomerValue.Json.Reading;

/// <summary>Reads the fields that clusters are made by: a column's name, or an object with <c>column</c> and <c>scaling</c>, one of none, standard, log.</summary>
internal static class ClusterFieldReader
{
    private static readonly Dictionary<string, FieldScaling> Scalings = new() { ["none"] = FieldScaling.None, ["standard"] = FieldScaling.Standard, ["log"] = FieldScaling.LogStandard };

    /// <summary>The fields; null where they are left out.</summary>
    public static IReadOnlyList<ClusterField>? Read(StrictValue value) => value.IsMissing ? null : [.. value.Array("an array of fields").Select(Field)];

    private static ClusterField Field(StrictValue value) => value.IsText ? new ClusterField { Column = Name(value) } : value.Object(fields => new ClusterField
    {
        Column = Name(fields["column"]),
        Scaling = fields["scaling"].IsMissing ? FieldScaling.None : fields["scaling"].Choice(Scalings),
    }, "a column's name, or an object with column and scaling") ?? new ClusterField { Column = "" };

    private static string Name(StrictValue value) => value.Text(name => name.Trim().Length > 0, "a column's name");
}
