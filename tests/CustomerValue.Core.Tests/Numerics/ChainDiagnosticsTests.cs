using CustomerValue.Numerics;

namespace CustomerValue.Tests.Numerics;

/// <summary>Against the formulas of Vehtari et al. (2021) in NumPy and SciPy, and against what theory says of known chains.</summary>
public class ChainDiagnosticsTests
{
    [Theory]
    [InlineData(false, 1.051926068031857, 36.40308781647042, 47.67005584992124)]
    [InlineData(true, 1.1197783265996621, 38.491033743520674, 34.576532579359984)]
    public void Small_chains_equal_the_reference(bool ofDifferentSpread, double rHat, double bulk, double tail)
    {
        double[][] chains = [.. Enumerable.Range(0, 3).Select(chain => Chain(chain, ofDifferentSpread))];
        Relative.Equal(rHat, ChainDiagnostics.RHat(chains), 1e-9);
        Relative.Equal(bulk, ChainDiagnostics.BulkSize(chains), 1e-9);
        Relative.Equal(tail, ChainDiagnostics.TailSize(chains), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void An_autoregressive_chain_is_worth_what_theory_says(double rho)
    {
        double[][] chains = [.. Enumerable.Range(0, 4).Select(chain => Autoregressive(chain, rho, 4000))];
        double expected = 16_000 * (1 - rho) / (1 + rho);
        Assert.InRange(ChainDiagnostics.BulkSize(chains), 0.85 * expected, 1.15 * expected);
        Assert.InRange(ChainDiagnostics.RHat(chains), 0.999, 1.01);
    }

    [Fact]
    public void Chains_in_different_places_are_told()
    {
        double[][] chains = [Autoregressive(0, 0.3, 500), [.. Autoregressive(1, 0.3, 500).Select(x => x + 2)]];
        Assert.InRange(ChainDiagnostics.RHat(chains), 1.3, 3);
        Assert.InRange(ChainDiagnostics.BulkSize(chains), 1, 20);
    }

    [Fact]
    public void A_chain_that_never_moves_is_worth_nothing()
    {
        double[][] chains = [new double[100], new double[100]];
        Assert.Equal(double.PositiveInfinity, ChainDiagnostics.RHat(chains));
        Assert.Equal(0, ChainDiagnostics.BulkSize(chains));
        Assert.Equal(0, ChainDiagnostics.TailSize(chains));
    }

    private static double[] Autoregressive(int chain, double rho, int length)
    {
        RandomStream random = new(9, chain, 0, 0);
        double value = random.Normal() / Math.Sqrt(1 - (rho * rho));
        double[] values = new double[length];
        for (int i = 0; i < length; i++)
            values[i] = value = (rho * value) + random.Normal();
        return values;
    }

    private static double[] Chain(int chain, bool ofDifferentSpread)
    {
        long state = chain + 1;
        double value = 0;
        double[] values = new double[40];
        for (int i = 0; i < values.Length; i++)
        {
            state = ((state * 1103515245) + 12345) % 2147483648;
            value = (0.6 * value) + (state / 2147483648.0) - 0.5;
            values[i] = ofDifferentSpread ? value * (1 + chain) : value + (0.05 * chain);
        }

        return values;
    }
}
