using MathNet.Numerics.Distributions;

namespace CustomerValue.LifetimeValue.Uncertainty;

/// <summary>Φ⁻¹: the normal score of a probability, held where doubles near 1 end.</summary>
internal static class NormalScore
{
    public const double Largest = 7.9;

    public static double Of(double probability) =>
        probability <= 0 ? -Largest : probability >= 1 ? Largest : Math.Max(-Largest, Math.Min(Largest, Normal.InvCDF(0, 1, probability)));
}
