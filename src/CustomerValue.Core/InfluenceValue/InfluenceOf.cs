namespace CustomerValue.InfluenceValue;

/// <summary>The influence value of one customer, in major units, with its bounds at λ = 0 and λ = 1.</summary>
public readonly record struct InfluenceOf
{
    /// <summary>By referrals, at the causal share.</summary>
    public required decimal Established { get; init; }

    /// <summary>By referrals at λ = 0: saved acquisition cost less rewards.</summary>
    public required decimal EstablishedIfNoneCaused { get; init; }

    /// <summary>By referrals at λ = 1.</summary>
    public required decimal EstablishedIfAllCaused { get; init; }

    /// <summary>Still to be won, at the causal share; at λ = 0 it is 0.</summary>
    public required double Expected { get; init; }

    /// <summary>The standard error of <see cref="Expected"/> by the draws, ≥ 0.</summary>
    public required double ExpectedStandardError { get; init; }

    /// <summary>Still to be won at λ = 1.</summary>
    public required double ExpectedIfAllCaused { get; init; }

    /// <summary>Established and expected together.</summary>
    public double Value => (double)Established + Expected;
}
