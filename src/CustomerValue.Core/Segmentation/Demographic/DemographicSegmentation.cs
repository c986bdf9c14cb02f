using System.Buffers;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Demographic;

/// <summary>
/// Bands of profile fields, and segments by the bands of one field or of two crossed. Keeps edges, plausible ranges and categories, so that a
/// newcomer is read without the population; ages are counted at the <see cref="CustomerBase.AsOf"/> of the base that is assigned. Immutable and thread-safe.
/// </summary>
public sealed class DemographicSegmentation : IFittedSegmentation, IDetailedSegmentation
{
    internal const string StrategyName = "demographic";
    private readonly DemographicBand[][] bands;
    private readonly Dictionary<string, int>[] levels;
    private readonly int[] combined;
    private readonly BandCross cross;

    /// <summary>Makes a segmentation from settled fields, such as those of an earlier fit.</summary>
    /// <param name="fields">At least one; each names its columns, an age or a number its edges and no fence, an age what is plausible.</param>
    /// <param name="combine">The keys of the one or two fields that make the segments.</param>
    /// <param name="wholeBands">Keys of bands of the first field that the second does not part; null for none.</param>
    /// <param name="fit">How it was fitted; null where it was not.</param>
    /// <exception cref="DataRejectedException">Fields are wrong or not settled, or there would be more than 1,000 segments; lists every problem.</exception>
    public DemographicSegmentation(IReadOnlyList<DemographicField> fields, IReadOnlyList<string> combine, IReadOnlyList<string>? wholeBands = null, SegmentationFit? fit = null)
    {
        if (combine is null)
            throw new ArgumentNullException(nameof(combine));
        List<DataProblem> problems = [.. SettledCheck.Problems(fields ?? throw new ArgumentNullException(nameof(fields)), combine)];
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        Fields = Array.AsReadOnly(fields.ToArray());
        Combine = Array.AsReadOnly(combine.ToArray());
        WholeBands = Array.AsReadOnly((wholeBands ?? []).ToArray());
        bands = [.. Fields.Select(BandNames.Of)];
        levels = [.. Fields.Select(field => field.Levels.SelectMany((level, index) => level.Values.Select(value => (Text: PlainText.Of(value), index))).GroupBy(value => value.Text).ToDictionary(value => value.Key, value => value.First().index, StringComparer.Ordinal))];
        combined = [.. Combine.Select(key => Fields.Select(field => field.Key).ToList().IndexOf(key))];
        problems.AddRange(SettledCheck.CrossProblems(WholeBands, [.. combined.Select(field => bands[field])]));
        if (problems.Count > 0)
            throw new DataRejectedException(problems);
        cross = new BandCross([.. combined.Select(field => Fields[field])], [.. combined.Select(field => bands[field])], WholeBands);
        Fit = fit ?? new SegmentationFit { Customers = 0 };
    }

    /// <inheritdoc/>
    public string Strategy => StrategyName;

    /// <summary>One segment a band or a crossing of bands, then <see cref="DemographicSegments.Implausible"/> where a deciding field is measured, and last <see cref="CommonSegments.Incomplete"/>.</summary>
    public IReadOnlyList<Segment> Segments => cross.Segments;

    /// <summary>How many customers, and what was odd among them.</summary>
    public SegmentationFit Fit { get; }

    /// <summary>The fields with columns, edges, plausible ranges and categories as they were settled.</summary>
    public IReadOnlyList<DemographicField> Fields { get; }

    /// <summary>The keys of the fields that make the segments, one or two.</summary>
    public IReadOnlyList<string> Combine { get; }

    /// <summary>Keys of bands of the first of these fields that the second does not part.</summary>
    public IReadOnlyList<string> WholeBands { get; }

    /// <summary>The bands of a field: those of values in their order, then <c>other</c> of categories, or <c>implausible-low</c>, <c>implausible-high</c> and <c>unreadable</c> of ages and numbers, and last <c>missing</c>.</summary>
    /// <param name="field">The field's key.</param>
    /// <exception cref="ArgumentException">There is no such field.</exception>
    public IReadOnlyList<DemographicBand> BandsOf(string field) => Array.AsReadOnly(bands[IndexOf(field)]);

    /// <summary>A column of band keys for each field, named <c>demographic.</c> and the field's key, none missing: for <see cref="CustomerBase.With"/> and conditions on bands.</summary>
    public IReadOnlyList<TextColumn> Bands(CustomerBase customers)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        int[] found = new int[customers.Count];
        return Array.AsReadOnly(Fields.Select((field, index) =>
        {
            Reader(index, customers).Write(found);
            string[] keys = [.. bands[index].Select(band => band.Key)];
            string[] ordered = [.. keys.OrderBy(key => key, StringComparer.Ordinal)];
            int[] code = Array.ConvertAll(keys, key => Array.IndexOf(ordered, key));
            return new TextColumn($"demographic.{field.Key}", Array.ConvertAll(found, band => code[band]), ordered);
        }).ToArray());
    }

    /// <summary>The bands of every field, as <see cref="Bands"/>.</summary>
    public IReadOnlyList<CustomerColumn> Details(CustomerBase customers) => Bands(customers);

    /// <summary>How many customers are in each band of each field, and examples of what is odd.</summary>
    public IReadOnlyList<BandReport> Report(CustomerBase customers)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        int[] found = new int[customers.Count];
        return Array.AsReadOnly(Fields.Select((field, index) =>
        {
            FieldReader reader = Reader(index, customers);
            reader.Write(found);
            return BandReport.Of(field, bands[index], found, reader);
        }).ToArray());
    }

    /// <inheritdoc/>
    public void Assign(CustomerBase customers, Span<int> segments)
    {
        OnePlaceEach.Check(customers, segments);
        Reader(combined[0], customers).Write(segments);
        int[] second = ArrayPool<int>.Shared.Rent(combined.Length > 1 ? segments.Length : 0);
        Span<int> some = second.AsSpan(0, combined.Length > 1 ? segments.Length : 0);
        if (combined.Length > 1)
            Reader(combined[1], customers).Write(some);
        cross.Assign(segments, some);
        ArrayPool<int>.Shared.Return(second);
    }

    /// <inheritdoc/>
    public SegmentAssignment Assign(CustomerBase customers, int row)
    {
        if (customers is null)
            throw new ArgumentNullException(nameof(customers));
        FieldReader[] readers = Array.ConvertAll(combined, field => Reader(field, customers));
        int[] found = Array.ConvertAll(readers, reader => reader.Band(row));
        bool isWhole = found.Length > 1 && cross.IsWhole[found[0]];
        return new SegmentAssignment
        {
            Segment = cross.SegmentOf(found[0], found.Length > 1 ? found[1] : 0),
            Reason = DemographicReason.Of([.. combined.Select((field, i) => DemographicReason.Part(Fields[field], bands[field], found[i], readers[i], row, customers.AsOf))], isWhole ? Fields[combined[1]].Label : null),
        };
    }

    private FieldReader Reader(int field, CustomerBase customers) => new(Fields[field], levels[field], customers);

    private int IndexOf(string key)
    {
        int index = Fields.Select(field => field.Key).ToList().IndexOf(key);
        return index >= 0 ? index : throw new ArgumentException($"There is no field '{key}'; there are: {string.Join(", ", Fields.Select(field => field.Key))}.", nameof(key));
    }
}
