namespace CustomerValue.Lifecycle;

/// <summary>What is known of a customer on a day. What is not known is NaN, with which no comparison holds. The default value says 0 of everything: set what is not known to NaN, or start from <see cref="Unknown"/>.</summary>
public readonly record struct LifecycleEvidence
{
    /// <summary>Nothing known.</summary>
    public static LifecycleEvidence Unknown { get; } = new()
    {
        Purchases = double.NaN,
        Silence = double.NaN,
        SilentDays = double.NaN,
        Alive = double.NaN,
        SecondPurchase = double.NaN,
        DaysInStage = double.NaN,
        GapsInStage = double.NaN,
        DaysToTermEnd = double.NaN,
    };

    /// <summary><see cref="Measure.Purchases"/>, ≥ 0.</summary>
    public double Purchases { get; init; }

    /// <summary><see cref="Measure.Silence"/>, ≥ 0.</summary>
    public double Silence { get; init; }

    /// <summary><see cref="Measure.SilentDays"/>, ≥ 0.</summary>
    public double SilentDays { get; init; }

    /// <summary><see cref="Measure.Alive"/>, in [0, 1].</summary>
    public double Alive { get; init; }

    /// <summary><see cref="Measure.SecondPurchase"/>, in [0, 1].</summary>
    public double SecondPurchase { get; init; }

    /// <summary><see cref="Measure.DaysInStage"/>, ≥ 0.</summary>
    public double DaysInStage { get; init; }

    /// <summary><see cref="Measure.GapsInStage"/>, ≥ 0.</summary>
    public double GapsInStage { get; init; }

    /// <summary><see cref="Measure.DaysToTermEnd"/>; negative after the end.</summary>
    public double DaysToTermEnd { get; init; }

    /// <summary>One of them.</summary>
    public double this[Measure measure] => measure switch
    {
        Measure.Purchases => Purchases,
        Measure.Silence => Silence,
        Measure.SilentDays => SilentDays,
        Measure.Alive => Alive,
        Measure.SecondPurchase => SecondPurchase,
        Measure.DaysInStage => DaysInStage,
        Measure.GapsInStage => GapsInStage,
        _ => DaysToTermEnd,
    };
}
