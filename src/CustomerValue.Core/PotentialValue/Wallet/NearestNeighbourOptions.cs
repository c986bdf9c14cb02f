using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Wallet;

/// <summary>How look-alikes are found by distance.</summary>
public sealed record NearestNeighbourOptions
{
    /// <summary>k: how many neighbours. Range: ≥ 1; where there are fewer customers, all count. Default: 20.</summary>
    public int Neighbours { get; init; } = 20;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate() => Neighbours >= 1
        ? []
        : [new DataProblem { Field = nameof(Neighbours), Value = Neighbours.ToString(CultureInfo.InvariantCulture), Message = "is below 1; 20 are usual." }];
}
