using System.Globalization;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Network;

/// <summary>
/// Solves x = b + A·x for weights A ≥ 0 by Gauss–Seidel sweeps: x sums b over all walks. From 0 upwards x only grows, so it settles exactly where the
/// spectral radius of A is below 1 (Varga 1962, theorem 3.9).
/// </summary>
internal static class WalkSums
{
    private const int MostSweeps = 20_000;
    private const double Settled = 1e-15;

    /// <summary>The solution.</summary>
    /// <param name="rows">The weights of each row, by columns.</param>
    /// <param name="start">b, finite.</param>
    /// <param name="matrix">What A is called in a refusal.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static double[] Solve(CompactEdges rows, ReadOnlySpan<double> start, string matrix, CancellationToken cancellationToken)
    {
        double[] gains = new double[start.Length], losses = new double[start.Length];
        bool loses = false;
        for (int row = 0; row < start.Length; row++)
        {
            gains[row] = Math.Max(0, start[row]);
            losses[row] = Math.Max(0, -start[row]);
            loses |= start[row] < 0;
        }

        // Gains and losses apart, so that both only grow and what settles is small beside every sum.
        double[] sums = Grow(rows, gains, matrix, cancellationToken);
        if (!loses)
            return sums;
        double[] lost = Grow(rows, losses, matrix, cancellationToken);
        for (int row = 0; row < sums.Length; row++)
            sums[row] -= lost[row];
        return sums;
    }

    /// <summary>Refuses a matrix whose sums over walks have no end.</summary>
    public static void CheckRadius(CompactEdges rows, string matrix, CancellationToken cancellationToken)
    {
        double[] ones = new double[rows.Nodes];
        ones.AsSpan().Fill(1);
        Grow(rows, ones, matrix, cancellationToken);
    }

    private static double[] Grow(CompactEdges rows, double[] start, string matrix, CancellationToken cancellationToken)
    {
        double[] sums = (double[])start.Clone();
        for (int sweep = 0; sweep < MostSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool settled = true, endless = false;
            for (int row = 0; row < sums.Length; row++)
            {
                double sum = start[row];
                for (int edge = rows.Start[row]; edge < rows.Start[row + 1]; edge++)
                    sum += rows.Probability[edge] * sums[rows.Other[edge]];
                settled &= sum - sums[row] <= Settled * sum;
                endless |= double.IsInfinity(sum);
                sums[row] = sum;
            }

            if (endless)
                break;
            if (settled)
                return sums;
        }

        throw new DataRejectedException(new DataProblem
        {
            Field = matrix,
            Message = string.Format(CultureInfo.InvariantCulture, "have a spectral radius that is not below 1, or so near it that {0:N0} sweeps don't settle: influence goes round in circles without end; give smaller weights on the cycles.", MostSweeps),
        });
    }
}
