using CustomerValue.Labels;

namespace CustomerValue.PotentialValue;

/// <summary>
/// Potential value of a customer: PV = residual + κ·upside. Residual value holds the present run rate only, without trend: a rising trend would
/// count the upside twice. Immutable.
/// </summary>
public sealed record CustomerPotential
{
    private CustomerPotential(Residual.ResidualValue residual, Upside? upside, double kappa) => (Residual, Upside, Kappa) = (residual, upside, kappa);

    /// <summary>What the customer is worth if nothing is sold beyond the present run rate.</summary>
    public Residual.ResidualValue Residual { get; }

    /// <summary>The one view of what could be sold beyond it; null where none was taken.</summary>
    public Upside? Upside { get; }

    /// <summary>κ: the part of the upside that is ever won, in [0, 1]; 0 without an upside.</summary>
    public double Kappa { get; }

    /// <summary>κ·upside.</summary>
    public double UpsideWon => Upside is null ? 0 : Kappa * Upside.Value;

    /// <summary>Residual value and the upside won.</summary>
    public double Value => Residual.Value + UpsideWon;

    /// <summary>The sum in words.</summary>
    public LocalizedText Reason => Upside is null
        ? new($"{Wording.Number(Value)} to come at the present run rate.", $"按目前水平预计未来价值{Wording.Number(Value)}。")
        : new(
            $"{Wording.Number(Residual.Value)} to come at the present run rate, and {Wording.Percent(Kappa)} of {Wording.Number(Upside.Value)} from {Upside.Source.English}: {Wording.Number(Value)}.",
            $"按目前水平预计未来价值{Wording.Number(Residual.Value)}，加上{Upside.Source.Chinese}{Wording.Number(Upside.Value)}的{Wording.Percent(Kappa)}：共{Wording.Number(Value)}。");

    /// <summary>A potential value without upside.</summary>
    public static CustomerPotential Of(Residual.ResidualValue residual) => new(residual ?? throw new ArgumentNullException(nameof(residual)), null, 0);

    /// <summary>A potential value with one upside.</summary>
    /// <param name="residual">The residual value.</param>
    /// <param name="upside">Cross-sell or wallet headroom.</param>
    /// <param name="kappa">κ, the part of the upside that campaigns win, in [0, 1]. It has no default: take it from a campaign; 1 means that all of it is won.</param>
    public static CustomerPotential Of(Residual.ResidualValue residual, Upside upside, double kappa)
    {
        if (residual is null)
            throw new ArgumentNullException(nameof(residual));
        if (upside is null)
            throw new ArgumentNullException(nameof(upside));
        return new(residual, upside, Given.Part(kappa, nameof(kappa)));
    }
}
