using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Where coordinates are read, and what is dense.</summary>
public sealed record DbscanOptions
{
    internal const double LeastKm = 1e-5;
    internal const double MostKm = 10_000;

    /// <summary>The columns of coordinates. Default: those with usual names.</summary>
    public CoordinateColumns Columns { get; init; } = new();

    /// <summary>The radius in kilometres, in [0.00001, 10000]; a point at exactly this distance counts. Default: 5.</summary>
    public double RadiusKm { get; init; } = 5;

    /// <summary>How many customers there are within the radius of a core point, itself counted, ≥ 1. Default: 10.</summary>
    public int MinimumPoints { get; init; } = 10;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Columns is null)
            problems.Add(new DataProblem { Field = nameof(Columns), Message = "is missing; leave it at its default or name columns." });
        if (!(RadiusKm is >= LeastKm and <= MostKm))
            problems.Add(new DataProblem { Field = nameof(RadiusKm), Value = RadiusKm.ToString("R", CultureInfo.InvariantCulture), Message = "is no radius; give kilometres in [0.00001, 10000]." });
        if (MinimumPoints < 1)
            problems.Add(new DataProblem { Field = nameof(MinimumPoints), Value = $"{MinimumPoints}", Message = "is below 1; give how many customers are dense." });
        return problems;
    }
}
