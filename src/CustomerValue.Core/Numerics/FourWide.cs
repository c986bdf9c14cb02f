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

    /// <summary>e^x for x in [−700, 0], to two units in the last place: Taylor's polynomial on [−½ ln 2, ½ ln 2] and a power of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ExpOfNegative(Vector256<double> x)
    {
        // Adding 1.5·2⁵² leaves the whole number of halvings in the last bits.
        Vector256<double> shifted = Vector256.MultiplyAddEstimate(x, Vector256.Create(1.4426950408889634), Vector256.Create(6755399441055744.0));
        Vector256<double> halvings = shifted - Vector256.Create(6755399441055744.0);
        Vector256<double> r = Vector256.MultiplyAddEstimate(halvings, Vector256.Create(-6.93147180369123816490e-01), x);
        r = Vector256.MultiplyAddEstimate(halvings, Vector256.Create(-1.90821492927058770002e-10), r);
        Vector256<double> square = r * r;
        Vector256<double> even = Vector256.MultiplyAddEstimate(square, Vector256.Create(1.0 / 479001600), Vector256.Create(1.0 / 3628800));
        Vector256<double> odd = Vector256.MultiplyAddEstimate(square, Vector256.Create(1.0 / 39916800), Vector256.Create(1.0 / 362880));
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(1.0 / 40320));
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256.Create(1.0 / 5040));
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(1.0 / 720));
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256.Create(1.0 / 120));
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(1.0 / 24));
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256.Create(1.0 / 6));
        even = Vector256.MultiplyAddEstimate(even, square, Vector256.Create(0.5));
        odd = Vector256.MultiplyAddEstimate(odd, square, Vector256<double>.One);
        Vector256<double> part = Vector256.MultiplyAddEstimate(even, square, Vector256.MultiplyAddEstimate(odd, r, Vector256<double>.One));
        return (part.AsInt64() + Vector256.ShiftLeft(shifted.AsInt64(), 52)).AsDouble();
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
