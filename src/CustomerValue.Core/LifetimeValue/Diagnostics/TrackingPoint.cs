using NodaTime;

namespace CustomerValue.LifetimeValue.Diagnostics;

/// <summary>Expected and actual repeat purchases of all customers up to the end of a period, and in it.</summary>
public sealed record TrackingPoint
{
    /// <summary>The last day of the period.</summary>
    public required LocalDate LastDay { get; init; }

    /// <summary>Repeat purchases expected from the first day on.</summary>
    public required double ExpectedCumulative { get; init; }

    /// <summary>Repeat purchases made from the first day on.</summary>
    public required long ActualCumulative { get; init; }

    /// <summary>Repeat purchases expected in the period.</summary>
    public required double ExpectedIncremental { get; init; }

    /// <summary>Repeat purchases made in the period.</summary>
    public required long ActualIncremental { get; init; }

    /// <summary>Whether the period lies after the calibration on which the model was fitted: here the expectation is a forecast.</summary>
    public bool IsForecast { get; init; }
}
