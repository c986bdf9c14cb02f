using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.ThreeValues;

/// <summary>Where high begins on each axis, and what to do in each segment.</summary>
public sealed record ThreeValueOptions
{
    /// <summary>Where the established value is high. Default: the upper fifth, as what is done for high customers (an owner, early access) costs something for each, and a fifth usually brings most of the value.</summary>
    public ThreeValueCut Established { get; init; } = ThreeValueCut.AtPercentile(0.8);

    /// <summary>Where the potential value is high. Default: the upper fifth.</summary>
    public ThreeValueCut Potential { get; init; } = ThreeValueCut.AtPercentile(0.8);

    /// <summary>Where the influence value is high. Default: the upper fifth; where fewer have any, all who have.</summary>
    public ThreeValueCut Influence { get; init; } = ThreeValueCut.AtPercentile(0.8);

    /// <summary>Where the established value is at least middle, for the tiers. Default: the upper half. Never above <see cref="Established"/>: where it would come to lie there, it is put at it.</summary>
    public ThreeValueCut Middle { get; init; } = ThreeValueCut.AtPercentile(0.5);

    /// <summary>The eight segments and the tiers. Default: <see cref="ThreeValueDecisions.Default"/>.</summary>
    public ThreeValueDecisions Decisions { get; init; } = ThreeValueDecisions.Default;

    /// <summary>Every problem of the options; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        foreach ((string field, ThreeValueCut? cut) in new[] { (nameof(Established), Established), (nameof(Potential), Potential), (nameof(Influence), Influence), (nameof(Middle), Middle) })
        {
            if (cut is null)
                problems.Add(new DataProblem { Field = field, Message = "is missing; say where high begins, such as at a percentile of 0.8." });
            else if (cut.Percentile is double part && !(part > 0 && part < 1))
                problems.Add(Problem(field, part, "is no percentile in (0, 1); 0.8 makes the upper fifth high."));
            else if (cut.Money is double money && (double.IsNaN(money) || double.IsInfinity(money)))
                problems.Add(Problem(field, money, "is no finite amount of money."));
        }

        if (Middle is not null && Established is not null && (Middle.Percentile > Established.Percentile || Middle.Money > Established.Money))
            problems.Add(Problem(nameof(Middle), (Middle.Percentile ?? Middle.Money)!.Value, "is above where the established value is high; give less."));
        if (Decisions is null)
            problems.Add(new DataProblem { Field = nameof(Decisions), Message = "are missing; leave the default, or give the eight segments." });
        return problems;
    }

    private static DataProblem Problem(string field, double value, string message) =>
        new() { Field = field, Value = value.ToString("R", CultureInfo.InvariantCulture), Message = message };
}
