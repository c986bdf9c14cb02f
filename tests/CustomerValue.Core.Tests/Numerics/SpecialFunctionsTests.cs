using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

/// <summary>Against mpmath with 40 digits.</summary>
public class SpecialFunctionsTests
{
    [Theory]
    [InlineData(1.243, 0.001, 3.185609605462007922)]
    [InlineData(1.243, 0.9, 0.57273908220597043003)]
    [InlineData(2, 0.5, 0.53854468375813476558)]
    [InlineData(2.0000001, 0.5, 0.53854465943846396315)]
    [InlineData(2.00001, 0.5, 0.53854225180043426624)]
    [InlineData(3.7, 0.02, 0.3661214217272624912)]
    [InlineData(12.25, 0.3, 0.086368692869718496958)]
    [InlineData(2000.5, 0.001, 0.00050012478100773645389)]
    [InlineData(5, 7, 0.086052986666469501777)]
    [InlineData(1.001, 30, 0.03228872695631606241)]
    public void Scaled_exponential_integral_to_1e_minus_12(double order, double y, double expected) =>
        Relative.Equal(expected, SpecialFunctions.ScaledExponentialIntegral(order, y), 1e-12);

    [Theory]
    [InlineData(0.243, 1e-09, -4.3510938553523211297e-9)]
    [InlineData(0.243, 5, 2.2324176259704254137)]
    [InlineData(1, 1e-12, -5.7721566490071038196e-13)]
    [InlineData(1e6, 0.5, 6.9077551539821370521)]
    [InlineData(0.001, 2000, 13192.023869821569592)]
    [InlineData(30, -0.5, -1.6879580463443748274)]
    [InlineData(2, -1.9, 2.2527126517342050341)]
    public void Log_gamma_ratio_to_1e_minus_12(double x, double d, double expected) =>
        Relative.Equal(expected, SpecialFunctions.LogGammaRatio(x, d), 1e-12);

    [Theory]
    [InlineData(1e-06, -1000000.5772140200139, 1000000000001.6450222)]
    [InlineData(0.3, -3.5025242222001331249, 12.245364546107731301)]
    [InlineData(1, -0.57721566490153286061, 1.6449340668482264365)]
    [InlineData(7.5, 1.9467574842460867881, 0.14261589669670379977)]
    [InlineData(15.9, 2.7345430701757738806, 0.064912281599060113516)]
    [InlineData(1e5, 11.512920464961895087, 0.000010000050000166666667)]
    public void Digamma_and_trigamma_to_1e_minus_13(double x, double digamma, double trigamma)
    {
        Relative.Equal(digamma, SpecialFunctions.Digamma(x), 1e-13);
        Relative.Equal(trigamma, SpecialFunctions.Trigamma(x), 1e-13);
    }

    [Theory]
    [InlineData(1e-20)]
    [InlineData(1e-9)]
    [InlineData(-1e-9)]
    [InlineData(0.3)]
    public void Small_arguments_keep_their_digits(double x)
    {
        Relative.Equal(x - (x * x / 2) + (x * x * x / 3) - Math.Pow(x, 4) / 4 + Math.Pow(x, 5) / 5, SpecialFunctions.Log1P(x), Math.Abs(x) < 0.1 ? 1e-15 : 1e-3);
        Relative.Equal(x, SpecialFunctions.Log1P(SpecialFunctions.Expm1(x)), 1e-15);
        Relative.Equal(-x * x / 2, SpecialFunctions.Log1PMinusX(x), Math.Max(1e-15, Math.Abs(x)));
    }
}
