#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif
using CustomerValue.LifetimeValue.HierarchicalBayes;

namespace CustomerValue.LifetimeValue.ParetoNbdHb;

/// <summary>
/// The posterior of ln r, ln α, ln s, ln β with the customers' rates and lifetimes integrated out: Pareto/NBD's likelihood times the priors.
/// One for each chain; the histories are shared.
/// </summary>
internal sealed class ParetoNbdPosterior : ILogDensity
{
    private readonly DistinctHistories histories;
    private readonly double[] frequency;
    private readonly double[] above;
    private readonly GammaPrior[] priors;
    private readonly double customers;

    public ParetoNbdPosterior(DistinctHistories histories, ParetoNbdPriors priors)
    {
        this.histories = histories;
        this.priors = [priors.R, priors.Alpha, priors.S, priors.Beta];
        frequency = Array.ConvertAll(histories.Frequency, x => (double)x);
        above = new double[histories.Frequency.Max()];
        for (int i = 0; i < histories.Count; i++)
        {
            customers += histories.Weight[i];
            if (histories.Frequency[i] > 0)
                above[histories.Frequency[i] - 1] += histories.Weight[i];
        }

        // How many customers bought more than j times: ln Γ(r + x) − ln Γ(r) is Σ ln(r + j) over j < x.
        for (int j = above.Length - 2; j >= 0; j--)
            above[j] += above[j + 1];
    }

    public double At(ReadOnlySpan<double> point)
    {
        double r = Math.Exp(point[0]);
        double alpha = Math.Exp(point[1]);
        double s = Math.Exp(point[2]);
        double beta = Math.Exp(point[3]);
        double sum = customers * ((r * point[1]) + (s * point[3]));
        for (int i = 0; i < priors.Length; i++)
            sum += priors[i].LogDensityOfLog(point[i]);
        for (int j = 0; j < above.Length; j++)
            sum += above[j] * Math.Log(r + j);
        return sum + Silences(r, alpha, s, beta);
    }

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
