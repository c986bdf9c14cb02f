using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

public class GammaQuantileTests
{
    [Theory]
    [InlineData(1e-3)]
    [InlineData(0.1)]
    [InlineData(0.6)]
    [InlineData(1)]
    [InlineData(3.7)]
    [InlineData(120)]
    [InlineData(1e5)]
    public void It_is_the_inverse_of_the_distribution(double shape)
    {
        foreach (double p in new[] { 1e-12, 1e-3, 0.1, 0.4, 0.5, 0.6, 0.9, 0.999 })
        {
            double log = GammaQuantile.Log(shape, p);
            // Near 0 the distribution is a power, and the number itself may be below all doubles.
            double logP = log < -23 ? (shape * log) - SpecialFunctions.LogGamma(shape + 1) : Math.Log(MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(shape, Math.Exp(log)));
            Assert.Equal(Math.Log(p), logP, 1e-6);
            double above = GammaQuantile.LogFromAbove(shape, p);
            if (above > -23)
                Assert.Equal(Math.Log(p), Math.Log(MathNet.Numerics.SpecialFunctions.GammaUpperRegularized(shape, Math.Exp(above))), 1e-6);
        }
    }
}
