using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>How ambassadors are chosen. Sets are doubled until the certificate reaches <see cref="Goal"/> or there are <see cref="MostSets"/>.</summary>
public sealed record AmbassadorOptions
{
    /// <summary>k: how many customers. Range: ≥ 1. Default: 10. Fewer are chosen where fewer add anything.</summary>
    public int Count { get; init; } = 10;

    /// <summary>How word passes. Default: independent cascade.</summary>
    public DiffusionModel Model { get; init; } = DiffusionModel.IndependentCascade;

    /// <summary>The certificate at which drawing ends. Range: (0, 1]. Default: 0.95; certificates of large graphs often end lower, as the bound on the best set isn't tight.</summary>
    public double Goal { get; init; } = 0.95;

    /// <summary>Reverse-reachable sets drawn at most, both halves together. Range: ≥ 2. Default: 2,000,000. Parts of 1,024 are drawn whole.</summary>
    public int MostSets { get; init; } = 2_000_000;

    /// <summary>How sure the certificate is. Range: (0, 1). Default: 0.99.</summary>
    public double Confidence { get; init; } = 0.99;

    /// <summary>What all draws follow from. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool right, string field, object value, string message)
        {
            if (!right)
                problems.Add(new DataProblem { Field = field, Value = Convert.ToString(value, CultureInfo.InvariantCulture), Message = message });
        }

        Check(Count >= 1, nameof(Count), Count, "ambassadors; give 1 or more.");
        Check(Model is DiffusionModel.IndependentCascade or DiffusionModel.LinearThreshold, nameof(Model), Model, "is no model; take IndependentCascade or LinearThreshold.");
        Check(Goal > 0 && Goal <= 1, nameof(Goal), Goal, "is not in (0, 1]; 0.95 is usual.");
        Check(MostSets >= 2, nameof(MostSets), MostSets, "sets; give 2 or more, 2,000,000 is usual.");
        Check(Confidence > 0 && Confidence < 1, nameof(Confidence), Confidence, "is not in (0, 1); 0.99 is usual.");
        return problems;
    }
}
