using CustomerValue.Segmentation;

namespace CustomerValue.Json.Reading;

/// <summary>Reads how a segmentation was fitted.</summary>
internal static class FitReader
{
    public static SegmentationFit Read(StrictObject fields) => new()
    {
        Customers = fields["customers"].Whole(0),
        Iterations = fields["iterations"].Whole(0),
        Converged = fields["converged"].Boolean(),
        Figures = [.. fields["figures"].Array("an array of figures").Select(figure => figure.Object(Figure))],
        Warnings = [.. fields["warnings"].Array("an array of texts").Select(warning => warning.Localized())],
    };

    private static KeyValuePair<string, double> Figure(StrictObject fields) =>
        new(fields["name"].Text(name => name.Length > 0, "a text that is not empty"), fields["value"].Number());
}
