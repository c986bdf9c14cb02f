using CustomerValue.Customers;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>Where the customers are in one field. The counts add up to all customers: nobody is lost.</summary>
public sealed record BandReport
{
    private const int MostExamples = 5;

    /// <summary>The field.</summary>
    public required DemographicField Field { get; init; }

    /// <summary>All bands in their order, also those without customers.</summary>
    public required IReadOnlyList<BandCount> Bands { get; init; }

    internal static BandReport Of(DemographicField field, IReadOnlyList<DemographicBand> bands, int[] bandOfRow, FieldReader reader)
    {
        int[] counts = new int[bands.Count];
        Dictionary<string, int>?[] examples = [.. bands.Select(band => band.Kind is DemographicBandKind.Value or DemographicBandKind.Missing ? null : new Dictionary<string, int>(StringComparer.Ordinal))];
        for (int row = 0; row < bandOfRow.Length; row++)
        {
            int band = bandOfRow[row];
            counts[band]++;
            if (examples[band] is { } seen)
            {
                string text = reader.Text(row)!;
                seen[text] = seen.TryGetValue(text, out int count) ? count + 1 : 1;
            }
        }

        return new BandReport
        {
            Field = field,
            Bands = Array.AsReadOnly(bands.Select((band, i) => new BandCount
            {
                Band = band,
                Customers = counts[i],
                Share = bandOfRow.Length == 0 ? 0 : counts[i] / (double)bandOfRow.Length,
                Examples = Array.AsReadOnly((examples[i] ?? []).OrderByDescending(text => text.Value).ThenBy(text => text.Key, StringComparer.Ordinal).Take(MostExamples).ToArray()),
            }).ToArray()),
        };
    }
}
