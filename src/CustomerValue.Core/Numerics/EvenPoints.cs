namespace CustomerValue.Numerics;

/// <summary>Points of the unit cube in four dimensions, spread more evenly than random ones: any stretch of them is a fair sample. The additive recurrence of the root of x⁵ = x + 1 (Roberts 2018).</summary>
internal static class EvenPoints
{
    private const double Root = 1.1673039782614187;

    /// <summary>Coordinate <paramref name="dimension"/> in 0…3 of point <paramref name="i"/> ≥ 0, in (0, 1).</summary>
    public static double At(int i, int dimension)
    {
        double step = 1;
        for (int j = 0; j <= dimension; j++)
            step /= Root;
        double at = 0.5 + ((i + 1) * step);
        return Math.Max(1e-15, at - Math.Floor(at));
    }
}
