using CustomerValue.Segmentation.Behavioral;

namespace CustomerValue.Json;

/// <summary>The dimensions of behaviour as documents name them.</summary>
internal static class BehavioralWords
{
    public static IReadOnlyDictionary<string, BehavioralDimension> Dimensions { get; } = new Dictionary<string, BehavioralDimension>
    {
        ["needs"] = BehavioralDimension.Needs,
        ["value"] = BehavioralDimension.Value,
        ["loyalty"] = BehavioralDimension.Loyalty,
        ["use"] = BehavioralDimension.Use,
        ["basket"] = BehavioralDimension.Basket,
        ["channel"] = BehavioralDimension.Channel,
        ["discount"] = BehavioralDimension.Discount,
        ["day-part"] = BehavioralDimension.DayPart,
        ["returns"] = BehavioralDimension.Returns,
        ["product-mix"] = BehavioralDimension.ProductMix,
    };
}
