using CustomerValue.Customers;
using CustomerValue.Labels;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>What a reader of a fit should know: how segments came about, bands that ties took away, and what was odd.</summary>
internal static class FitWarnings
{
    public static IReadOnlyList<LocalizedText> Of(IReadOnlyList<DemographicField> asked, DemographicSegmentation fitted, CustomerBase customers, bool isDefault)
    {
        List<LocalizedText> warnings = [];
        LocalizedText[] by = [.. fitted.Combine.Select(key => fitted.Fields.First(field => field.Key == key).Label)];
        if (isDefault)
            warnings.Add(new LocalizedText($"By default the segments are made by {string.Join(" and ", by.Select(label => label.English))}.", $"默认按{string.Join("与", by.Select(label => label.Chinese))}分群。"));
        IReadOnlyList<BandReport> report = fitted.Report(customers);
        for (int i = 0; i < asked.Count; i++)
        {
            (string english, string chinese) = (asked[i].Label.English, asked[i].Label.Chinese);
            int wanted = asked[i].Bands?.Count ?? 4, got = fitted.Fields[i].Bands?.Count ?? 0;
            if (fitted.Fields[i].Bands is { ByQuantiles: true } && got < wanted)
                warnings.Add(new LocalizedText($"{english}: {Wording.Count(got, "band")} instead of {wanted}, as too few values differ.", $"{chinese}：不同取值太少，仅分{got}档，而非{wanted}档。"));
            foreach (BandCount odd in report[i].Bands.Where(band => band.Band.Kind != DemographicBandKind.Value && band.Customers > 0))
            {
                string examples = string.Join(", ", odd.Examples.Take(3).Select(example => PlainText.Quoted(example.Key)));
                string count = Wording.Number(odd.Customers), label = odd.Band.Label.English;
                warnings.Add(new LocalizedText(
                    $"{english}: {count} {label}{(examples.Length > 0 ? $", such as {examples}" : "")}.",
                    $"{chinese}：{count}位{odd.Band.Label.Chinese}{(examples.Length > 0 ? $"，如{examples}" : "")}。"));
            }
        }

        return warnings;
    }
}
