using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Lifecycle.Evaluation;

/// <summary>What of the changes between two dates is told.</summary>
public sealed record LifecycleAlertOptions
{
    /// <summary>A fall of value by this part or more is told. Range: (0, 1]. Default: 0.3.</summary>
    public double ValueDrop { get; init; } = 0.3;

    /// <summary>The most alerts, those of the most value first. Range: ≥ 1. Default: 1,000.</summary>
    public int Most { get; init; } = 1000;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (!(ValueDrop > 0 && ValueDrop <= 1))
            problems.Add(new DataProblem { Field = nameof(ValueDrop), Value = ValueDrop.ToString("R", CultureInfo.InvariantCulture), Message = "is not in (0, 1]; 0.3 tells falls by 30 % and more." });
        if (Most < 1)
            problems.Add(new DataProblem { Field = nameof(Most), Value = Most.ToString(CultureInfo.InvariantCulture), Message = "is below 1." });
        return problems;
    }
}
