namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>How many customers have a mean repeat spend in [From, To), and how many the model expects.</summary>
public sealed record SpendClass
{
    /// <summary>Lower end, included.</summary>
    public required double From { get; init; }

    /// <summary>Upper end, excluded; +∞ for the last class.</summary>
    public required double To { get; init; }

    /// <summary>Customers in the class.</summary>
    public required int Actual { get; init; }

    /// <summary>Customers that the model expects in it.</summary>
    public required double Expected { get; init; }
}
