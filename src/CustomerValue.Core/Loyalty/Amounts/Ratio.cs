namespace CustomerValue.Loyalty.Amounts;

/// <summary>A fraction that need not be in lowest terms and is not negative: as exact as <see cref="Fraction"/>, without the search for common divisors. Where a product leaves 64 bits it is brought to lowest terms.</summary>
internal readonly record struct Ratio(long Numerator, long Denominator)
{
    public static Ratio Zero => new(0, 1);

    public static Ratio Of(Fraction value) => new(value.Numerator, value.Denominator);

    /// <summary>In lowest terms; the default value is 0.</summary>
    public Fraction Lowest => Denominator == 0 ? Fraction.Zero : Fraction.Of(Numerator, Denominator);

    public Ratio Times(long whole) => TryMultiply(Numerator, whole, out long product)
        ? new Ratio(product, Denominator)
        : Of(Lowest * Fraction.Of(whole, 1));

    public Ratio Times(Ratio other) => TryMultiply(Numerator, other.Numerator, out long numerator) && TryMultiply(Denominator, other.Denominator, out long denominator)
        ? new Ratio(numerator, denominator)
        : Of(Lowest * other.Lowest);

    public Ratio Plus(Ratio other)
    {
        if (Numerator == 0)
            return other;
        return Denominator == other.Denominator && other.Numerator <= long.MaxValue - Numerator
            ? new Ratio(Numerator + other.Numerator, Denominator)
            : Of(Lowest + other.Lowest);
    }

    public long Round(RoundingMode mode) => Fraction.Round(Numerator, Denominator, mode);

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
