using CustomerValue.Labels;

namespace CustomerValue.Appraisal;

/// <summary>How far an appraisal is.</summary>
public sealed record AppraisalProgress
{
    /// <summary>What is being done.</summary>
    public required LocalizedText Step { get; init; }

    /// <summary>Part done, in [0, 1].</summary>
    public required double Fraction { get; init; }
}
