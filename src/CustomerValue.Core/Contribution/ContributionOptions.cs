using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Contribution;

/// <summary>Who counts as a high, middle or low contributor: by money where <see cref="HighFrom"/> and <see cref="MiddleFrom"/> are given, else by cumulative share.</summary>
public sealed record ContributionOptions
{
    /// <summary>
    /// High are those who together give this first part of the total; the customer who crosses it counts in. Default 0.80; in (0, 1).
    /// Equal contributions have equal levels: all of them count in where one does.
    /// </summary>
    public double HighShare { get; init; } = 0.80;

    /// <summary>Middle are those who follow up to this part of the total; the customer who crosses it counts in. Default 0.95; above <see cref="HighShare"/> and ≤ 1.</summary>
    public double MiddleShare { get; init; } = 0.95;

    /// <summary>High are contributions of this and more, in the currency of the purchases. Default null: shares decide. Above <see cref="MiddleFrom"/>.</summary>
    public decimal? HighFrom { get; init; }

    /// <summary>Middle are contributions of this and more, in the currency of the purchases. Default null: shares decide. Above 0, so that who gives nothing is low.</summary>
    public decimal? MiddleFrom { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, IFormattable? value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value?.ToString(null, CultureInfo.InvariantCulture), Message = message });
        }

        Check(HighShare > 0 && HighShare < 1, nameof(HighShare), HighShare, "is not in (0, 1); 0.80 makes those high who give the first 80 %.");
        Check(MiddleShare > 0 && MiddleShare <= 1, nameof(MiddleShare), MiddleShare, "is not in (0, 1]; 0.95 makes those middle who give the next 15 %.");
        Check(!(MiddleShare <= HighShare), nameof(MiddleShare), MiddleShare, $"is not above HighShare {HighShare.ToString(CultureInfo.InvariantCulture)}; it is counted from the top, as HighShare is.");
        Check(HighFrom is null || MiddleFrom is not null, nameof(MiddleFrom), null, "is missing; give both money thresholds, or none for shares.");
        Check(MiddleFrom is null || HighFrom is not null, nameof(HighFrom), null, "is missing; give both money thresholds, or none for shares.");
        Check(!(MiddleFrom <= 0), nameof(MiddleFrom), MiddleFrom, "is not above 0; who gives nothing is low.");
        Check(!(HighFrom <= MiddleFrom), nameof(HighFrom), HighFrom, $"is not above MiddleFrom {MiddleFrom?.ToString(CultureInfo.InvariantCulture)}.");
        return problems;
    }
}
