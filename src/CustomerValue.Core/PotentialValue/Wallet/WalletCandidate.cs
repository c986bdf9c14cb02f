namespace CustomerValue.PotentialValue.Wallet;

/// <summary>A look-alike model to be compared: its name, and how it is fitted.</summary>
public sealed record WalletCandidate
{
    /// <summary>The name by which scores call it.</summary>
    public required string Name { get; init; }

    /// <summary>Fits it to customers and what they spend.</summary>
    public required Func<WalletTable, double[], CancellationToken, LookAlikeModel> Fit { get; init; }

    /// <summary>The forest and the nearest neighbours, as they are by default.</summary>
    public static IReadOnlyList<WalletCandidate> Defaults { get; } =
    [
        new() { Name = "forest", Fit = (customers, spend, cancellation) => QuantileForest.Fit(customers, spend, null, cancellation) },
        new() { Name = "nearest-neighbours", Fit = (customers, spend, _) => NearestNeighbours.Fit(customers, spend) },
    ];
}
