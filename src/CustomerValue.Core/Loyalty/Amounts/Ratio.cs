using System.Runtime.CompilerServices;

namespace CustomerValue.Loyalty.Amounts;

/// <summary>A fraction that need not be in lowest terms and is not negative: as exact as <see cref="Fraction"/>, without the search for common divisors. Where a product leaves 64 bits it is brought to lowest terms.</summary>
internal readonly record struct Ratio(long Numerator, long Denominator)
{
    public static Ratio Zero => new(0, 1);

    public static Ratio Of(Fraction value) => new(value.Numerator, value.Denominator);

    /// <summary>In lowest terms; the default value is 0.</summary>
    public Fraction Lowest => Denominator == 0 ? Fraction.Zero : Fraction.Of(Numerator, Denominator);

    // Most products are of small numbers: those are made where they are asked for, the rest is called.
    public Ratio Times(long whole) => (ulong)(Numerator | whole) <= int.MaxValue
        ? new Ratio(Numerator * whole, Denominator)
        : Product(this, whole);

    public Ratio Times(Ratio other) => (ulong)(Numerator | other.Numerator | Denominator | other.Denominator) <= int.MaxValue
        ? new Ratio(Numerator * other.Numerator, Denominator * other.Denominator)
        : Product(this, other);

    public Ratio Plus(Ratio other)
    {
        if (Numerator == 0)
            return other;
        return Denominator == other.Denominator && other.Numerator <= long.MaxValue - Numerator
            ? new Ratio(Numerator + other.Numerator, Denominator)
            : Sum(this, other);
    }

    public long Round(RoundingMode mode) => mode is RoundingMode.Floor or RoundingMode.Truncate && (ulong)(Numerator | Denominator) <= uint.MaxValue
        ? (uint)Numerator / (uint)Denominator
        : Fraction.Round(Numerator, Denominator, mode);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Ratio Product(Ratio left, long right) => TryMultiply(left.Numerator, right, out long product)
        ? new Ratio(product, left.Denominator)
        : Of(left.Lowest * Fraction.Of(right, 1));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Ratio Product(Ratio left, Ratio right) => TryMultiply(left.Numerator, right.Numerator, out long numerator) && TryMultiply(left.Denominator, right.Denominator, out long denominator)
        ? new Ratio(numerator, denominator)
        : Of(left.Lowest * right.Lowest);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Ratio Sum(Ratio left, Ratio right) => Of(left.Lowest + right.Lowest);

    private static bool TryMultiply(long left, long right, out long product)
    {
#if NET
        return Math.BigMul(left, right, out product) == 0 && product >= 0;
#else
        product = unchecked(left * right);
        return left == 0 || right <= long.MaxValue / left;
#endif
    }
}
