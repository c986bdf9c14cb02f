using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>Which rules are kept.</summary>
public sealed record AssociationOptions
{
    /// <summary>The least part of all who have both products. Range: [0, 1]. Default: 0.01.</summary>
    public double MinSupport { get; init; } = 0.01;

    /// <summary>The least part of those with the first product who have the second. Range: [0, 1]. Default: 0.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The least lift. Range: finite, ≥ 0. Default: 1: rules that speak against the second product are left out.</summary>
    public double MinLift { get; init; } = 1;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, double value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(CultureInfo.InvariantCulture), Message = message });
        }

        Check(MinSupport is >= 0 and <= 1, nameof(MinSupport), MinSupport, "is not in [0, 1]; 0.01 is usual.");
        Check(MinConfidence is >= 0 and <= 1, nameof(MinConfidence), MinConfidence, "is not in [0, 1]; 0 keeps all.");
        Check(MinLift >= 0 && !double.IsInfinity(MinLift), nameof(MinLift), MinLift, "is not finite and ≥ 0; 1 leaves out rules that speak against.");
        return problems;
    }
}
