namespace CustomerValue.Customers;

/// <summary>What the models see of one customer: frequency x, recency t_x, age T and the mean spend of the repeat purchases.</summary>
public readonly record struct PurchaseSummary
{
    /// <summary>Makes a summary. Range: frequency ≥ 0; 0 ≤ recency ≤ age, all finite; recency = 0 exactly where frequency = 0 is usual but not demanded of a frequency above 0.</summary>
    /// <param name="frequency">x.</param>
    /// <param name="recency">t_x.</param>
    /// <param name="age">T.</param>
    /// <param name="spend">m.</param>
    /// <param name="logGaps">Sum of the logs of the gaps between purchases; null where unknown.</param>
    /// <param name="logSpend">Sum of the logs of the repeat purchases' values; null where unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public PurchaseSummary(int frequency, double recency, double age, double spend = 0, double? logGaps = null, double? logSpend = null)
    {
        if ((Problem(frequency, recency, age, spend) ?? LogProblem("logGaps", frequency, logGaps) ?? LogProblem("logSpend", frequency, logSpend)) is { } problem)
            throw new ArgumentOutOfRangeException(problem.Field, problem.Value, problem.Message);
        Frequency = frequency;
        Recency = recency;
        Age = age;
        Spend = spend;
        LogGaps = logGaps;
        LogSpend = logSpend;
    }

    /// <summary>x: repeat purchases, the first one not counted; purchases of one day are one.</summary>
    public int Frequency { get; private init; }

    /// <summary>t_x: time from the first to the last purchase, in the unit of the columns; 0 where there was only one.</summary>
    public double Recency { get; private init; }

    /// <summary>T: time from the first purchase to the end of observation, in the unit of the columns.</summary>
    public double Age { get; private init; }

    /// <summary>m: mean value of the repeat purchases; 0 where there are none. May be ≤ 0 after refunds: spend models pass such customers over.</summary>
    public double Spend { get; private init; }

    /// <summary>
    /// Σ ln(gap) over the x gaps between successive purchases, in the unit of the columns; 0 where x = 0, null where unknown.
    /// Models of regular buyers need it to compare rhythms.
    /// </summary>
    public double? LogGaps { get; private init; }

    /// <summary>Σ ln(value) over the x repeat purchases; 0 where x = 0, null where unknown or where a value is not above 0.</summary>
    public double? LogSpend { get; private init; }

    /// <summary>A summary of numbers that were checked already, as a row of columns is.</summary>
    internal static PurchaseSummary OfChecked(int frequency, double recency, double age, double spend, double? logGaps, double? logSpend) =>
        new() { Frequency = frequency, Recency = recency, Age = age, Spend = spend, LogGaps = logGaps, LogSpend = logSpend };

    /// <summary>What is wrong with a sum of logs, or null.</summary>
    internal static (string Field, object Value, string Message)? LogProblem(string field, int frequency, double? sum)
    {
        if (sum is not { } value)
            return null;
        if (double.IsNaN(value) || double.IsInfinity(value))
            return (field, value, "is not a finite number; leave it out where it is unknown.");
        return frequency == 0 && value != 0 ? (field, value, "is not 0 though the frequency is 0; without a repeat purchase there is nothing to sum.") : null;
    }

    /// <summary>What is wrong with these four numbers, or null.</summary>
    internal static (string Field, object Value, string Message)? Problem(int frequency, double recency, double age, double spend)
    {
        if (frequency < 0)
            return ("frequency", frequency, "is below 0; it counts repeat purchases, so 0 is a customer who bought once.");
        if (!(age >= 0) || double.IsInfinity(age))
            return ("age", age, "is not a finite number ≥ 0; it is the time from the first purchase to the end of observation.");
        if (!(recency >= 0 && recency <= age))
            return ("recency", recency, $"is not in [0, age {age}]; it is the time from the first to the last purchase, not the time since.");
        if (frequency == 0 && recency != 0)
            return ("recency", recency, "is not 0 though the frequency is 0; without a repeat purchase the last purchase is the first.");
        if (double.IsNaN(spend) || double.IsInfinity(spend))
            return ("spend", spend, "is not a finite number; it is the mean value of the repeat purchases, 0 where there are none.");
        return null;
    }
}
