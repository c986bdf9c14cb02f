using CustomerValue.Segmentation.Psychographic;

namespace CustomerValue.Json.Reading;

/// <summary>
/// Reads the options of a psychographic segmentation: <c>items</c>, <c>factors</c>, <c>rotation</c> (varimax, promax, none), <c>threshold</c>,
/// <c>leastAnswered</c>, <c>names</c>.
/// </summary>
internal static class PsychographicOptionsReader
{
    private static readonly Dictionary<string, FactorRotation> Rotations = new() { ["varimax"] = FactorRotation.Varimax, ["promax"] = FactorRotation.Promax, ["none"] = FactorRotation.None };

    public static PsychographicStrategy? Read(StrictObject fields)
    {
        long before = fields.Problems.Count;
        PsychographicOptions options = new();
        options = options with
        {
            Items = fields["items"].IsMissing ? null : [.. fields["items"].Array("an array of columns").Select(item => item.Text())],
            Factors = fields["factors"].IsMissing ? null : fields["factors"].Whole(1),
            Rotation = fields["rotation"].IsMissing ? options.Rotation : fields["rotation"].Choice(Rotations),
            Threshold = fields["threshold"].IsMissing ? options.Threshold : fields["threshold"].NotNegative(),
            LeastAnswered = fields["leastAnswered"].IsMissing ? options.LeastAnswered : fields["leastAnswered"].Fraction(),
            Names = fields["names"].IsMissing ? [] : [.. fields["names"].Array("an array of names").Select(name => name.Localized())],
        };
        return fields.Problems.Count > before ? null : SegmentationReader.Make(fields, null, () => new PsychographicStrategy(options));
    }
}
