using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.ChoosingK;

/// <summary>Which numbers of clusters are tried, and how thoroughly.</summary>
public sealed record KChoiceOptions
{
    /// <summary>The smallest k, ≥ 2. Default: 2.</summary>
    public int From { get; init; } = 2;

    /// <summary>The largest k, ≥ <see cref="From"/>. Default: 10.</summary>
    public int To { get; init; } = 10;

    /// <summary>Rows whose pairs are measured for silhouette and Dunn, ≥ 2; a sample by content where there are more. Default: 5,000.</summary>
    public int MostPairedRows { get; init; } = 5000;

    /// <summary>References of the gap statistic, 0 for none, else ≥ 2. Default: 20.</summary>
    public int GapReferences { get; init; } = 20;

    /// <summary>Rows that the gap statistic works on, ≥ 2; a sample by content where there are more. Default: 1,000.</summary>
    public int MostGapRows { get; init; } = 1000;

    /// <summary>Seed of the gap's references. Default: 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool right, string field, int value, string message)
        {
            if (!right)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(CultureInfo.InvariantCulture), Message = message });
        }

        Check(From >= 2, nameof(From), From, "clusters; one cluster is no choice, start with 2 or more.");
        Check(To >= From, nameof(To), To, $"clusters; the largest k is at least the smallest, {From}.");
        Check(MostPairedRows >= 2, nameof(MostPairedRows), MostPairedRows, "rows; a pair needs two.");
        Check(MostGapRows >= 2, nameof(MostGapRows), MostGapRows, "rows; a pair needs two.");
        Check(GapReferences is 0 or >= 2, nameof(GapReferences), GapReferences, "references; give 0 for no gap statistic, else 2 or more.");
        return problems;
    }
}
