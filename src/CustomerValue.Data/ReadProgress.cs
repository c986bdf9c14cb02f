namespace CustomerValue.Data;

/// <summary>How far reading is.</summary>
public sealed record ReadProgress
{
    /// <summary>The source being read.</summary>
    public required string Source { get; init; }

    /// <summary>Rows read so far, of all sources.</summary>
    public required long Rows { get; init; }

    /// <summary>The part of all sources that is read, 0 to 1; null where a size is unknown.</summary>
    public double? Fraction { get; init; }
}
