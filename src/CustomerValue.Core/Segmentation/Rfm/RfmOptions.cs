using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>How customers are scored and which scores make which segment.</summary>
public sealed record RfmOptions
{
    /// <summary>Cuts days since the last purchase; the fewest days score highest. Default: five quantile bins.</summary>
    public RfmBins Recency { get; init; } = RfmBins.Quantiles(5);

    /// <summary>Cuts the number of purchases. Default: five quantile bins.</summary>
    public RfmBins Frequency { get; init; } = RfmBins.Quantiles(5);

    /// <summary>Cuts the revenue. Default: five quantile bins.</summary>
    public RfmBins Monetary { get; init; } = RfmBins.Quantiles(5);

    /// <summary>Which scores make which segment. Default: <see cref="RfmSegmentMaps.Standard"/>, for five scores a dimension.</summary>
    public RfmSegmentMap Map { get; init; } = RfmSegmentMaps.Standard;

    /// <summary>How many scores each dimension has.</summary>
    internal RfmScores Highest => new(Recency.Count, Frequency.Count, Monetary.Count);

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        Check(nameof(Recency), Recency, problems);
        Check(nameof(Frequency), Frequency, problems);
        Check(nameof(Monetary), Monetary, problems);
        if (Map is null)
            problems.Add(new DataProblem { Field = nameof(Map), Message = "is missing; take one of RfmSegmentMaps or make one with RfmSegmentMap." });
        else if (problems.Count == 0)
            problems.AddRange(Map.ProblemsWith(Highest));
        return problems;
    }

    private static void Check(string field, RfmBins? bins, List<DataProblem> problems)
    {
        if (bins is null)
            problems.Add(new DataProblem { Field = field, Message = "is missing; give RfmBins.Quantiles(5), or thresholds with RfmBins.At." });
        else if (bins.Count is < RfmBins.Fewest or > RfmBins.Most)
            problems.Add(new DataProblem { Field = field, Value = bins.Count.ToString(CultureInfo.InvariantCulture), Message = "scores; a dimension has 2 to 9 scores, that is 1 to 8 thresholds." });
        else if (!(bins.Step >= 0) || double.IsInfinity(bins.Step))
            problems.Add(new DataProblem { Field = field, Value = bins.Step.ToString(CultureInfo.InvariantCulture), Message = "is not a finite step ≥ 0; 1 is usual, 0 puts the thresholds on the quantiles." });
        else if (bins.Thresholds is not null)
            problems.AddRange(RfmDimension.Problems(field, bins.Thresholds, mayRepeat: false));
    }
}
