using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>What is said of customers whose coordinates are of no use.</summary>
internal static class CoordinateWords
{
    public static LocalizedText Missing(double latitude, double longitude) => double.IsNaN(latitude) || double.IsNaN(longitude)
        ? new LocalizedText("Latitude or longitude is missing or no number.", "缺少经纬度，或经纬度不是数字。")
        : new LocalizedText(
            $"Latitude {Wording.Number(latitude)}, longitude {Wording.Number(longitude)} is not on earth.",
            $"纬度{Wording.Number(latitude)}、经度{Wording.Number(longitude)}超出范围。");

    /// <summary>With three digits at least, so that metres show.</summary>
    public static string Kilometres(double value) => value is > 0 and < 10 ? value.ToString("0.###", CultureInfo.InvariantCulture) : Wording.Number(value);
}
