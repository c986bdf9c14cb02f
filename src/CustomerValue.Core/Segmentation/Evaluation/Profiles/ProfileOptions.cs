using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.Profiles;

/// <summary>What a profile looks at, and how hard it looks for rules.</summary>
public sealed record ProfileOptions
{
    /// <summary>The column that says what customers are worth. Default: null, for <see cref="ColumnNames.LifetimeValue"/> where there is one, else <see cref="ColumnNames.Revenue"/>, else none.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>The columns that are described and used in rules. Default: null, for all of the base.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>A column of texts with more categories is left out, as ids and names are, ≥ 1. Default: 200.</summary>
    public int MostCategories { get; init; } = 200;

    /// <summary>How many rules describe a segment at most, ≥ 0. Default: 3.</summary>
    public int Rules { get; init; } = 3;

    /// <summary>Conditions of a rule at most, 1 to 3; an interval counts as two. Default: 3.</summary>
    public int MostConditions { get; init; } = 3;

    /// <summary>What F1 a further condition must bring, in [0, 1]. Default: 0.02.</summary>
    public double LeastGain { get; init; } = 0.02;

    /// <summary>Rows in which rules are looked for, ≥ 100; a sample by content where there are more. Precision and recall are always counted over all. Default: 10,000.</summary>
    public int SearchedRows { get; init; } = 10_000;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool right, string field, double value, string message)
        {
            if (!right)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(CultureInfo.InvariantCulture), Message = message });
        }

        Check(MostCategories >= 1, nameof(MostCategories), MostCategories, "categories; give 1 or more.");
        Check(Rules >= 0, nameof(Rules), Rules, "rules; give 0 or more.");
        Check(MostConditions is >= 1 and <= 3, nameof(MostConditions), MostConditions, "conditions; a rule has 1 to 3.");
        Check(LeastGain is >= 0 and <= 1, nameof(LeastGain), LeastGain, "is no part; give 0 to 1.");
        Check(SearchedRows >= 100, nameof(SearchedRows), SearchedRows, "rows; give at least 100.");
        return problems;
    }
}
