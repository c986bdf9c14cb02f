namespace CustomerValue.LifetimeValue.Updating;

/// <summary>Customers who had bought about as often when the model was fitted, and what they bought since.</summary>
public sealed record DriftClass
{
    /// <summary>The least number of repeat purchases in the class.</summary>
    public required int From { get; init; }

    /// <summary>The greatest; null where the class is open upwards.</summary>
    public required int? To { get; init; }

    /// <summary>Customers in the class.</summary>
    public required int Customers { get; init; }

    /// <summary>Purchases expected since.</summary>
    public required double Expected { get; init; }

    /// <summary>Purchases made since.</summary>
    public required long Actual { get; init; }

    /// <summary>The deviation in standard deviations, those of the parameters included.</summary>
    public required double Z { get; init; }
}
