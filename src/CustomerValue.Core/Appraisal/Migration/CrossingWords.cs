using CustomerValue.Customers;
using CustomerValue.Labels;
using CustomerValue.Segmentation.ThreeValues;

namespace CustomerValue.Appraisal.Migration;

/// <summary>How a value went over a threshold, in words.</summary>
internal static class CrossingWords
{
    private static readonly LocalizedText Unknown = new("unknown", "未知");

    public static LocalizedText Of(ThreeValueBound bound, double threshold, double earlier, double later, Currency currency)
    {
        LocalizedText name = ThreeValueWords.Name(bound), level = bound == ThreeValueBound.Middle ? new("middle", "中") : new("high", "高");
        LocalizedText from = Amount(earlier, threshold, currency), to = Amount(later, threshold, currency), at = ThreeValueWords.Beside(threshold, double.IsNaN(later) ? earlier : later, currency);
        return later >= threshold
            ? new LocalizedText($"The {name.English} rose from {from.English} to {to.English}; {level.English} begins at {at.English}.", $"{name.Chinese}由{from.Chinese}升至{to.Chinese}；{at.Chinese}起为{level.Chinese}。")
            : new LocalizedText($"The {name.English} fell from {from.English} to {to.English}; {level.English} begins at {at.English}.", $"{name.Chinese}由{from.Chinese}降至{to.Chinese}；{at.Chinese}起为{level.Chinese}。");
    }

    private static LocalizedText Amount(double value, double threshold, Currency currency) => double.IsNaN(value) ? Unknown : ThreeValueWords.Beside(value, threshold, currency);
}
