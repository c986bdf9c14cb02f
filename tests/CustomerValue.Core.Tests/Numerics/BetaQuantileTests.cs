using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

public sealed class BetaQuantileTests
{
    /// <summary>From mpmath with 30 digits.</summary>
    [Theory]
    [InlineData(0.5, 20.5, 0.05, 9.7077758582331729e-5)]
    [InlineData(3.2, 41.8, 0.05, 0.021264320076705337)]
    [InlineData(3.2, 41.8, 0.95, 0.14253314957737439)]
    [InlineData(7, 7, 0.5, 0.5)]
    [InlineData(1234.5, 17265.5, 0.05, 0.063738763348104507)]
    [InlineData(1234.5, 17265.5, 0.95, 0.06977395425863768)]
    [InlineData(0.05, 30, 0.95, 0.0089660462951158134)]
    [InlineData(200000, 3000000, 0.05, 0.062277579805863445)]
    public void Quantiles_are_the_references(double a, double b, double probability, double expected) =>
        Relative.Equal(expected, BetaQuantile.Of(a, b, probability), 1e-11);

    /// <summary>Beta(a, 1) is xᵃ, Beta(1, b) is 1 − (1 − x)ᵇ.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(900)]
    public void Powers_have_their_closed_form(double shape)
    {
        foreach (double probability in (double[])[0.01, 0.4, 0.99])
        {
            Relative.Equal(Math.Pow(probability, 1 / shape), BetaQuantile.Of(shape, 1, probability), 1e-12);
            Relative.Equal(-SpecialFunctions.Expm1(SpecialFunctions.Log1P(-probability) / shape), BetaQuantile.Of(1, shape, probability), 1e-11);
        }
    }
}
