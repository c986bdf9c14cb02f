using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Rfm;

/// <summary>Refuses columns that can't be scored, naming every row.</summary>
internal static class RfmColumnCheck
{
    private const double LeastRecency = 0, LeastFrequency = 1, LeastMonetary = double.MinValue;

    /// <summary>Columns of one length; recency ≥ 0, frequency ≥ 1, money any; all finite.</summary>
    public static void Check(ReadOnlySpan<double> recencyDays, ReadOnlySpan<double> frequency, ReadOnlySpan<double> monetary)
    {
        if (frequency.Length != recencyDays.Length || monetary.Length != recencyDays.Length)
            throw new ArgumentException($"{recencyDays.Length} recencies, {frequency.Length} frequencies and {monetary.Length} amounts; give one of each a customer.");
        if (AllInRange(recencyDays, LeastRecency) && AllInRange(frequency, LeastFrequency) && AllInRange(monetary, LeastMonetary))
            return;
        List<DataProblem> problems = [];
        long count = 0;
        Check("recency", recencyDays, LeastRecency, "≥ 0; it counts the days since the last purchase.", problems, ref count);
        Check("frequency", frequency, LeastFrequency, "≥ 1; customers without a purchase are prospects and are not scored.", problems, ref count);
        Check("monetary", monetary, LeastMonetary, "of money.", problems, ref count);
        throw new DataRejectedException(problems, count);
    }

    private static void Check(string field, ReadOnlySpan<double> values, double lowest, string allowed, List<DataProblem> problems, ref long count)
    {
        for (int row = 0; row < values.Length; row++)
        {
            if (!InRange(values[row], lowest) && count++ < DataRejectedException.ProblemsInFull)
                problems.Add(new DataProblem { Row = row, Field = field, Value = values[row].ToString("R", CultureInfo.InvariantCulture), Message = "is not a finite number " + allowed });
        }
    }

    private static bool AllInRange(ReadOnlySpan<double> values, double lowest)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> least = new(lowest), most = new(double.MaxValue);
        Vector<long> good = new(-1);
        foreach (Vector<double> some in wide)
            good &= Vector.GreaterThanOrEqual(some, least) & Vector.LessThanOrEqual(some, most);
        bool all = Vector.EqualsAll(good, new Vector<long>(-1));
        for (int row = wide.Length * Vector<double>.Count; row < values.Length; row++)
            all &= InRange(values[row], lowest);
        return all;
    }

    /// <summary>False for NaN and infinity, too.</summary>
    private static bool InRange(double value, double lowest) => value >= lowest && value <= double.MaxValue;
}
