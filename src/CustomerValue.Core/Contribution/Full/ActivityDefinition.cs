using CustomerValue.Labels;

namespace CustomerValue.Contribution.Full;

/// <summary>A kind of service and what one unit of it costs.</summary>
public sealed record ActivityDefinition
{
    /// <summary>The key by which <see cref="ServiceRecord.Activity"/> calls it; compared ordinally.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The cost of one unit, ≥ 0; null where every record gives its amount.</summary>
    public decimal? Rate { get; init; }
}
