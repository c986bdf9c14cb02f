using System.Globalization;
using CustomerValue.Labels;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Puts the evidence for a segment into words.</summary>
internal static class DemographicReason
{
    /// <summary>One sentence of all parts; <paramref name="notParted"/> is the field by which the first one's band is not parted.</summary>
    public static LocalizedText Of(IReadOnlyList<LocalizedText> parts, LocalizedText? notParted)
    {
        string english = string.Join(", ", parts.Select(part => part.English)) + (notParted is { } by ? $"; not split by {by.English}" : "");
        string chinese = string.Join("，", parts.Select(part => part.Chinese)) + (notParted is { } field ? $"；不按{field.Chinese}细分" : "");
        return new LocalizedText(char.ToUpperInvariant(english[0]) + english.Substring(1) + ".", chinese + "。");
    }

    public static LocalizedText Part(DemographicField field, IReadOnlyList<DemographicBand> bands, int band, FieldReader reader, int row, LocalDate asOf)
    {
        (string english, string chinese) = (field.Label.English, field.Label.Chinese);
        DemographicBand found = bands[band];
        string text = found.Kind == DemographicBandKind.Missing ? "" : PlainText.Quoted(reader.Text(row)!);
        if (found.Kind == DemographicBandKind.Missing)
            return new LocalizedText($"{english} missing", $"缺少{chinese}");
        if (found.Kind == DemographicBandKind.Unreadable)
            return new LocalizedText($"{english} {text} can't be read", $"{chinese}{text}无法识别");
        if (found.Kind == DemographicBandKind.Other)
            return new LocalizedText($"{english} {text} (not among those known)", $"{chinese}{text}（不在已知类别中）");
        if (field.Kind == DemographicKind.Ordinal)
            return new LocalizedText($"{english} {found.Label.English} ({band + 1} of {field.Levels.Count})", $"{chinese}{found.Label.Chinese}（第{band + 1}级，共{field.Levels.Count}级）");
        if (field.Kind == DemographicKind.Category)
            return new LocalizedText($"{english} {found.Label.English}", $"{chinese}{found.Label.Chinese}");
        double value = reader.Measure(row);
        return field.Kind == DemographicKind.Birth ? Age(found, value, text, LocalDatePattern.Iso.Format(asOf))
            : new LocalizedText($"{english} {Number(value)} ({found.Label.English})", $"{chinese}{Number(value)}（{found.Label.Chinese}）");
    }

    private static LocalizedText Age(DemographicBand band, double age, string text, string day)
    {
        string years = age == 1 ? "year" : "years";
        if (age < 0)
            return new LocalizedText($"born {text}, after {day} ({band.Label.English})", $"出生{text}晚于{day}（{band.Label.Chinese}）");
        string from = band.Kind == DemographicBandKind.Implausible ? $", born {text}" : "", ofText = from.Length > 0 ? $"，出生{text}" : "";
        return new LocalizedText($"{Wording.Number(age)} {years} old on {day}{from} ({band.Label.English})", $"截至{day}为{Wording.Number(age)}岁{ofText}（{band.Label.Chinese}）");
    }

    private static string Number(double value) => Math.Abs(value) is (>= 0.01 and < 1e15) or 0 ? Wording.Number(value) : value.ToString("R", CultureInfo.InvariantCulture);
}
