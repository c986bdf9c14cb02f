using CustomerValue.Numerics;

namespace CustomerValue.PotentialValue.Residual;

/// <summary>
/// What a customer still brings at the present run rate: expected remaining time, discounted, times the profit of a period. Immutable.
/// </summary>
public sealed record ResidualValue
{
    private ResidualValue(double time, double profit) => (DiscountedTime, Profit) = (time, profit);

    /// <summary>D: periods (or purchases) still to expect, each discounted to now; ≥ 0.</summary>
    public double DiscountedTime { get; }

    /// <summary>Profit of a period (or purchase), in the currency given; may be negative.</summary>
    public double Profit { get; }

    /// <summary>D times profit.</summary>
    public double Value => DiscountedTime * Profit;

    /// <summary>
    /// From the expected time of a lifetime model: DERL of the shifted beta-geometric model with the profit of a contract period, or DERT of a
    /// purchase model with the margin of a purchase. Sources: Fader &amp; Hardie (2010), eq. 6; Fader, Hardie &amp; Lee (2005), "RFM and CLV".
    /// </summary>
    /// <param name="discountedTime">D, finite and ≥ 0.</param>
    /// <param name="profit">Profit of a period or purchase, finite, without trend.</param>
    public static ResidualValue OfExpectedTime(double discountedTime, double profit) => new(Given.NotNegative(discountedTime, nameof(discountedTime)), Given.Finite(profit, nameof(profit)));

    /// <summary>At constant retention without end: D = Σ_t≥1 ρᵗ/(1 + d)ᵗ = ρ/(1 + d − ρ).</summary>
    /// <param name="retention">ρ, the chance to stay for a further period, in [0, 1].</param>
    /// <param name="discount">d, a period, finite and ≥ 0; above 0 where ρ is 1.</param>
    /// <param name="profit">Profit of a period, finite, without trend.</param>
    public static ResidualValue OfConstantRetention(double retention, double discount, double profit)
    {
        Given.Part(retention, nameof(retention));
        Given.NotNegative(discount, nameof(discount));
        if (1 - retention + discount == 0)
            throw new ArgumentOutOfRangeException(nameof(discount), discount, "Must be above 0 where nobody leaves, or look at a horizon.");
        return OfExpectedTime(retention / (1 - retention + discount), profit);
    }

    /// <summary>At constant retention over the next periods: D = Σ of (ρ/(1 + d))ᵗ for t from 1 to the horizon.</summary>
    /// <param name="retention">ρ, the chance to stay for a further period, in [0, 1].</param>
    /// <param name="discount">d, a period, finite and ≥ 0.</param>
    /// <param name="horizon">Periods, ≥ 0.</param>
    /// <param name="profit">Profit of a period, finite, without trend.</param>
    public static ResidualValue OfConstantRetention(double retention, double discount, int horizon, double profit)
    {
        double ratio = Given.Part(retention, nameof(retention)) / (1 + Given.NotNegative(discount, nameof(discount)));
        if (horizon < 0)
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A number of periods is ≥ 0.");

        // 1 − ratio without cancelling: (1 + d − ρ)/(1 + d).
        double gone = (1 - retention + discount) / (1 + discount);
        double time = gone == 0 ? horizon : ratio == 0 ? 0 : ratio * -SpecialFunctions.Expm1(horizon * (gone < 0.5 ? SpecialFunctions.Log1P(-gone) : Math.Log(ratio))) / gone;
        return OfExpectedTime(time, profit);
    }
}
