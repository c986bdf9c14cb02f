using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.GammaGamma;

/// <summary>
/// The Gamma-Gamma model of spend: a customer's purchases are Gamma(p, ν) around the customer's own mean, and ν ~ Gamma(q, v)
/// differs between customers, independently of how often they buy.
/// Source: Fader &amp; Hardie (2013), "The Gamma-Gamma model of monetary value"; Colombo &amp; Jiang (1999).
/// </summary>
public sealed class GammaGammaModel : SpendModel
{
    private readonly double p;
    private readonly double q;
    private readonly double v;

    /// <summary>Makes a model from its parameters, all finite and &gt; 0.</summary>
    /// <param name="p">Shape of a customer's spends: their coefficient of variation is 1/√p.</param>
    /// <param name="q">Shape of the customers' rates; the population has a finite mean where q &gt; 1.</param>
    /// <param name="v">Rate of the customers' rates, in units of money: the population's mean is pv/(q − 1).</param>
    /// <exception cref="Validation.DataRejectedException">Parameters out of range; names each.</exception>
    public GammaGammaModel(double p, double q, double v)
    {
        Parameters = [new("p", p), new("q", q), new("v", v)];
        ParameterCheck.Positive(Parameters);
        (this.p, this.q, this.v) = (p, q, v);
    }

    /// <inheritdoc/>
    public override string Name => "gamma-gamma";

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>
    /// ln f(m | p, q, v; x) = ln[u^(px) (1 − u)^q / (B(px, q)·m)], u = xm/(v + xm). Source: Fader &amp; Hardie (2013), eq. 1a,
    /// in a form whose large parts don't cancel.
    /// </summary>
    /// <param name="frequency">Repeat purchases, ≥ 1.</param>
    /// <param name="spend">Their mean value, finite and &gt; 0.</param>
    public override double LogLikelihood(int frequency, double spend)
    {
        if (frequency < 1)
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A mean spend needs at least one repeat purchase.");
        if (!(spend > 0) || double.IsInfinity(spend))
            throw new ArgumentOutOfRangeException(nameof(spend), spend, "A mean spend here is a finite number > 0.");
        return SpecialFunctions.LogBetaKernel(p * frequency, q, frequency * spend / v) - Math.Log(spend);
    }

    /// <summary>
    /// Log-density of <paramref name="frequency"/> single purchases: (p − 1)Σ ln z − x ln Γ(p) + ln Γ(px + q) − ln Γ(q) + q ln v − (px + q) ln(v + Σz),
    /// taken as that of their mean and of their shares in it.
    /// </summary>
    /// <param name="frequency">Repeat purchases, ≥ 1.</param>
    /// <param name="spend">Their mean value, finite and &gt; 0.</param>
    /// <param name="logSpend">Σ ln z, finite; at most x ln m.</param>
    public double LogLikelihood(int frequency, double spend, double logSpend)
    {
        if (double.IsNaN(logSpend) || double.IsInfinity(logSpend))
            throw new ArgumentOutOfRangeException(nameof(logSpend), logSpend, "A sum of logs is a finite number.");
        return LogLikelihood(frequency, spend) + PurchaseSpread.LogDensity(frequency, spend, logSpend, p);
    }

    /// <summary>
    /// p(v + xm)/(px + q − 1). Source: Fader &amp; Hardie (2013), eq. 5. +∞ where px + q ≤ 1: the fitted tail is too heavy for a mean.
    /// A mean spend below 0, after refunds, counts as 0.
    /// </summary>
    public override double ExpectedSpend(int frequency, double spend)
    {
        if (frequency < 0)
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A frequency is ≥ 0.");
        if (double.IsNaN(spend) || double.IsInfinity(spend))
            throw new ArgumentOutOfRangeException(nameof(spend), spend, "A mean spend is a finite number.");
        double shape = (p * frequency) + (q - 1);
        return shape > 0 ? p * (v + (frequency * Math.Max(0, spend))) / shape : double.PositiveInfinity;
    }

    /// <inheritdoc/>
    protected internal override SpendModel WithParameters(IReadOnlyList<double> values) => new GammaGammaModel(values[0], values[1], values[2]);

    /// <summary>
    /// The rate of the customer's purchases is Gamma(px + q, v + xm) given the past, and n purchases at a rate ν sum to Gamma(pn, ν): their sum
    /// over v + xm is beta prime (pn, px + q). Follows from Fader &amp; Hardie (2013), eq. 3 and 4.
    /// </summary>
    protected internal override double? ProbabilityOfTotalBelow(int purchases, double ratio, int frequency)
    {
        double shape = (p * frequency) + (q - 1);
        if (!(shape > 0))
            return null;
        double scaled = ratio * p / shape;
        return MathNet.Numerics.SpecialFunctions.BetaRegularized(p * purchases, (p * frequency) + q, scaled / (1 + scaled));
    }

    /// <inheritdoc/>
    public override double ProbabilityBelow(int frequency, double spend)
    {
        if (frequency < 1)
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "A mean spend needs at least one repeat purchase.");
        double u = spend <= 0 ? 0 : double.IsPositiveInfinity(spend) ? 1 : frequency * spend / (v + (frequency * spend));
        return MathNet.Numerics.SpecialFunctions.BetaRegularized(p * frequency, q, u);
    }

    /// <summary>Values of <paramref name="purchases"/> ≥ 0 purchases of one new customer drawn from the exact process.</summary>
    public double[] SimulateSpend(Random random, int purchases)
    {
        double rate = Sampling.Gamma(random ?? throw new ArgumentNullException(nameof(random)), q, v);
        double[] spends = new double[purchases];
        for (int i = 0; i < purchases; i++)
            spends[i] = Sampling.Gamma(random, p, rate);
        return spends;
    }
}
