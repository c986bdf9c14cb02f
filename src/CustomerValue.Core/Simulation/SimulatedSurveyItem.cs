using CustomerValue.Labels;

namespace CustomerValue.Simulation;

/// <summary>One statement of the survey, answered from 1 (disagree) to 5 (agree).</summary>
public sealed record SimulatedSurveyItem
{
    /// <summary>The stable key, such as <c>price1</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The factor it measures: 0 price consciousness, 1 quality orientation, 2 sociability.</summary>
    public required int Factor { get; init; }

    /// <summary>Whether agreeing means less of the factor.</summary>
    public bool IsReversed { get; init; }

    /// <summary>The true correlation, in (0, 1), of factor and inclination to agree (to disagree, where reversed), before the answer is cut into five.</summary>
    public required double Loading { get; init; }

    /// <summary>The statement.</summary>
    public required LocalizedText Statement { get; init; }
}
