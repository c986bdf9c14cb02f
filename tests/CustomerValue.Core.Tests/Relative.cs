namespace CustomerValue.Tests;

/// <summary>Equality of doubles by relative error.</summary>
internal static class Relative
{
    public static void Equal(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"{actual:R} is not {expected:R} to {tolerance:E0}: off by {Math.Abs((actual - expected) / expected):E2}");
}
