using CustomerValue.LifetimeValue.ParetoNbd;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdCorrelated;

/// <summary>A customer known to be alive, whose rates hang together: the density is that of four independent pairs of gammas, with weights that sum to 1.</summary>
internal readonly struct CorrelatedBuyer : IBuyer
{
    private readonly AliveBuyer plain;
    private readonly AliveBuyer first;
    private readonly AliveBuyer second;
    private readonly AliveBuyer both;
    private readonly double byFirst;
    private readonly double bySecond;
    private readonly double byBoth;

    public CorrelatedBuyer(double a, double scale, double s, double lifeScale, double weight, double logFirst, double logSecond)
    {
        plain = new(a, scale, s, lifeScale);
        first = new(a, scale + 1, s, lifeScale);
        second = new(a, scale, s, lifeScale + 1);
        both = new(a, scale + 1, s, lifeScale + 1);
        // Without a weight, what it would have been multiplied by may overflow.
        Total = 1;
        if (weight == 0)
            return;
        Total += weight * SpecialFunctions.Expm1(logFirst) * SpecialFunctions.Expm1(logSecond);
        byFirst = -weight * Math.Exp(logFirst) / Total;
        bySecond = -weight * Math.Exp(logSecond) / Total;
        byBoth = weight * Math.Exp(logFirst + logSecond) / Total;
    }

    /// <summary>The likelihood of being alive with this history, as a multiple of that without correlation.</summary>
    public double Total { get; }

    public double Survival(double t) => Math.Min(1, Mean(plain.Survival(t), first.Survival(t), second.Survival(t), both.Survival(t)));

    public double ExpectedPurchases(double t) => Mean(plain.ExpectedPurchases(t), first.ExpectedPurchases(t), second.ExpectedPurchases(t), both.ExpectedPurchases(t));

    public double DiscountedPurchases(double t, double rate) =>
        Mean(plain.DiscountedPurchases(t, rate), first.DiscountedPurchases(t, rate), second.DiscountedPurchases(t, rate), both.DiscountedPurchases(t, rate));

    public double ProbabilityOfPurchases(int n, double t) =>
        Mean(plain.ProbabilityOfPurchases(n, t), first.ProbabilityOfPurchases(n, t), second.ProbabilityOfPurchases(n, t), both.ProbabilityOfPurchases(n, t));

    public double AtLeast(int n, double t) => Mean(plain.AtLeast(n, t), first.AtLeast(n, t), second.AtLeast(n, t), both.AtLeast(n, t));

    /// <summary>As the weights sum to 1: the plain value, and what the others differ from it. A hair below 0 is rounding.</summary>
    private double Mean(double value, double withFirst, double withSecond, double withBoth) =>
        Math.Max(0, value + (byFirst * (withFirst - value)) + (bySecond * (withSecond - value)) + (byBoth * (withBoth - value)));
}
