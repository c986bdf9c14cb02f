using MathNet.Numerics.Distributions;

namespace CustomerValue.Numerics;

/// <summary>
/// Pairs of independent standard normal numbers, spread more evenly than random ones: any stretch of them is a fair sample.
/// The additive recurrence of the plastic number (Roberts 2018), through the inverse of the normal distribution.
/// </summary>
internal static class EvenNormals
{
    private const double First = 0.75487766624669276;
    private const double Second = 0.56984029099805327;

    /// <summary>The pair of place <paramref name="i"/> ≥ 0.</summary>
    public static (double First, double Second) At(int i) => (Normal.InvCDF(0, 1, Part(i, First)), Normal.InvCDF(0, 1, Part(i, Second)));

    private static double Part(int i, double step)
    {
        double at = 0.5 + ((i + 1) * step);
        return at - Math.Floor(at);
    }
}
