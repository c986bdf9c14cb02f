using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Where coordinates are read, how small cells are, and how large a segment is at least.</summary>
public sealed record GeohashOptions
{
    /// <summary>The columns of coordinates. Default: those with usual names.</summary>
    public CoordinateColumns Columns { get; init; } = new();

    /// <summary>The characters of the smallest cells, in [1, 12]. Default: 5, cells of 4.9 km by 4.9 km at the equator.</summary>
    public int Length { get; init; } = 5;

    /// <summary>How many customers make a segment, ≥ 1; fewer join the larger cell. Default: 30.</summary>
    public int MinimumCustomers { get; init; } = 30;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Columns is null)
            problems.Add(new DataProblem { Field = nameof(Columns), Message = "is missing; leave it at its default or name columns." });
        if (Length is < 1 or > Geohash.Longest)
            problems.Add(new DataProblem { Field = nameof(Length), Value = $"{Length}", Message = $"is no length of a geohash; give 1 to {Geohash.Longest}." });
        if (MinimumCustomers < 1)
            problems.Add(new DataProblem { Field = nameof(MinimumCustomers), Value = $"{MinimumCustomers}", Message = "is below 1; give how many customers make a segment." });
        return problems;
    }
}
