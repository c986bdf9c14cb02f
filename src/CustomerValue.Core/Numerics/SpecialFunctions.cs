namespace CustomerValue.Numerics;

/// <summary>Special functions that MathNet has not, or not accurately enough.</summary>
internal static partial class SpecialFunctions
{
    /// <summary>ln(1 + x) without cancellation for small x. Source: Higham (2002), Accuracy and Stability, §1.14.1.</summary>
    public static double Log1P(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsPositiveInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }
}
