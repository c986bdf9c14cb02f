using CustomerValue.Numerics;
using CustomerValue.Validation;

namespace CustomerValue.Segmentation.Evaluation.Drift;

/// <summary>
/// Whether two samples of numbers may come from one distribution: the two-sided two-sample test. The probability is exact (by counting lattice
/// paths: Hodges 1958) where neither sample has more than 10,000 values, as in SciPy, else Kolmogorov's limit. Immutable.
/// </summary>
public sealed record KolmogorovSmirnov
{
    private const int MostExact = 10_000;

    private KolmogorovSmirnov()
    {
    }

    /// <summary>The largest distance between the two distribution functions, in [0, 1].</summary>
    public required double Statistic { get; init; }

    /// <summary>The probability of so large a distance or a larger one by chance, in [0, 1]; with ties it is an upper bound.</summary>
    public required double PValue { get; init; }

    /// <summary>Whether the probability is exact, ties aside.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Tests two samples.</summary>
    /// <param name="before">Finite numbers, NaN where missing; at least one is known.</param>
    /// <param name="after">The same at the other date.</param>
    /// <exception cref="DataRejectedException">Nothing is known at a date.</exception>
    public static KolmogorovSmirnov Of(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        double[] first = Sorted(before, nameof(before)), second = Sorted(after, nameof(after));
        long m = first.Length, n = second.Length, most = 0;
        int i = 0, j = 0;
        while (i < m && j < n)
        {
            double value = Math.Min(first[i], second[j]);
            while (i < m && first[i] == value)
                i++;
            while (j < n && second[j] == value)
                j++;
            most = Math.Max(most, Math.Abs((i * n) - (j * m)));
        }

        bool exact = Math.Max(m, n) <= MostExact;
        double statistic = most / ((double)m * n);
        return new KolmogorovSmirnov { Statistic = statistic, PValue = most == 0 ? 1 : exact ? Exact((int)m, (int)n, most) : Limit(statistic * Math.Sqrt((double)m * n / (m + n))), IsExact = exact };
    }

    private static double[] Sorted(ReadOnlySpan<double> values, string name)
    {
        List<double> known = new(values.Length);
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
                known.Add(value);
        }

        if (known.Count == 0)
            throw new DataRejectedException(new DataProblem { Field = name, Value = "0", Message = "values are known; a test needs at least one at each date." });
        double[] sorted = known.ToArray();
        RadixSort.Sort(sorted);
        return sorted;
    }

    /// <summary>The probability that a random path from (0, 0) to (m, n) leaves the band |i·n − j·m| &lt; <paramref name="most"/>; adds positive numbers only, so small ones keep their digits.</summary>
    private static double Exact(int m, int n, long most)
    {
        double[] left = new double[n + 1];
        for (int i = 0; i <= m; i++)
        {
            for (int j = 0; j <= n; j++)
            {
                if (Math.Abs(((long)i * n) - ((long)j * m)) >= most)
                    left[j] = 1;
                else if (i + j > 0)
                    left[j] = ((i == 0 ? 0 : i * left[j]) + (j == 0 ? 0 : j * left[j - 1])) / (i + j);
            }
        }

        return Math.Min(1, left[n]);
    }

    private static double Limit(double lambda)
    {
        // Below 0.2 the probability is 1 to 20 digits, and the series needs many terms.
        if (lambda < 0.2)
            return 1;
        double sum = 0, sign = 1;
        for (int k = 1; k <= 100; k++, sign = -sign)
        {
            double term = Math.Exp(-2.0 * k * k * lambda * lambda);
            sum += sign * term;
            if (term < 1e-18)
                break;
        }

        return Math.Min(1, Math.Max(0, 2 * sum));
    }
}
