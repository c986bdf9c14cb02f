namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>How many customers made a number of repeat purchases, and how many the model expects.</summary>
public sealed record FrequencyClass
{
    /// <summary>The number of repeat purchases; the last class holds that number and more.</summary>
    public required int Frequency { get; init; }

    /// <summary>Whether the class is open upwards.</summary>
    public required bool OrMore { get; init; }

    /// <summary>Customers in the class.</summary>
    public required int Actual { get; init; }

    /// <summary>Customers that the model expects in it.</summary>
    public required double Expected { get; init; }
}
