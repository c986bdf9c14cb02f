namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>"Who buys A buys B", counted over customers, or over baskets where those stand for customers.</summary>
public sealed record AssociationRule
{
    /// <summary>A.</summary>
    public required string Antecedent { get; init; }

    /// <summary>B.</summary>
    public required string Consequent { get; init; }

    /// <summary>Who have A, ≥ <see cref="Both"/>.</summary>
    public required int WithAntecedent { get; init; }

    /// <summary>Who have B, ≥ <see cref="Both"/>.</summary>
    public required int WithConsequent { get; init; }

    /// <summary>Who have both, ≥ 1.</summary>
    public required int Both { get; init; }

    /// <summary>All.</summary>
    public required int All { get; init; }

    /// <summary>P(A and B), in (0, 1].</summary>
    public double Support => (double)Both / All;

    /// <summary>P(B | A), in (0, 1].</summary>
    public double Confidence => (double)Both / WithAntecedent;

    /// <summary>P(B | A)/P(B): above 1 where A speaks for B, below 1 where it speaks against.</summary>
    public double Lift => (double)Both * All / ((double)WithAntecedent * WithConsequent);

    /// <summary>P(A and B) − P(A)P(B), in [−¼, ¼]. Source: Piatetsky-Shapiro (1991).</summary>
    public double Leverage => (((double)Both * All) - ((double)WithAntecedent * WithConsequent)) / ((double)All * All);

    /// <summary>P(A)P(not B)/P(A and not B), ≥ 0; +∞ where all who have A have B. Source: Brin, Motwani, Ullman &amp; Tsur (1997).</summary>
    public double Conviction => Both == WithAntecedent ? double.PositiveInfinity : (double)WithAntecedent * (All - WithConsequent) / ((double)All * (WithAntecedent - Both));
}
