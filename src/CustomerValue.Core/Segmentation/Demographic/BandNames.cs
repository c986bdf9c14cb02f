using System.Globalization;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Bands of a field in their order: the values', then those for what is odd.</summary>
internal static class BandNames
{
    private static readonly Dictionary<int, (string Key, string English, string Chinese)[]> OfQuantiles = new()
    {
        [1] = [("all", "any", "不分")],
        [2] = [("lower", "lower", "较低"), ("upper", "upper", "较高")],
        [3] = [("low", "low", "低"), ("middle", "middle", "中"), ("high", "high", "高")],
        [4] = [("low", "low", "低"), ("lower-middle", "lower middle", "中低"), ("upper-middle", "upper middle", "中高"), ("high", "high", "高")],
        [5] = [("low", "low", "低"), ("lower-middle", "lower middle", "中低"), ("middle", "middle", "中"), ("upper-middle", "upper middle", "中高"), ("high", "high", "高")],
    };

    public static DemographicBand[] Of(DemographicField field)
    {
        IEnumerable<DemographicBand> values = !field.IsMeasured
            ? field.Levels.Select(level => Band(level.Key, level.Label, DemographicBandKind.Value)).Append(Band("other", new LocalizedText("other", "其他"), DemographicBandKind.Other))
            : field.Bands!.ByQuantiles ? ByQuantiles(field.Bands.Edges!.Count + 1) : ByEdges(field);
        IEnumerable<DemographicBand> odd = field.IsMeasured
            ?
            [
                Band("implausible-low", new LocalizedText("implausibly low", "过低存疑"), DemographicBandKind.Implausible),
                Band("implausible-high", new LocalizedText("implausibly high", "过高存疑"), DemographicBandKind.Implausible),
                Band("unreadable", new LocalizedText("unreadable", "无法识别"), DemographicBandKind.Unreadable),
            ]
            : [];
        return [.. values, .. odd, Band("missing", new LocalizedText("missing", "缺失"), DemographicBandKind.Missing)];
    }

    private static DemographicBand Band(string key, LocalizedText label, DemographicBandKind kind) => new() { Key = key, Label = label, Kind = kind };

    private static IEnumerable<DemographicBand> ByQuantiles(int count) => OfQuantiles.TryGetValue(count, out (string Key, string English, string Chinese)[]? names)
        ? names.Select(name => Band(name.Key, new LocalizedText(name.English, name.Chinese), DemographicBandKind.Value))
        : Enumerable.Range(1, count).Select(i => Band($"{i}-of-{count}", new LocalizedText($"{i} of {count}", $"第{i}/{count}档"), DemographicBandKind.Value));

    private static IEnumerable<DemographicBand> ByEdges(DemographicField field)
    {
        IReadOnlyList<double> edges = field.Bands!.Edges!;
        if (edges.Count == 0)
            return ByQuantiles(1);
        bool whole = (field.Whole || field.Kind == DemographicKind.Birth) && edges.All(edge => edge == Math.Floor(edge) && Math.Abs(edge) < 1e15);
        return Enumerable.Range(0, edges.Count + 1).Select(i => ByEdge(
            i > 0 ? edges[i - 1] : whole && field.Least == edges[0] - 1 ? field.Least : null, i < edges.Count ? edges[i] : null, whole, field.Kind == DemographicKind.Birth ? "岁" : ""));
    }

    private static DemographicBand ByEdge(double? from, double? to, bool whole, string unit)
    {
        if (from is null)
            return Band($"under-{Plain(to!.Value)}", new LocalizedText($"under {Number(to.Value)}", $"{Number(to.Value)}{unit}以下"), DemographicBandKind.Value);
        if (to is null)
            return Band($"{Plain(from.Value)}-and-over", new LocalizedText($"{Number(from.Value)} and over", $"{Number(from.Value)}{unit}及以上"), DemographicBandKind.Value);
        if (whole && from == to - 1)
            return Band(Plain(from.Value), new LocalizedText(Number(from.Value), $"{Number(from.Value)}{unit}"), DemographicBandKind.Value);
        double last = whole ? to.Value - 1 : to.Value;
        return whole
            ? Band($"{Plain(from.Value)}-{Plain(last)}", new LocalizedText($"{Number(from.Value)}–{Number(last)}", $"{Number(from.Value)}–{Number(last)}{unit}"), DemographicBandKind.Value)
            : Band($"{Plain(from.Value)}-to-{Plain(last)}", new LocalizedText($"{Number(from.Value)} to below {Number(last)}", $"{Number(from.Value)}至{Number(last)}以下"), DemographicBandKind.Value);
    }

    /// <summary>Every digit, so that keys of different edges differ.</summary>
    private static string Plain(double value) => (value < 0 ? "minus-" : "") + Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e").Replace("E-", "e-minus-").Replace('.', '_');

    private static string Number(double value) => Math.Abs(value) is (>= 0.01 and < 1e15) or 0 && Math.Round(value, 2) == value ? Wording.Number(value) : value.ToString("R", CultureInfo.InvariantCulture);
}
