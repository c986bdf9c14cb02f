namespace CustomerValue.Loyalty.Events;

/// <summary>A paid order.</summary>
public sealed record Order
{
    /// <summary>Its number, unique in the programme; 1 to 256 characters.</summary>
    public required string Id { get; init; }

    /// <summary>The channel, such as <c>web</c>, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>The store, or null.</summary>
    public string? Store { get; init; }

    /// <summary>The means of payment, or null.</summary>
    public string? Payment { get; init; }

    /// <summary>Its lines; 1 to 10,000, of one currency.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }
}
