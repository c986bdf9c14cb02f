using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Contribution.Full;

/// <summary>How a full contribution is counted.</summary>
public sealed record FullContributionOptions
{
    /// <summary>The kinds of service, in the order in which the waterfall shows them. Default: none.</summary>
    public IReadOnlyList<ActivityDefinition> Activities { get; init; } = [];

    /// <summary>What overdue money costs a year, simple interest on 365 days. Default 0.08; in [0, 10].</summary>
    public decimal CapitalRate { get; init; } = 0.08m;

    /// <summary>Decimals of divided costs and of interest. Default 2; in [0, 6].</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>Where levels begin. Default: 80 % and 95 %.</summary>
    public ContributionOptions Levels { get; init; } = new();

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [.. Levels.Validate()];
        void Check(bool valid, long? row, string field, string? value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Row = row, Field = field, Value = value, Message = message });
        }

        Check(CapitalRate is >= 0 and <= 10, null, nameof(CapitalRate), CapitalRate.ToString(CultureInfo.InvariantCulture), "is not in [0, 10]; 0.08 is 8 % a year.");
        Check(Decimals is >= 0 and <= 6, null, nameof(Decimals), $"{Decimals}", "is not in [0, 6]; 2 are cents.");
        HashSet<string> keys = new(StringComparer.Ordinal);
        for (int row = 0; row < Activities.Count; row++)
        {
            ActivityDefinition activity = Activities[row];
            Check(!string.IsNullOrWhiteSpace(activity.Key), row, "activities.key", activity.Key, "is blank; records call an activity by its key.");
            Check(keys.Add(activity.Key), row, "activities.key", activity.Key, "is there already; give each activity once.");
            Check(!(activity.Rate < 0), row, "activities.rate", activity.Rate?.ToString(CultureInfo.InvariantCulture), "is below 0; a rate is a cost.");
        }

        return problems;
    }
}
