#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using CustomerValue.LifetimeValue.HierarchicalBayes;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// The posterior of r, α, s, β with the customers' rates and lifetimes integrated out: Pareto/NBD's likelihood times the priors.
/// Its coordinates are ln β, ln(s·ln(1 + T̄/β)), ln r, ln α: what is known of dropout is how many stay until the mean age T̄, and β may grow
/// far beyond it as s grows with it, so that the long ridge of the posterior runs along the first coordinate. Their volume is that of the logarithms.
/// </summary>
internal sealed class ParetoNbdPosterior : ILogDensity
{
    private readonly DistinctHistories histories;
    private readonly double[] frequency;
    private readonly double[] above;
    private readonly GammaPrior[] priors;
    private readonly double customers;
    private readonly double meanAge;

    public ParetoNbdPosterior(DistinctHistories histories, ParetoNbdPriors priors)
    {
        this.histories = histories;
        this.priors = [priors.R, priors.Alpha, priors.S, priors.Beta];
        frequency = Array.ConvertAll(histories.Frequency, x => (double)x);
        above = new double[histories.Frequency.Max()];
        for (int i = 0; i < histories.Count; i++)
        {
            customers += histories.Weight[i];
            meanAge += histories.Weight[i] * histories.Age[i];
            if (histories.Frequency[i] > 0)
                above[histories.Frequency[i] - 1] += histories.Weight[i];
        }

        meanAge /= customers;

        // How many customers bought more than j times: ln Γ(r + x) − ln Γ(r) is Σ ln(r + j) over j < x.
        for (int j = above.Length - 2; j >= 0; j--)
            above[j] += above[j + 1];
    }

    public double At(ReadOnlySpan<double> point)
    {
        (double logR, double logAlpha, double logS, double logBeta) = Logs(point);
        (double r, double alpha, double s, double beta) = (Math.Exp(logR), Math.Exp(logAlpha), Math.Exp(logS), Math.Exp(logBeta));
        double sum = priors[0].LogDensityOfLog(logR) + priors[1].LogDensityOfLog(logAlpha) + priors[2].LogDensityOfLog(logS) + priors[3].LogDensityOfLog(logBeta);
        sum += customers * ((r * logAlpha) + (s * logBeta));
        for (int j = 0; j < above.Length; j++)
            sum += above[j] * Math.Log(r + j);
        return sum + Silences(r, alpha, s, beta);
    }

    public double[] Parameters(ReadOnlySpan<double> point)
    {
        (double logR, double logAlpha, double logS, double logBeta) = Logs(point);
        return [Math.Exp(logR), Math.Exp(logAlpha), Math.Exp(logS), Math.Exp(logBeta)];
    }

    /// <summary>The coordinates of r, α, s and β.</summary>
    public double[] Point(double r, double alpha, double s, double beta) => [Math.Log(beta), Math.Log(s * Math.Log(1 + (meanAge / beta))), Math.Log(r), Math.Log(alpha)];

    private (double LogR, double LogAlpha, double LogS, double LogBeta) Logs(ReadOnlySpan<double> point) =>
        (point[2], point[3], point[1] - Math.Log(SpecialFunctions.Log1P(meanAge * Math.Exp(-point[0]))), point[0]);

#if NET
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
#endif
    private double Silences(double r, double alpha, double s, double beta)
    {
        double sum = 0;
        int row = 0;
#if NET
        Vector256<double> sums = default;
        for (; row + 4 <= histories.Count; row += 4)
        {
            sums += Four(histories.Weight, row) * SilenceKernel.LogChance(
                Vector256.Create(r), Vector256.Create(alpha), Vector256.Create(s), Vector256.Create(beta), Four(frequency, row), Four(histories.Recency, row), Four(histories.Age, row), out _);
        }

        sum = Vector256.Sum(sums);
#endif
        for (; row < histories.Count; row++)
            sum += histories.Weight[row] * SilenceKernel.LogChance(r, alpha, s, beta, frequency[row], histories.Recency[row], histories.Age[row], out _);
        return sum;
    }

#if NET
    private static Vector256<double> Four(double[] values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);
#endif
}
