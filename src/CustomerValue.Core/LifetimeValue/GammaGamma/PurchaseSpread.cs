using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.GammaGamma;

/// <summary>
/// What single purchases say beyond their mean: given the sum of a customer's x purchases, their shares of it are Dirichlet(p, …, p), whatever
/// q and v are. So this part of the likelihood depends on p alone, and on the data by x and by x(ln m − mean of ln z) ≥ 0, the spread.
/// </summary>
internal sealed class PurchaseSpread
{
    /// <summary>How far a rounded mean may make the logs look larger than they can be, a purchase.</summary>
    private const double Rounding = 0.01;

    private readonly int[] frequency;
    private readonly double[] weight;
    private readonly double spread;
    private readonly double constant;

    public PurchaseSpread(SummaryColumns columns, ReadOnlySpan<double> weights)
    {
        SortedDictionary<int, double> byFrequency = [];
        List<double> spreads = [];
        List<double> constants = [];
        for (int row = 0; row < columns.Count; row++)
        {
            int x = columns.Frequency[row];
            double w = weights.IsEmpty ? 1 : weights[row];
            if (x == 0 || !(columns.Spend[row] > 0) || w == 0)
                continue;
            if (!IsKnown(columns, row))
            {
                Unknown++;
                continue;
            }

            double logMean = Math.Log(columns.Spend[row]);
            byFrequency[x] = (byFrequency.TryGetValue(x, out double before) ? before : 0) + w;
            spreads.Add(w * Spread(x, logMean, columns.LogSpend[row]));
            constants.Add(w * Constant(x, logMean));
        }

        frequency = [.. byFrequency.Keys];
        weight = [.. byFrequency.Values];
        // Summed by size: the order of the rows never shows.
        spreads.Sort();
        constants.Sort();
        spread = spreads.Sum();
        constant = constants.Sum();
    }

    /// <summary>Rows that count by their mean alone, as the logs of their purchases are unknown.</summary>
    public int Unknown { get; }

    /// <summary>Rows whose logs can't be of purchases with that mean.</summary>
    public static IEnumerable<DataProblem> Problems(SummaryColumns columns)
    {
        if (!columns.HasSpend)
            yield break;
        for (int row = 0; row < columns.Count; row++)
        {
            int x = columns.Frequency[row];
            double mean = columns.Spend[row];
            if (x == 0 || !(mean > 0) || !IsKnown(columns, row) || columns.LogSpend[row] <= x * (Math.Log(mean) + Rounding))
                continue;
            yield return new DataProblem
            {
                Row = row,
                Field = "logSpend",
                Value = columns.LogSpend[row].ToString(CultureInfo.InvariantCulture),
                Message = FormattableString.Invariant($"is above {x * Math.Log(mean)}, frequency times the log of the mean spend; the logs of purchases with that mean can't sum to more."),
            };
        }
    }

    /// <summary>Adds the derivatives by p and returns the summed log-density.</summary>
    public double Evaluate(double p, double[] gradient, double[,] hessian)
    {
        double total = (-(p - 1) * spread) + constant;
        gradient[0] -= spread;
        double digamma = SpecialFunctions.Digamma(p);
        double trigamma = SpecialFunctions.Trigamma(p);
        for (int i = 0; i < frequency.Length; i++)
        {
            double x = frequency[i];
            total += weight[i] * LogNorm(x, p);
            gradient[0] += weight[i] * x * (SpecialFunctions.Digamma(p * x) - digamma - Math.Log(x));
            hessian[0, 0] += weight[i] * x * ((x * SpecialFunctions.Trigamma(p * x)) - trigamma);
        }

        return total;
    }

    /// <summary>Log-density of one customer's purchases given their mean.</summary>
    public static double LogDensity(int frequency, double spend, double logSpend, double p)
    {
        double logMean = Math.Log(spend);
        return LogNorm(frequency, p) - ((p - 1) * Spread(frequency, logMean, logSpend)) + Constant(frequency, logMean);
    }

    private static bool IsKnown(SummaryColumns columns, int row) => !columns.LogSpend.IsEmpty && !double.IsNaN(columns.LogSpend[row]);

    /// <summary>One purchase has no spread, however its mean was rounded.</summary>
    private static double Spread(int x, double logMean, double logSpend) => x == 1 ? 0 : Math.Max(0, (x * logMean) - logSpend);

    /// <summary>From the density of shares to that of purchases given their mean.</summary>
    private static double Constant(double x, double logMean) => -((x - 1) * (logMean + Math.Log(x))) - Math.Log(x);

    /// <summary>ln[Γ(px)/(Γ(p)^x x^((p−1)x))] by what Stirling's formula leaves, as the large parts cancel.</summary>
    private static double LogNorm(double x, double p) => x == 1
        ? 0
        : (0.5 * (x - 1) * Math.Log(p / (2 * Math.PI))) + ((x - 0.5) * Math.Log(x)) + SpecialFunctions.StirlingRemainder(p * x) - (x * SpecialFunctions.StirlingRemainder(p));
}
