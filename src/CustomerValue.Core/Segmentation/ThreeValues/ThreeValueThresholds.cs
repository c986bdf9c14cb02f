using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>The thresholds of a run, in money, so that another run or another date can use the very same. Immutable.</summary>
public sealed record ThreeValueThresholds
{
    /// <summary>From where the established value is high.</summary>
    public required ThreeValueThreshold Established { get; init; }

    /// <summary>From where the potential value is high.</summary>
    public required ThreeValueThreshold Potential { get; init; }

    /// <summary>From where the influence value is high.</summary>
    public required ThreeValueThreshold Influence { get; init; }

    /// <summary>From where the established value is at least middle; not above <see cref="Established"/>.</summary>
    public required ThreeValueThreshold Middle { get; init; }

    /// <summary>Customers of the population that they were made from, ≥ 0: those whose established and potential value were known. 0 where they were given.</summary>
    public int Customers { get; init; }

    internal ThreeValueThreshold Of(ThreeValueBound bound) => bound switch
    {
        ThreeValueBound.Established => Established,
        ThreeValueBound.Potential => Potential,
        ThreeValueBound.Influence => Influence,
        _ => Middle,
    };

    internal List<DataProblem> Problems()
    {
        List<DataProblem> problems = [];
        void Check(string field, ThreeValueThreshold? threshold)
        {
            if (threshold is null)
                problems.Add(new DataProblem { Field = field, Message = "is missing; give a threshold." });
            else if (threshold.Money is double money && (double.IsNaN(money) || double.IsInfinity(money)))
                problems.Add(Problem(field, money, "is no finite amount of money."));
            else if (threshold.Percentile is double part && !(part > 0 && part < 1))
                problems.Add(Problem(field, part, "is no percentile in (0, 1)."));
        }

        Check("established", Established);
        Check("potential", Potential);
        Check("influence", Influence);
        Check("middle", Middle);
        if (Middle?.Money is double middle && Established?.Money is double high && middle > high)
            problems.Add(Problem("middle", middle, "is above the threshold of high; give less."));
        if (Customers < 0)
            problems.Add(Problem("customers", Customers, "is negative."));
        return problems;
    }

    private static DataProblem Problem(string field, double value, string message) =>
        new() { Field = field, Value = value.ToString("R", CultureInfo.InvariantCulture), Message = message };
}
