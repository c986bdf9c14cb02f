using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.Lifecycle.Thresholds;

/// <summary>What it costs to be wrong about a customer, and how long is waited to know. Only the ratio of the costs matters to a choice.</summary>
public sealed record AlarmCosts
{
    /// <summary>Cost of a miss: no alarm, and the customer does not buy again in time. Finite, &gt; 0.</summary>
    public required double Miss { get; init; }

    /// <summary>Cost of a false alarm: the customer buys in time anyway. Finite, &gt; 0.</summary>
    public required double FalseAlarm { get; init; }

    /// <summary>Days in which a purchase counts as in time. Range: ≥ 1. Default: 90.</summary>
    public int HorizonDays { get; init; } = 90;

    /// <summary>Every problem of the costs; empty where there is none.</summary>
    public IReadOnlyList<DataProblem> Validate()
    {
        List<DataProblem> problems = [];
        void Check(bool valid, string field, IFormattable value, string message)
        {
            if (!valid)
                problems.Add(new DataProblem { Field = field, Value = value.ToString(null, CultureInfo.InvariantCulture), Message = message });
        }

        Check(Miss > 0 && Miss <= double.MaxValue, nameof(Miss), Miss, "is not finite and above 0.");
        Check(FalseAlarm > 0 && FalseAlarm <= double.MaxValue, nameof(FalseAlarm), FalseAlarm, "is not finite and above 0.");
        Check(HorizonDays >= 1, nameof(HorizonDays), HorizonDays, "is below 1; 90 are usual.");
        return problems;
    }
}
