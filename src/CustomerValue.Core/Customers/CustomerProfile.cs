namespace CustomerValue.Customers;

/// <summary>What is known of a customer beside purchases: named attributes as they stood in the source. Who needs one as a number or a date reads it as such and reports what it can't read.</summary>
public sealed record CustomerProfile
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The attributes by name; a missing value is a missing name.</summary>
    public required IReadOnlyDictionary<string, string> Attributes { get; init; }
}
