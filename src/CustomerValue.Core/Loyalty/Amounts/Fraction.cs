using System.Globalization;
#if NET
using Wide = System.Int128;
#else
using Wide = System.Numerics.BigInteger;
#endif

namespace CustomerValue.Loyalty.Amounts;

/// <summary>An exact rational number: what points are before they are rounded, once. Always in lowest terms with a positive denominator, so equal values are equal. The default value is 0.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly long denominatorLessOne;

    private Fraction(long numerator, long denominator)
    {
        Numerator = numerator;
        denominatorLessOne = denominator - 1;
    }

    /// <summary>The numerator.</summary>
    public long Numerator { get; }

    /// <summary>The denominator; at least 1.</summary>
    public long Denominator => denominatorLessOne + 1;

    /// <summary>0.</summary>
    public static Fraction Zero => default;

    /// <summary>1.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>A fraction of two whole numbers.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">In lowest terms it needs more than 64 bits.</exception>
    public static Fraction Of(long numerator, long denominator) => Reduced(numerator, denominator);

    /// <summary>A decimal, exactly.</summary>
    /// <exception cref="OverflowException">It has too many digits for 64 bits of numerator and denominator.</exception>
    public static Fraction Of(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        // Zeros at the end may be all that is too much; dividing by one takes them off.
        if (bits[2] != 0 || bits[1] < 0 || Scale(bits) > 18)
            bits = decimal.GetBits(value / 1.000000000000000000000000000000000m);
        if (bits[2] != 0 || bits[1] < 0)
            throw new OverflowException($"{value.ToString(CultureInfo.InvariantCulture)} has more digits than points are counted with.");
        long magnitude = ((long)bits[1] << 32) | (uint)bits[0];
        int scale = Scale(bits);
        return scale > 18
            ? throw new OverflowException($"{value.ToString(CultureInfo.InvariantCulture)} has more decimals than points are counted with.")
            : Reduced(magnitude * Math.Sign(value), PowerOfTen(scale));
    }

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">The exact result does not fit.</exception>
    public static Fraction operator +(Fraction left, Fraction right) => left.Denominator == right.Denominator
        ? Reduced((Wide)left.Numerator + right.Numerator, left.Denominator)
        : Reduced(((Wide)left.Numerator * right.Denominator) + ((Wide)right.Numerator * left.Denominator), (Wide)left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    /// <exception cref="OverflowException">The exact result does not fit.</exception>
    public static Fraction operator -(Fraction left, Fraction right) => left + -right;

    /// <summary>The number with the other sign.</summary>
    public static Fraction operator -(Fraction value) => new(checked(-value.Numerator), value.Denominator);

    /// <summary>The product.</summary>
    /// <exception cref="OverflowException">The exact result does not fit.</exception>
    public static Fraction operator *(Fraction left, Fraction right) => Reduced((Wide)left.Numerator * right.Numerator, (Wide)left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    /// <exception cref="OverflowException">The exact result does not fit.</exception>
    public static Fraction operator /(Fraction left, Fraction right) => Reduced((Wide)left.Numerator * right.Denominator, (Wide)left.Denominator * right.Numerator);

    /// <summary>Order of value.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Order of value.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Order of value.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Order of value.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <summary>The sum.</summary>
    public static Fraction Add(Fraction left, Fraction right) => left + right;

    /// <summary>The difference.</summary>
    public static Fraction Subtract(Fraction left, Fraction right) => left - right;

    /// <summary>The product.</summary>
    public static Fraction Multiply(Fraction left, Fraction right) => left * right;

    /// <summary>The quotient.</summary>
    public static Fraction Divide(Fraction left, Fraction right) => left / right;

    /// <summary>The number with the other sign.</summary>
    public static Fraction Negate(Fraction value) => -value;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => ((Wide)Numerator * other.Denominator).CompareTo((Wide)other.Numerator * Denominator);

    /// <summary>The whole number that the mode makes of it.</summary>
    public long Round(RoundingMode mode) => Round(Numerator, Denominator, mode);

    /// <summary>As <c>159/5</c>, or <c>31</c> where it is whole.</summary>
    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : Numerator.ToString(CultureInfo.InvariantCulture) + "/" + Denominator.ToString(CultureInfo.InvariantCulture);

    /// <summary>The whole number that the mode makes of a quotient that need not be in lowest terms.</summary>
    internal static long Round(long numerator, long denominator, RoundingMode mode)
    {
        long whole;
        long rest;
        if ((ulong)(numerator | denominator) <= uint.MaxValue)
        {
            // Most orders come here, and dividing 32 bits takes a third of the time.
            whole = (uint)numerator / (uint)denominator;
            rest = numerator - (whole * denominator);
        }
        else
        {
            whole = Math.DivRem(numerator, denominator, out rest);
        }

        if (rest == 0)
            return whole;
        long away = whole + Math.Sign(rest);
        // Twice the rest against the denominator, without doubling.
        int half = Math.Abs(rest).CompareTo(denominator - Math.Abs(rest));
        return mode switch
        {
            RoundingMode.Floor => Math.Min(whole, away),
            RoundingMode.Ceiling => Math.Max(whole, away),
            RoundingMode.Truncate => whole,
            RoundingMode.HalfUp => half >= 0 ? away : whole,
            RoundingMode.HalfDown => half > 0 ? away : whole,
            RoundingMode.HalfEven => half > 0 || (half == 0 && (whole & 1) != 0) ? away : whole,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "is no rounding mode; take one of the enumeration."),
        };
    }

    private static int Scale(int[] bits) => (bits[3] >> 16) & 0xFF;

    private static Fraction Reduced(long numerator, long denominator)
    {
        if (denominator <= 0 || numerator == long.MinValue)
            return Reduced((Wide)numerator, denominator);
        long a = Math.Abs(numerator);
        for (long b = denominator; b != 0;)
            (a, b) = (b, a % b);
        return new Fraction(numerator / a, denominator / a);
    }

    private static Fraction Reduced(Wide numerator, Wide denominator)
    {
        // Most fit 64 bits, where dividing takes a tenth of the time.
        if (denominator > 0 && denominator <= long.MaxValue && numerator > long.MinValue && numerator <= long.MaxValue)
            return Reduced((long)numerator, (long)denominator);
        if (denominator == 0)
            throw new DivideByZeroException("A fraction's denominator can't be 0.");
        if (denominator < 0)
            (numerator, denominator) = (-numerator, -denominator);
        Wide a = Wide.Abs(numerator);
        for (Wide b = denominator; b != 0;)
            (a, b) = (b, a % b);
        return new Fraction(checked((long)(numerator / a)), checked((long)(denominator / a)));
    }

    private static long PowerOfTen(int exponent)
    {
        long power = 1;
        while (exponent-- > 0)
            power *= 10;
        return power;
    }
}
