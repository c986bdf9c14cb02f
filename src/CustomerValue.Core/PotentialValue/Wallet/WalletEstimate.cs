namespace CustomerValue.PotentialValue.Wallet;

/// <summary>What customers like one can spend.</summary>
public readonly record struct WalletEstimate
{
    /// <summary>The quantile asked for, of what look-alikes spend.</summary>
    public required double Wallet { get; init; }

    /// <summary>Lower end of the interval of <see cref="Wallet"/>.</summary>
    public required double Low { get; init; }

    /// <summary>Upper end of the interval of <see cref="Wallet"/>.</summary>
    public required double High { get; init; }

    /// <summary>How many look-alikes it rests on, 1/Σw²: as many as would say as much if they counted equally.</summary>
    public required double LookAlikes { get; init; }
}
