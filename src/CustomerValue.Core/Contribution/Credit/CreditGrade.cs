using CustomerValue.Labels;

namespace CustomerValue.Contribution.Credit;

/// <summary>A grade (信用等级) and the score from which it is given.</summary>
public sealed record CreditGrade
{
    /// <summary>By which programs and rules call it, such as <c>AAA</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary>The least score, in percent of the points that could be had, inclusive; in [0, 100].</summary>
    public required double From { get; init; }
}
