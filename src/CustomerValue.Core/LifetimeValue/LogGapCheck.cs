using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue;

/// <summary>What sums of log gaps must satisfy beside frequency and recency: x gaps that add up to t_x have at most the sum of logs that x equal ones have.</summary>
internal static class LogGapCheck
{
    /// <summary>What rounding of a short recency may make of the log of a gap.</summary>
    private const double Rounding = 0.1;

    /// <exception cref="DataRejectedException">A sum that no gaps have, as where it is in another unit; names every row.</exception>
    public static void Check(SummaryColumns columns)
    {
        ProblemList problems = new();
        for (int row = 0; row < columns.LogGaps.Length; row++)
        {
            int x = columns.Frequency[row];
            double sum = columns.LogGaps[row];
            if (x > 0 && sum > x * (Math.Log(columns.Recency[row] / x) + Rounding))
                problems.Add(row, "logGaps", sum.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"is above {x}·ln({columns.Recency[row]}/{x}), the most that {x} gaps of that recency can have; give it in the recency's unit."));
        }

        problems.ThrowIfAny();
    }
}
