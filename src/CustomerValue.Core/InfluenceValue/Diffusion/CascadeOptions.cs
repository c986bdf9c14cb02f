using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>How cascades are simulated.</summary>
public sealed record CascadeOptions
{
    /// <summary>How word passes. Default: independent cascade.</summary>
    public DiffusionModel Model { get; init; } = DiffusionModel.IndependentCascade;

    /// <summary>Cascades simulated. Range: ≥ 2. Default: 10,000.</summary>
    public int Runs { get; init; } = 10_000;

    /// <summary>What all draws follow from. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Model is not (DiffusionModel.IndependentCascade or DiffusionModel.LinearThreshold))
            problems.Add(new DataProblem { Field = nameof(Model), Value = Model.ToString(), Message = "is no model; take IndependentCascade or LinearThreshold." });
        if (Runs < 2)
            problems.Add(new DataProblem { Field = nameof(Runs), Value = Runs.ToString(CultureInfo.InvariantCulture), Message = "runs tell no standard error; give 2 or more, 10,000 is usual." });
        return problems;
    }
}
