using System.Globalization;
using CustomerValue.LifetimeValue.ErlangBetaGeometric;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.Regularity;

/// <summary>Pairs of successive gaps: the moments that Wheat &amp; Morrison's estimate needs.</summary>
internal sealed class GapPairs
{
    private int customers;
    private double sum;
    private double squares;

    public void Add(ReadOnlySpan<double> before, ReadOnlySpan<double> last)
    {
        Check(before, last);
        for (int row = 0; row < before.Length; row++)
        {
            if (!(before[row] > 0 && last[row] > 0))
                continue;
            // M − ½ = (g − h)/(2(g + h)), by the ratio of both, so that nothing overflows.
            double ratio = before[row] / last[row];
            double apart = ratio > 1 ? (1 - (1 / ratio)) / (1 + (1 / ratio)) / 2 : (ratio - 1) / (ratio + 1) / 2;
            customers++;
            sum += apart * apart;
            squares += apart * apart * apart * apart;
        }
    }

    public RegularityEstimate? Estimate()
    {
        if (customers == 0)
            return null;
        double variance = sum / customers;
        double k = (1 - (4 * variance)) / (8 * variance);
        double ofVariance = customers == 1 ? 0 : Math.Max(0, squares - (sum * variance)) / (customers - 1) / customers;
        return new RegularityEstimate
        {
            Regularity = k,
            StandardError = variance > 0 && customers > 1 ? Math.Sqrt(ofVariance) / (8 * variance * variance) : null,
            WholeRegularity = (int)Math.Min(Stages.Most, Math.Max(1, Math.Round(k))),
            Customers = customers,
        };
    }

    private static void Check(ReadOnlySpan<double> before, ReadOnlySpan<double> last)
    {
        ProblemList problems = new();
        if (before.Length != last.Length)
            problems.Add(null, "lastGaps", last.Length.ToString(CultureInfo.InvariantCulture), $"rows, but there are {before.Length} gaps before; every customer needs both, 0 where there is none.");
        problems.ThrowIfAny();
        for (int row = 0; row < before.Length; row++)
        {
            Check(problems, row, "gapsBefore", before[row]);
            Check(problems, row, "lastGaps", last[row]);
        }

        problems.ThrowIfAny();
    }

    private static void Check(ProblemList problems, int row, string field, double gap)
    {
        if (!(gap >= 0) || double.IsInfinity(gap))
            problems.Add(row, field, gap.ToString(CultureInfo.InvariantCulture), "is not a finite number ≥ 0; 0 is a customer without that gap.");
    }
}
