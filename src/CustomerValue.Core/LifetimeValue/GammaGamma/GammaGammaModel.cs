namespace CustomerValue.LifetimeValue.GammaGamma;

/// <summary>The Gamma-Gamma model of spend.</summary>
public sealed class GammaGammaModel : SpendModel
{
    /// <summary>Makes a model from its parameters, all finite and &gt; 0.</summary>
    public GammaGammaModel(double p, double q, double v)
    {
        Parameters = [new("p", p), new("q", q), new("v", v)];
    }

    /// <inheritdoc/>
    public override string Name => "gamma-gamma";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <inheritdoc/>
    public override double LogLikelihood(int frequency, double spend) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override double ExpectedSpend(int frequency, double spend) => throw new NotImplementedException();

    /// <summary>Values of <paramref name="purchases"/> purchases of one new customer drawn from the exact process, with p spread within and the customer's own mean between customers.</summary>
    public double[] SimulateSpend(Random random, int purchases) => throw new NotImplementedException();
}
