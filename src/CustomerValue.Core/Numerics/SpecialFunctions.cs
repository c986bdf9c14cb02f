namespace CustomerValue.Numerics;

/// <summary>Special functions that MathNet has not, or not accurately enough. Relative accuracy about 1e-14 unless stated.</summary>
internal static partial class SpecialFunctions
{
    /// <summary>ln(1 + x) without cancellation for small x. Source: Higham (2002), Accuracy and Stability, §1.14.1.</summary>
    public static double Log1P(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : double.IsPositiveInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>e^x − 1 without cancellation for small x. Source: Higham (2002), §1.14.1.</summary>
    public static double Expm1(double x)
    {
        double u = Math.Exp(x);
        if (u == 1)
            return x;
        double shifted = u - 1;
        return shifted == -1 || double.IsPositiveInfinity(u) ? shifted : shifted * (x / Math.Log(u));
    }

    /// <summary>ln(1 + x) − x, which is −x²/2 + x³/3 − … for small x.</summary>
    public static double Log1PMinusX(double x)
    {
        if (Math.Abs(x) > 0.1)
            return Log1P(x) - x;
        double sum = 0;
        double power = x * x;
        for (int n = 2; Math.Abs(power) > 1e-17 * Math.Abs(sum) * n && n < 30; n++, power *= -x)
            sum -= power / n;
        return sum;
    }

    /// <summary>ln(1 + e^x) without overflow.</summary>
    public static double LogOnePlusExp(double x) => x > 0 ? x + Log1P(Math.Exp(-x)) : Log1P(Math.Exp(x));
}
