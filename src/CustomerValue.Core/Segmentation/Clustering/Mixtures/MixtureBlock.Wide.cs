#if NET
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.Clustering.Mixtures;

/// <summary>Sixteen rows at once, four to a vector: each number of a factor is loaded once for them all.</summary>
internal sealed partial class MixtureBlock
{
    /// <summary>ln f and the probabilities of each row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Divide()
    {
        int all = LogDensities.Length;
        // Eight rows: the steps of one exponential wait for each other, those of two don't.
        for (int row = 0; row < filled; row += 8)
        {
            Vector256<double> most0 = FourWide.Load(LogDensities, row), most1 = FourWide.Load(LogDensities, row + 4);
            for (int at = row + Rows; at < all; at += Rows)
            {
                most0 = Vector256.MaxNative(most0, FourWide.Load(LogDensities, at));
                most1 = Vector256.MaxNative(most1, FourWide.Load(LogDensities, at + 4));
            }

            Vector256<double> sum0 = Vector256<double>.Zero, sum1 = sum0;
            for (int at = row; at < all; at += Rows)
            {
                Vector256<double> part0 = Part(FourWide.Load(LogDensities, at) - most0), part1 = Part(FourWide.Load(LogDensities, at + 4) - most1);
                Store(part0, Probabilities, at);
                Store(part1, Probabilities, at + 4);
                sum0 += part0;
                sum1 += part1;
            }

            Store(most0 + Vector256.Log(sum0), LogSums, row);
            Store(most1 + Vector256.Log(sum1), LogSums, row + 4);
            Vector256<double> share0 = FourWide.Load(weights, row) / sum0, share1 = FourWide.Load(weights, row + 4) / sum1;
            for (int at = row; at < all; at += Rows)
            {
                Store(FourWide.Load(Probabilities, at) * share0, Probabilities, at);
                Store(FourWide.Load(Probabilities, at + 4) * share1, Probabilities, at + 4);
            }
        }
    }

    /// <summary>Σ w ln f over the rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double LogLikelihood()
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int row = 0; row < filled; row += 4)
            sum = Add(FourWide.Load(weights, row), FourWide.Load(LogSums, row), sum);
        return Vector256.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Part(Vector256<double> less) =>
        FourWide.ExpOfNegative(Vector256.MaxNative(less, Vector256.Create(Cut))) & Vector256.GreaterThan(less, Vector256.Create(Cut));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DiagonalDensity(Components mixture, int k)
    {
        double[] means = mixture.Means, factors = mixture.Factors;
        for (int row = 0; row < filled; row += Group)
        {
            Vector256<double> q0 = Vector256<double>.Zero, q1 = q0, q2 = q0, q3 = q0;
            for (int j = 0; j < width; j++)
            {
                // x/σ − μ/σ in one operation: what μ/σ is rounded by moves the mean by no more than its own last digit.
                double scale = factors[(k * width) + j];
                Vector256<double> factor = Vector256.Create(scale), shift = Vector256.Create(-means[(k * width) + j] * scale);
                int at = (j * Rows) + row;
                Vector256<double> z0 = Add(FourWide.Load(values, at), factor, shift), z1 = Add(FourWide.Load(values, at + 4), factor, shift);
                Vector256<double> z2 = Add(FourWide.Load(values, at + 8), factor, shift), z3 = Add(FourWide.Load(values, at + 12), factor, shift);
                q0 = Add(z0, z0, q0);
                q1 = Add(z1, z1, q1);
                q2 = Add(z2, z2, q2);
                q3 = Add(z3, z3, q3);
            }

            Keep(mixture.Constants[k], (k * Rows) + row, q0, q1, q2, q3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FullDensity(Components mixture, int k)
    {
        Differ(mixture, k);
        double[] factors = mixture.Factors;
        for (int row = 0; row < filled; row += Group)
        {
            Vector256<double> q0 = Vector256<double>.Zero, q1 = q0, q2 = q0, q3 = q0;
            for (int i = 0; i < width; i += 2)
            {
                Vector256<double> a0 = Vector256<double>.Zero, a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
                int factor = ((k * padded) + i) * padded;
                for (int j = 0; j <= i + 1; j++)
                {
                    Vector256<double> a = Vector256.Create(factors[factor + j]), b = Vector256.Create(factors[factor + padded + j]);
                    int at = (j * Rows) + row;
                    Vector256<double> d0 = FourWide.Load(differences, at), d1 = FourWide.Load(differences, at + 4), d2 = FourWide.Load(differences, at + 8), d3 = FourWide.Load(differences, at + 12);
                    a0 = Add(a, d0, a0);
                    a1 = Add(a, d1, a1);
                    a2 = Add(a, d2, a2);
                    a3 = Add(a, d3, a3);
                    b0 = Add(b, d0, b0);
                    b1 = Add(b, d1, b1);
                    b2 = Add(b, d2, b2);
                    b3 = Add(b, d3, b3);
                }

                q0 = Add(b0, b0, Add(a0, a0, q0));
                q1 = Add(b1, b1, Add(a1, a1, q1));
                q2 = Add(b2, b2, Add(a2, a2, q2));
                q3 = Add(b3, b3, Add(a3, a3, q3));
            }

            Keep(mixture.Constants[k], (k * Rows) + row, q0, q1, q2, q3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Differ(Components mixture, int k)
    {
        for (int j = 0; j < width; j++)
        {
            Vector256<double> mean = Vector256.Create(mixture.Means[(k * padded) + j]);
            for (int at = j * Rows; at < (j * Rows) + filled; at += 4)
                Store(FourWide.Load(values, at) - mean, differences, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void DiagonalSums(Components mixture, int k)
    {
        Total(k);
        int start = (k * stride) + Lanes;
        for (int j = 0; j < width; j++, start += Lanes)
        {
            Vector256<double> mean = Vector256.Create(mixture.Means[(k * width) + j]);
            Vector256<double> s0 = FourWide.Load(lanes, start), s1 = Vector256<double>.Zero, s2 = s1, s3 = s1;
            Vector256<double> q0 = FourWide.Load(lanes, start + (padded * Lanes)), q1 = s1, q2 = s1, q3 = s1;
            int value = j * Rows, probability = k * Rows;
            for (int end = value + filled; value < end; value += Group, probability += Group)
            {
                Vector256<double> d0 = FourWide.Load(values, value) - mean, d1 = FourWide.Load(values, value + 4) - mean;
                Vector256<double> d2 = FourWide.Load(values, value + 8) - mean, d3 = FourWide.Load(values, value + 12) - mean;
                Vector256<double> w0 = FourWide.Load(Probabilities, probability) * d0, w1 = FourWide.Load(Probabilities, probability + 4) * d1;
                Vector256<double> w2 = FourWide.Load(Probabilities, probability + 8) * d2, w3 = FourWide.Load(Probabilities, probability + 12) * d3;
                s0 += w0;
                s1 += w1;
                s2 += w2;
                s3 += w3;
                q0 = Add(w0, d0, q0);
                q1 = Add(w1, d1, q1);
                q2 = Add(w2, d2, q2);
                q3 = Add(w3, d3, q3);
            }

            Store(s0 + s1 + (s2 + s3), lanes, start);
            Store(q0 + q1 + (q2 + q3), lanes, start + (padded * Lanes));
        }
    }

    private void FullSums(Components mixture, int k)
    {
        Total(k);
        FirstSums(mixture, k);
        int squares = (k * stride) + ((1 + padded) * Lanes);
        for (int i = 0; i < width; i += 4)
        {
            for (int j = 0; j < i + 4 && j < width; j += 2)
                Tile(i, j, squares + (((i * padded) + j) * Lanes));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FirstSums(Components mixture, int k)
    {
        int start = (k * stride) + Lanes;
        for (int j = 0; j < width; j++, start += Lanes)
        {
            Vector256<double> mean = Vector256.Create(mixture.Means[(k * padded) + j]);
            Vector256<double> s0 = FourWide.Load(lanes, start), s1 = Vector256<double>.Zero;
            for (int row = 0; row < filled; row += 8)
            {
                int at = (j * Rows) + row;
                Vector256<double> d0 = FourWide.Load(values, at) - mean, d1 = FourWide.Load(values, at + 4) - mean;
                Vector256<double> w0 = FourWide.Load(Probabilities, (k * Rows) + row) * d0, w1 = FourWide.Load(Probabilities, (k * Rows) + row + 4) * d1;
                Store(d0, differences, at);
                Store(d1, differences, at + 4);
                Store(w0, weighted, at);
                Store(w1, weighted, at + 4);
                s0 += w0;
                s1 += w1;
            }

            Store(s0 + s1, lanes, start);
        }
    }

    /// <summary>Four rows by two columns of the matrix of products; what lies above the diagonal is never read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile(int i, int j, int at)
    {
        int next = padded * Lanes;
        Vector256<double> a0 = FourWide.Load(lanes, at), a1 = FourWide.Load(lanes, at + next), a2 = FourWide.Load(lanes, at + (2 * next)), a3 = FourWide.Load(lanes, at + (3 * next));
        at += Lanes;
        Vector256<double> b0 = FourWide.Load(lanes, at), b1 = FourWide.Load(lanes, at + next), b2 = FourWide.Load(lanes, at + (2 * next)), b3 = FourWide.Load(lanes, at + (3 * next));
        int w = i * Rows, d = j * Rows;
        for (int row = 0; row < filled; row += 4, w += 4, d += 4)
        {
            Vector256<double> a = FourWide.Load(differences, d), b = FourWide.Load(differences, d + Rows);
            Vector256<double> w0 = FourWide.Load(weighted, w), w1 = FourWide.Load(weighted, w + Rows), w2 = FourWide.Load(weighted, w + (2 * Rows)), w3 = FourWide.Load(weighted, w + (3 * Rows));
            a0 = Add(w0, a, a0);
            b0 = Add(w0, b, b0);
            a1 = Add(w1, a, a1);
            b1 = Add(w1, b, b1);
            a2 = Add(w2, a, a2);
            b2 = Add(w2, b, b2);
            a3 = Add(w3, a, a3);
            b3 = Add(w3, b, b3);
        }

        Store(b0, lanes, at);
        Store(b1, lanes, at + next);
        Store(b2, lanes, at + (2 * next));
        Store(b3, lanes, at + (3 * next));
        at -= Lanes;
        Store(a0, lanes, at);
        Store(a1, lanes, at + next);
        Store(a2, lanes, at + (2 * next));
        Store(a3, lanes, at + (3 * next));
    }

    private void Total(int k)
    {
        Vector256<double> sum = FourWide.Load(lanes, k * stride);
        for (int at = k * Rows; at < (k * Rows) + filled; at += 4)
            sum += FourWide.Load(Probabilities, at);
        Store(sum, lanes, k * stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(double constant, int at, Vector256<double> q0, Vector256<double> q1, Vector256<double> q2, Vector256<double> q3)
    {
        Store(LogDensity(constant, q0), LogDensities, at);
        Store(LogDensity(constant, q1), LogDensities, at + 4);
        Store(LogDensity(constant, q2), LogDensities, at + 8);
        Store(LogDensity(constant, q3), LogDensities, at + 12);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> LogDensity(double constant, Vector256<double> squares)
    {
        Vector256<double> log = Add(squares, Vector256.Create(-0.5), Vector256.Create(constant));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(log, Vector256.Create(Nothing)), log, Vector256.Create(Nothing));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Add(Vector256<double> a, Vector256<double> b, Vector256<double> sum) => Vector256.MultiplyAddEstimate(a, b, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<double> four, double[] into, int at) => four.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(into), (nuint)at);
}
#endif
