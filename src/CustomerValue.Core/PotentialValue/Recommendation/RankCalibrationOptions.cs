using System.Globalization;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.PotentialValue.Recommendation;

/// <summary>How chances are learnt from what was bought after a cut.</summary>
public sealed record RankCalibrationOptions
{
    /// <summary>How many recommendations get a chance. Range: 1 to 1000. Default: 10.</summary>
    public int Ranks { get; init; } = 10;

    /// <summary>How much of the uncertainty an interval covers. Range: (0, 1). Default: 0.90.</summary>
    public double IntervalLevel { get; init; } = 0.90;

    /// <summary>m: every rank begins as this many customers who bought as all ranks together were bought. Range: &gt; 0, at most 10⁶. Default: 20.</summary>
    public double PriorCustomers { get; init; } = 20;

    /// <summary>The last day observed, not before the cut; lines after it are left out. Null for the day of the last line.</summary>
    public LocalDate? Through { get; init; }

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, double value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(CultureInfo.InvariantCulture), Message = message });
        }

        Check(Ranks is >= 1 and <= 1000, nameof(Ranks), Ranks, "is not from 1 to 1000; 10 is usual.");
        Check(IntervalLevel is > 0 and < 1, nameof(IntervalLevel), IntervalLevel, "is not in (0, 1); 0.90 covers nine of ten.");
        Check(PriorCustomers is > 0 and <= 1e6, nameof(PriorCustomers), PriorCustomers, "is not above 0 and at most 1000000; 20 is usual.");
        return problems;
    }
}
