using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Geographic;

/// <summary>Where places are read, and how large a segment is at least.</summary>
public sealed record GeographicOptions
{
    /// <summary>The columns of the tree. Default: those with usual names.</summary>
    public AdministrativeColumns Columns { get; init; } = new();

    /// <summary>The smallest places that are looked at. Default: <see cref="AdministrativeLevel.Community"/>, all there are.</summary>
    public AdministrativeLevel Deepest { get; init; } = AdministrativeLevel.Community;

    /// <summary>How many customers make a segment, ≥ 1; fewer join the larger place. Default: 30.</summary>
    public int MinimumCustomers { get; init; } = 30;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Columns is null)
            problems.Add(new DataProblem { Field = nameof(Columns), Message = "is missing; leave it at its default or name columns." });
        if (Deepest is < AdministrativeLevel.Country or > AdministrativeLevel.Community)
            problems.Add(new DataProblem { Field = nameof(Deepest), Value = $"{(int)Deepest}", Message = "is no level; give one from Country to Community." });
        if (MinimumCustomers < 1)
            problems.Add(new DataProblem { Field = nameof(MinimumCustomers), Value = $"{MinimumCustomers}", Message = "is below 1; give how many customers make a segment." });
        return problems;
    }
}
