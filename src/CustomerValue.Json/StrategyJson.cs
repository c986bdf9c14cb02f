using CustomerValue.Customers;
using CustomerValue.Json.Reading;
using CustomerValue.Segmentation;
using CustomerValue.Validation;

namespace CustomerValue.Json;

/// <summary>
/// How a strategy of segmentation is to work, as JSON: its options by name, such as <c>{"k":4,"seed":7}</c>. Strict: unknown fields, values out of
/// range and fields given twice are refused, all at once.
/// </summary>
public static class StrategyJson
{
    /// <summary>The strategies that have options as JSON.</summary>
    public static IReadOnlyList<string> Strategies { get; } = [.. StrategyForms.Readers.Keys];

    /// <summary>Makes a strategy from its options.</summary>
    /// <param name="strategy">One of <see cref="Strategies"/>.</param>
    /// <param name="stream">The document, UTF-8.</param>
    /// <param name="source">What problems call the document, such as its path; null for none.</param>
    /// <param name="rows">The customers in the order of a file, by which the options number rows to start from (<c>initialRows</c>, the first being 0); null where they number the rows of the base.</param>
    /// <exception cref="ArgumentException">No such strategy.</exception>
    /// <exception cref="DataRejectedException">The document is no JSON, or options are wrong; names every problem.</exception>
    public static ISegmentationStrategy Read(string strategy, Stream stream, string? source = null, IReadOnlyList<CustomerId>? rows = null)
    {
        if (!StrategyForms.Readers.TryGetValue(strategy ?? throw new ArgumentNullException(nameof(strategy)), out Func<StrictObject, ISegmentationStrategy?>? read))
            throw new ArgumentException($"There is no strategy '{strategy}'; there are: {string.Join(", ", Strategies)}.", nameof(strategy));
        // Options are null only beside problems, for which the document is refused as a whole.
        return StrictDocument.Read(stream, source, fields =>
        {
            fields.Rows = rows;
            return read(fields)!;
        });
    }
}
