namespace CustomerValue.Lifecycle.Thresholds;

/// <summary>What thresholds would have done: customers with two purchases or more, counted once at each date.</summary>
public sealed record AlarmCount
{
    /// <summary>Customers judged.</summary>
    public required long Judged { get; init; }

    /// <summary>No alarm, and no purchase in time.</summary>
    public required long Misses { get; init; }

    /// <summary>An alarm, and a purchase in time.</summary>
    public required long FalseAlarms { get; init; }

    /// <summary>Misses and false alarms at their costs.</summary>
    public required double Cost { get; init; }
}
