#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CustomerValue.Numerics;

/// <summary>What Vector256 lacks for four doubles at a time.</summary>
internal static class FourWide
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(double[] values, int row) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)row);

    /// <summary>ln(1 + u): the logarithm of the rounded 1 + u, and what the rounding took.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log1P(Vector256<double> u)
    {
        Vector256<double> rounded = Vector256<double>.One + u;
        return Vector256.Log(rounded) + ((u - (rounded - Vector256<double>.One)) / rounded);
    }

    /// <summary>e^x − 1: Taylor's polynomial within ¼ of 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Expm1(Vector256<double> x)
    {
        Vector256<double> far = Vector256.GreaterThan(Vector256.Abs(x), Vector256.Create(0.25));
        if (Vector256.EqualsAll(far.AsUInt64(), Vector256<ulong>.AllBitsSet))
            return Vector256.Exp(x) - Vector256<double>.One;
        Vector256<double> sum = Vector256.Create(1.0 / 479001600);
        sum = (sum * x) + Vector256.Create(1.0 / 39916800);
        sum = (sum * x) + Vector256.Create(1.0 / 3628800);
        sum = (sum * x) + Vector256.Create(1.0 / 362880);
        sum = (sum * x) + Vector256.Create(1.0 / 40320);
        sum = (sum * x) + Vector256.Create(1.0 / 5040);
        sum = (sum * x) + Vector256.Create(1.0 / 720);
        sum = (sum * x) + Vector256.Create(1.0 / 120);
        sum = (sum * x) + Vector256.Create(1.0 / 24);
        sum = (sum * x) + Vector256.Create(1.0 / 6);
        sum = (sum * x) + Vector256.Create(0.5);
        sum = ((sum * x) + Vector256<double>.One) * x;
        return Vector256.ConditionalSelect(far, Vector256.Exp(x) - Vector256<double>.One, sum);
    }
}
#endif
