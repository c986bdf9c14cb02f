using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>How expected influence is estimated.</summary>
public sealed record InfluenceOptions
{
    /// <summary>How word passes. Default: independent cascade.</summary>
    public DiffusionModel Model { get; init; } = DiffusionModel.IndependentCascade;

    /// <summary>Reverse-reachable sets drawn. Range: ≥ 1. Default: 1,000,000.</summary>
    public int Sets { get; init; } = 1_000_000;

    /// <summary>
    /// λ: the part of what spreads that is caused and not merely alike. Range: [0, 1]. Default: 0.3, since observed likeness overstates
    /// influence 3 to 7 times (Aral, Muchnik &amp; Sundararajan 2009).
    /// </summary>
    public double CausalShare { get; init; } = 0.3;

    /// <summary>What all draws follow from. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Told the part that is done, in (0, 1]. Default: null.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Model is not (DiffusionModel.IndependentCascade or DiffusionModel.LinearThreshold))
            problems.Add(new DataProblem { Field = nameof(Model), Value = Model.ToString(), Message = "is no model; take IndependentCascade or LinearThreshold." });
        if (Sets < 1)
            problems.Add(new DataProblem { Field = nameof(Sets), Value = Sets.ToString(CultureInfo.InvariantCulture), Message = "sets; give 1 or more, 1,000,000 is usual." });
        if (!(CausalShare >= 0 && CausalShare <= 1))
            problems.Add(new DataProblem { Field = nameof(CausalShare), Value = CausalShare.ToString("R", CultureInfo.InvariantCulture), Message = "is not in [0, 1]." });
        return problems;
    }
}
