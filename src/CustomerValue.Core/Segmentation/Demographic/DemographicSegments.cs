using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Segments that don't come from bands of values.</summary>
public static class DemographicSegments
{
    /// <summary>Customers with a value that can't be believed in a field that decides, such as born in 1893; the last but one, before <see cref="CommonSegments.Incomplete"/>.</summary>
    public static Segment Implausible { get; } = new()
    {
        Key = "implausible",
        Label = new LocalizedText("Implausible data", "资料存疑"),
        Description = new LocalizedText("A value that decides is too low or too high to be believed.", "决定分群的数值过低或过高，不可信。"),
    };
}
