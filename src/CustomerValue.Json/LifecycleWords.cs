using CustomerValue.Lifecycle;
using CustomerValue.Lifecycle.Definition;

namespace CustomerValue.Json;

/// <summary>The words of lifecycles in documents.</summary>
internal static class LifecycleWords
{
    public static readonly IReadOnlyDictionary<string, Measure> Measures = new Dictionary<string, Measure>
    {
        ["purchases"] = Measure.Purchases,
        ["silence"] = Measure.Silence,
        ["silent-days"] = Measure.SilentDays,
        ["alive"] = Measure.Alive,
        ["second-purchase"] = Measure.SecondPurchase,
        ["days-in-stage"] = Measure.DaysInStage,
        ["gaps-in-stage"] = Measure.GapsInStage,
        ["days-to-term-end"] = Measure.DaysToTermEnd,
    };

    public static readonly IReadOnlyDictionary<string, Comparison> Comparisons = new Dictionary<string, Comparison>
    {
        ["at-least"] = Comparison.AtLeast,
        ["above"] = Comparison.Above,
        ["at-most"] = Comparison.AtMost,
        ["below"] = Comparison.Below,
    };
}
