#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerValue.LifetimeValue.GgomNbd;

/// <summary>Functions of four numbers at once, relatively accurate near 0.</summary>
internal static class FourAtOnce
{
    /// <summary>1/k!, k = 1…14.</summary>
    private static readonly double[] InverseFactorials = Enumerable.Range(1, 14).Select(k => 1 / Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * i)).ToArray();

    /// <summary>Four numbers from a column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double[] values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);

    /// <summary>ln(1 + u), u ≥ 0: the logarithm of the rounded 1 + u, and what the rounding took.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log1P(Vector256<double> u)
    {
        Vector256<double> rounded = Vector256<double>.One + u;
        return Vector256.Log(rounded) + ((u - (rounded - Vector256<double>.One)) / rounded);
    }

    /// <summary>e^u − 1: Taylor's series near 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Expm1(Vector256<double> u)
    {
        Vector256<double> away = Vector256.GreaterThan(Vector256.Abs(u), Vector256.Create(0.5));
        Vector256<double> exponential = Vector256.Exp(u) - Vector256<double>.One;
        if (away == Vector256<double>.AllBitsSet)
            return exponential;
        Vector256<double> series = Vector256.Create(InverseFactorials[13]);
        for (int k = 12; k >= 0; k--)
            series = Vector256.FusedMultiplyAdd(series, u, Vector256.Create(InverseFactorials[k]));
        return Vector256.ConditionalSelect(away, exponential, series * u);
    }
}
#endif
