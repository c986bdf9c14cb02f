using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Simple;

/// <summary>
/// Value where every customer brings the same margin a period and stays with the same probability: a formula for the back of an envelope.
/// As it takes all customers for alike, it values those who have stayed for long too low (Fader &amp; Hardie 2010); where renewals are recorded, take sBG.
/// Sources: Blattberg &amp; Deighton (1996); Gupta &amp; Lehmann (2003), "Customers as assets", Journal of Interactive Marketing 17(1); Berger &amp; Nasr (1998), case 1. Immutable.
/// </summary>
public sealed class ConstantRetention
{
    /// <summary>Makes the form.</summary>
    /// <param name="margin">Margin a period of a customer who is there, of any sign.</param>
    /// <param name="retention">Chance to stay for another period, in [0, 1].</param>
    /// <param name="period">The length of a period.</param>
    /// <exception cref="DataRejectedException">The retention is out of range.</exception>
    public ConstantRetention(decimal margin, double retention, TimeUnit period)
    {
        _ = period.Days();
        if (!(retention is >= 0 and <= 1))
            throw new DataRejectedException(new DataProblem { Field = nameof(retention), Value = retention.ToString(CultureInfo.InvariantCulture), Message = "is not in [0, 1]; it is the chance to stay for another period, 0.8 where four of five do." });
        Margin = margin;
        Retention = retention;
        Period = period;
    }

    /// <summary>Margin a period.</summary>
    public decimal Margin { get; }

    /// <summary>r.</summary>
    public double Retention { get; }

    /// <summary>The length of a period.</summary>
    public TimeUnit Period { get; }

    /// <summary>The chance to be there after <paramref name="periods"/> ≥ 0: r^n.</summary>
    public double Survival(int periods) => Math.Pow(Retention, Discounting.Periods(periods));

    /// <summary>
    /// All margins still to come, discounted, with d the rate a period: m(1 + d)/(1 + d − r) where the first comes now, m/(1 + d − r) at the
    /// end of the first period for certain, m·r/(1 + d − r) from those who stay.
    /// </summary>
    /// <param name="discountRate">Effective rate a year, finite and ≥ 0; &gt; 0 where the retention is 1.</param>
    /// <param name="first">When the first margin comes.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is out of range, or so low that the value is over 10¹² margins.</exception>
    public decimal Value(double discountRate, FirstMargin first) => Value(discountRate, first, null);

    /// <summary>The same over the first <paramref name="periods"/> margins.</summary>
    /// <param name="discountRate">Effective rate a year, finite and ≥ 0.</param>
    /// <param name="first">When the first margin comes.</param>
    /// <param name="periods">How many margins at most, ≥ 0.</param>
    public decimal Value(double discountRate, FirstMargin first, int periods) => Value(discountRate, first, (int?)Discounting.Periods(periods));

    private decimal Value(double discountRate, FirstMargin first, int? periods)
    {
        double rate = Period.ContinuousRate(discountRate);
        double excess = SpecialFunctions.Expm1(rate);
        // Each margin is u = r/(1 + d) of the one before; 1 − u is (1 + d − r)/(1 + d), in which nothing cancels.
        double apart = ((1 - Retention) + excess) / (1 + excess);
        double margins = periods is not { } n ? 1 / apart
            : apart == 0 ? n
            : -SpecialFunctions.Expm1(n * (Retention == 0 ? double.NegativeInfinity : Math.Log(Retention) - rate)) / apart;
        margins = periods == 0 ? 0 : margins;
        return Margin * Discounting.Factor(margins * first switch
        {
            FirstMargin.Now => 1,
            FirstMargin.AtPeriodEnd => Math.Exp(-rate),
            FirstMargin.AtRenewal => Retention * Math.Exp(-rate),
            _ => throw new ArgumentOutOfRangeException(nameof(first), first, "The first margin comes Now, AtPeriodEnd or AtRenewal."),
        });
    }
}
