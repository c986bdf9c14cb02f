namespace CustomerValue.Simulation;

/// <summary>What the customers of a latent segment have in common.</summary>
internal sealed class SegmentTraits
{
    /// <summary>The traits of each segment, by its number.</summary>
    public static IReadOnlyList<SegmentTraits> All { get; } =
    [
        // Categories: fresh, pantry, drinks, cleaning, kitchen, baby, beauty, clothing, electronics, books.
        // Channels: store, web, app, phone. Sources: store, search, social, advertisement.
        new()
        {
            Share = 0.30, Price = 0.9, Quality = -0.5, Social = -0.2, Age = 50, Household = 2.6, Women = 0.50,
            Categories = [3, 4, 2, 4, 2, 0.5, 1, 2, 1, 0.5], Channels = [6, 2, 1, 1], Sources = [5, 2, 1, 4],
        },
        new()
        {
            Share = 0.22, Price = -0.8, Quality = 1.0, Social = 0, Age = 43, Household = 2.4, Women = 0.55,
            Categories = [3, 1, 2, 1, 3, 0.5, 4, 3, 3, 2], Channels = [4, 4, 2, 1], Sources = [4, 4, 1, 2],
        },
        new()
        {
            Share = 0.28, Price = 0.1, Quality = -0.1, Social = -0.5, Age = 36, Household = 4.0, Women = 0.60,
            Categories = [4, 4, 2, 3, 2, 6, 1, 2, 1, 2], Channels = [3, 3, 4, 0.5], Sources = [3, 4, 2, 2],
        },
        new()
        {
            Share = 0.20, Price = -0.3, Quality = -0.1, Social = 1.0, Age = 26, Household = 1.8, Women = 0.52,
            Categories = [1, 1, 4, 0.5, 1, 0.3, 4, 5, 5, 2], Channels = [1, 3, 8, 0.1], Sources = [1, 2, 6, 2],
        },
    ];

    /// <summary>The segments' shares of the customers.</summary>
    public static double[] Shares { get; } = All.Select(segment => segment.Share).ToArray();

    public required double Share { get; init; }

    /// <summary>Mean of price consciousness; over all segments the factors' means are near 0.</summary>
    public required double Price { get; init; }

    /// <summary>Mean of quality orientation.</summary>
    public required double Quality { get; init; }

    /// <summary>Mean of sociability.</summary>
    public required double Social { get; init; }

    /// <summary>Mean age in years.</summary>
    public required double Age { get; init; }

    /// <summary>Mean number of people in the household.</summary>
    public required double Household { get; init; }

    /// <summary>Share of women.</summary>
    public required double Women { get; init; }

    /// <summary>How much each category of <see cref="Catalogue"/> is liked.</summary>
    public required double[] Categories { get; init; }

    /// <summary>How much each of <see cref="Orders.Channels"/> is used.</summary>
    public required double[] Channels { get; init; }

    /// <summary>How likely each of <see cref="Demographics.Sources"/> brought the customer.</summary>
    public required double[] Sources { get; init; }
}
