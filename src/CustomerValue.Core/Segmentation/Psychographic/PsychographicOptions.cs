using CustomerValue.Labels;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Psychographic;

/// <summary>How answers to a survey become segments. Immutable.</summary>
public sealed record PsychographicOptions
{
    /// <summary>The columns of the items, at least three. Default null: the columns of whole numbers that share the most common scale, see the docs.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>How many factors, ≥ 1. Default null: as many as <see cref="ParallelAnalysis"/> finds, at least one.</summary>
    public int? Factors { get; init; }

    /// <summary>How factors are turned. Default: <see cref="FactorRotation.Varimax"/>.</summary>
    public FactorRotation Rotation { get; init; } = FactorRotation.Varimax;

    /// <summary>How far above the average the highest score must be, in standard deviations of the factor, so that the customer belongs to it. Range: [0, 3]. Default: 0.5.</summary>
    public double Threshold { get; init; } = 0.5;

    /// <summary>How much of the items a customer must have answered. Range: (0, 1]. Default: 0.5.</summary>
    public double LeastAnswered { get; init; } = 0.5;

    /// <summary>Names of the factors that people know them by, in the order of the fit; those left out are named after their items. Default: none.</summary>
    public IReadOnlyList<LocalizedText> Names { get; init; } = [];

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (Items is not null && (Items.Count < 3 || Items.Distinct().Count() < Items.Count))
            problems.Add(new DataProblem { Field = nameof(Items), Value = $"{Items.Count}", Message = "items, or one twice; name three different columns at least." });
        if (Factors is < 1)
            problems.Add(new DataProblem { Field = nameof(Factors), Value = $"{Factors}", Message = "is not ≥ 1; leave it out to have it found." });
        if (!(Threshold is >= 0 and <= 3))
            problems.Add(new DataProblem { Field = nameof(Threshold), Value = $"{Threshold}", Message = "is not in [0, 3] standard deviations." });
        if (!(LeastAnswered is > 0 and <= 1))
            problems.Add(new DataProblem { Field = nameof(LeastAnswered), Value = $"{LeastAnswered}", Message = "is not in (0, 1]; 0.5 is half of the items." });
        return problems;
    }
}
