using CustomerValue.Numerics;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>
/// Passes over the patterns: log-likelihood, expected answers of each class, and the score of the coefficients. Parts of the patterns are
/// fixed and joined in their order, so that the number of threads never shows.
/// </summary>
internal sealed class Expectation
{
    private const int MostParts = 64;
    private const int LeastInPart = 4096;

    /// <summary>So many probabilities of at least 1e-10 can be multiplied before they must be scaled.</summary>
    private const int Segment = 24;

    private readonly AnswerPatterns patterns;
    private readonly int classes;
    private readonly int lanes;
    private readonly int parts;
    private readonly int workers;
    private readonly CancellationToken cancellationToken;
    private readonly double[] table;
    private readonly Part[] found;

    public Expectation(AnswerPatterns patterns, int classes, int workers, CancellationToken cancellationToken)
    {
        (this.patterns, this.classes, this.workers, this.cancellationToken) = (patterns, classes, workers, cancellationToken);
        lanes = (classes + 3) / 4 * 4;
        parts = Math.Max(1, Math.Min(MostParts, patterns.Count / LeastInPart));
        table = new double[patterns.CellCount * lanes];
        found = new Part[parts];
        for (int part = 0; part < parts; part++)
            found[part] = new Part(patterns, lanes);
    }

    /// <summary>Expected answers by cell, with a lane a class.</summary>
    public double[] Counts => found[0].Counts;

    /// <summary>Expected members by class.</summary>
    public double[] Members => found[0].Members;

    /// <summary>The derivative of the log-likelihood by the coefficients of each class, with a row a class.</summary>
    public double[] Score => found[0].Score;

    /// <summary>Takes a pass and returns the log-likelihood.</summary>
    public double Run(ClassParameters parameters)
    {
        parameters.WriteTable(table);
        Partitions.For(parts, workers, (_, part) => Run(parameters, part), cancellationToken);
        for (int part = 1; part < parts; part++)
            found[0].Add(found[part]);
        return found[0].LogLikelihood;
    }

    /// <summary>Writes each class's part in the likelihood of a pattern, times e^−scale, and returns scale. The parameters are those of the last pass.</summary>
    public double WriteJoint(int pattern, double[] prior, double[] joint)
    {
        int items = patterns.Items;
        int from = pattern * items;
        double scale = 0;
        Array.Copy(prior, joint, lanes);
        for (int begin = 0; begin < items; begin += Segment)
        {
            if (begin > 0)
                scale += Rescale(joint);
            int end = from + Math.Min(items, begin + Segment);
#if NET
            for (int lane = 0; lane < lanes; lane += 4)
            {
                Vector256<double> product = FourWide.Load(joint, lane);
                for (int i = from + begin; i < end; i++)
                    product *= FourWide.Load(table, (patterns.Cells[i] * lanes) + lane);
                product.CopyTo(joint, lane);
            }
#else
            for (int i = from + begin; i < end; i++)
            {
                int row = patterns.Cells[i] * lanes;
                for (int lane = 0; lane < lanes; lane++)
                    joint[lane] *= table[row + lane];
            }
#endif
        }

        return scale;
    }

    private void Run(ClassParameters parameters, int index)
    {
        Part part = found[index];
        part.Clear();
        double[] prior = part.Prior;
        double[] joint = part.Joint;
        int width = patterns.Width;
        parameters.WritePrior(0, prior);
        int end = (int)((long)patterns.Count * (index + 1) / parts);
        for (int pattern = (int)((long)patterns.Count * index / parts); pattern < end; pattern++)
        {
            if (patterns.HasCovariates)
                parameters.WritePrior(pattern, prior);
            double scale = WriteJoint(pattern, prior, joint);
            double total = 0;
            for (int @class = 0; @class < classes; @class++)
                total += joint[@class];
            double weight = patterns.Weights[pattern];
            part.LogLikelihood += weight * (Math.Log(total) + scale);
            Count(part, pattern, weight / total);
            for (int @class = 0; @class < classes; @class++)
            {
                double members = joint[@class] * (weight / total);
                part.Members[@class] += members;
                if (!patterns.HasCovariates)
                    continue;
                double residual = members - (weight * prior[@class]);
                for (int j = 0; j < width; j++)
                    part.Score[(@class * width) + j] += residual * patterns.Terms[(pattern * width) + j];
            }
        }

        if (!patterns.HasCovariates)
        {
            double weight = part.Members.Sum();
            for (int @class = 0; @class < classes; @class++)
                part.Score[@class] = part.Members[@class] - (weight * prior[@class]);
        }
    }

    private void Count(Part part, int pattern, double factor)
    {
        double[] counts = part.Counts;
        int from = pattern * patterns.Items;
        int end = from + patterns.Items;
#if NET
        for (int lane = 0; lane < lanes; lane += 4)
        {
            Vector256<double> members = FourWide.Load(part.Joint, lane) * factor;
            for (int i = from; i < end; i++)
            {
                int at = (patterns.Cells[i] * lanes) + lane;
                (FourWide.Load(counts, at) + members).CopyTo(counts, at);
            }
        }
#else
        for (int i = from; i < end; i++)
        {
            int at = patterns.Cells[i] * lanes;
            for (int lane = 0; lane < lanes; lane++)
                counts[at + lane] += part.Joint[lane] * factor;
        }
#endif
    }

    private double Rescale(double[] joint)
    {
        double highest = 0;
        for (int @class = 0; @class < classes; @class++)
            highest = Math.Max(highest, joint[@class]);
        for (int @class = 0; @class < classes; @class++)
            joint[@class] = Math.Max(joint[@class] / highest, 1e-60);
        return Math.Log(highest);
    }

    private sealed class Part(AnswerPatterns patterns, int lanes)
    {
        public double LogLikelihood { get; set; }

        public double[] Counts { get; } = new double[patterns.CellCount * lanes];

        public double[] Members { get; } = new double[lanes];

        public double[] Score { get; } = new double[lanes * patterns.Width];

        public double[] Prior { get; } = new double[lanes];

        public double[] Joint { get; } = new double[lanes];

        public void Clear()
        {
            LogLikelihood = 0;
            Array.Clear(Counts, 0, Counts.Length);
            Array.Clear(Members, 0, Members.Length);
            Array.Clear(Score, 0, Score.Length);
        }

        public void Add(Part other)
        {
            LogLikelihood += other.LogLikelihood;
            Add(Counts, other.Counts);
            Add(Members, other.Members);
            Add(Score, other.Score);
        }

        private static void Add(double[] sums, double[] more)
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] += more[i];
        }
    }
}
