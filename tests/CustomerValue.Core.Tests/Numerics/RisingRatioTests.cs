using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

public class RisingRatioTests
{
    /// <summary>ln Γ(x+d+m)Γ(x)/(Γ(x+d)Γ(x+m)) by mpmath with 60 digits.</summary>
    [Theory]
    [InlineData(0.5, 1e-12, 3, 3.06666666666436438e-12)]
    [InlineData(3.7, 0.25, 100000, 2.57700196149292301)]
    [InlineData(2500.25, 1e-09, 7, 2.79636651088715396e-12)]
    [InlineData(0.0001, 10000.0, 5, 52.0847799753168077)]
    [InlineData(10000.0, 0.0001, 1000000, 0.000461517001767426135)]
    [InlineData(20.5, 30000000.0, 40, 542.920954059544941)]
    [InlineData(1e8, 0.3, 12, 3.59999979660001565e-8)]
    [InlineData(16, 5e-30, 1, 3.12499999999999982e-31)]
    [InlineData(0.001, 0.002, 50, 1.10756421080829586)]
    [InlineData(123456.7, 98765.4, 3000000, 288783.513658764848)]
    public void Log_rising_ratio_to_1e_minus_13(double x, double d, double m, double expected) => Relative.Equal(expected, SpecialFunctions.LogRisingRatio(x, d, m), 1e-13);

    [Fact]
    public void Of_no_factors_the_ratio_is_1() => Assert.Equal(0, SpecialFunctions.LogRisingRatio(3, 2, 0));
}
