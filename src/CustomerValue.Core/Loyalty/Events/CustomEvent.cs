namespace CustomerValue.Loyalty.Events;

/// <summary>An event that a programme names.</summary>
public sealed record CustomEvent : LoyaltyEvent
{
    /// <summary>Its type, such as <c>app.checkin</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Facts about it by name.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>What it is about (a review, a survey); each is rewarded once. Null for none.</summary>
    public string? Source { get; init; }

    /// <inheritdoc/>
    public override string Type => Name;
}
