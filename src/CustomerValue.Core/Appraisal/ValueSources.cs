using System.Globalization;
using CustomerValue.InfluenceValue;
using CustomerValue.Lifecycle.Evaluation;
using CustomerValue.PotentialValue;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;

namespace CustomerValue.Appraisal;

/// <summary>What is known of customers beside their own purchases, for potential and influence value. Money is in the currency of the purchases.</summary>
public sealed record ValueSources
{
    /// <summary>What customers could still buy here, by one view of it; null for none.</summary>
    public UpsideColumn? Upside { get; init; }

    /// <summary>κ: the part of the upside that campaigns win, in [0, 1]. Default null: the upside is shown and not counted. Take it from a campaign; 1 means that all of it is won.</summary>
    public double? Kappa { get; init; }

    /// <summary>Which products to recommend; null for none.</summary>
    public CustomerRecommendations? Recommendations { get; init; }

    /// <summary>What customers win from others; null where nothing is known.</summary>
    public CustomerInfluence? Influence { get; init; }

    /// <summary>The stage of every buyer on the last day of the window; null where stages are not asked for. Customers go by id.</summary>
    public StageColumns? Stages { get; init; }

    /// <summary>The same customers' stages on an earlier day, such as a month before: what changed since becomes alerts. Null for none.</summary>
    public StageColumns? StagesBefore { get; init; }

    /// <summary>The same customers' stages on earlier days too, for how they moved; null where that is not asked for.</summary>
    public StageTimeline? StagesOverTime { get; init; }

    /// <summary>Every problem; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        if (KappaProblem(Kappa) is { } problem)
            problems.Add(problem);
        if (Kappa is not null && Upside is null)
            problems.Add(new DataProblem { Field = nameof(Upside), Message = "is missing; give what kappa is a part of, or leave kappa out." });
        return problems;
    }

    internal static DataProblem? KappaProblem(double? part) => part is double kappa && !(kappa >= 0 && kappa <= 1)
        ? new DataProblem { Field = nameof(Kappa), Value = kappa.ToString(CultureInfo.InvariantCulture), Message = "is not in [0, 1]; 0.1 counts a tenth of the upside as won." }
        : null;
}
