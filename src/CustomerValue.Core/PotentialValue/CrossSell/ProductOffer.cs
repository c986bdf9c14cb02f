namespace CustomerValue.PotentialValue.CrossSell;

/// <summary>What to offer next.</summary>
public sealed record ProductOffer
{
    /// <summary>The place of the product; null where no product has a profit to expect.</summary>
    public required int? Product { get; init; }

    /// <summary>The chance that it is bought next, in [0, 1]; 0 where nothing is offered.</summary>
    public required double Probability { get; init; }

    /// <summary>Chance times margin, ≥ 0.</summary>
    public required double ExpectedMargin { get; init; }
}
