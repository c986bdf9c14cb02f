using CustomerValue.Numerics;

namespace CustomerValue.Segmentation.LatentClasses;

/// <summary>Sums over patterns of products of posterior probabilities and of what was seen: what the observed information is made of.</summary>
internal sealed class CrossMoments
{
    private const int MostParts = 8;

    private readonly AnswerPatterns patterns;
    private readonly Expectation expectation;
    private readonly int classes;
    private readonly int pairs;
    private readonly int size;
    private readonly int workers;
    private readonly CancellationToken cancellationToken;
    private readonly double[][] sums;
    private readonly double[][] ofMembership;

    public CrossMoments(ClassParameters like, Expectation expectation, int workers, CancellationToken cancellationToken)
    {
        (patterns, this.expectation, classes, this.workers, this.cancellationToken) = (like.Patterns, expectation, like.Classes, workers, cancellationToken);
        pairs = classes * (classes + 1) / 2;
        size = patterns.Width + patterns.CellCount;
        int parts = Math.Max(1, Math.Min(MostParts, patterns.Count / 4096));
        sums = Enumerable.Range(0, parts).Select(_ => new double[size * size * pairs]).ToArray();
        ofMembership = Enumerable.Range(0, parts).Select(_ => new double[patterns.Width * patterns.Width * pairs]).ToArray();
    }

    /// <summary>How many numbers a part holds.</summary>
    public static double SizeOf(AnswerPatterns patterns, int classes) =>
        Math.Pow(patterns.Width + patterns.CellCount, 2) * classes * (classes + 1) / 2;

    /// <summary>Counts at the parameters of the last pass.</summary>
    public void Run(ClassParameters parameters)
    {
        Partitions.For(sums.Length, workers, (_, part) => Run(parameters, part), cancellationToken);
        for (int part = 1; part < sums.Length; part++)
        {
            for (int i = 0; i < sums[0].Length; i++)
                sums[0][i] += sums[part][i];
            for (int i = 0; i < ofMembership[0].Length; i++)
                ofMembership[0][i] += ofMembership[part][i];
        }
    }

    /// <summary>Σ h_c (δ_cd − h_d) u_a u_b, where u holds covariates, then cells.</summary>
    public double Between(int c, int a, int d, int b) => sums[0][(((Math.Min(a, b) * size) + Math.Max(a, b)) * pairs) + Pair(c, d)];

    /// <summary>Σ ρ_c (δ_cd − ρ_d) z_a z_b.</summary>
    public double OfMembership(int c, int a, int d, int b) => ofMembership[0][(((Math.Min(a, b) * patterns.Width) + Math.Max(a, b)) * pairs) + Pair(c, d)];

    private static int Pair(int c, int d) => (Math.Max(c, d) * (Math.Max(c, d) + 1) / 2) + Math.Min(c, d);

    private void Run(ClassParameters parameters, int part)
    {
        Array.Clear(sums[part], 0, sums[part].Length);
        Array.Clear(ofMembership[part], 0, ofMembership[part].Length);
        double[] prior = new double[parameters.Lanes];
        double[] joint = new double[parameters.Lanes];
        double[] products = new double[pairs];
        int width = patterns.Width;
        int[] places = new int[width + patterns.Items];
        double[] values = new double[places.Length];
        for (int i = 0; i < places.Length; i++)
            (places[i], values[i]) = (i, 1);
        parameters.WritePrior(0, prior);
        int end = (int)((long)patterns.Count * (part + 1) / sums.Length);
        for (int pattern = (int)((long)patterns.Count * part / sums.Length); pattern < end; pattern++)
        {
            if (patterns.HasCovariates)
            {
                parameters.WritePrior(pattern, prior);
                Array.Copy(patterns.Terms, pattern * width, values, 0, width);
            }

            expectation.WriteJoint(pattern, prior, joint);
            for (int i = 0; i < patterns.Items; i++)
                places[width + i] = width + patterns.Cells[(pattern * patterns.Items) + i];
            WriteProducts(joint, patterns.Weights[pattern], products);
            Add(sums[part], places, places.Length, size);
            WriteProducts(prior, patterns.Weights[pattern], products);
            Add(ofMembership[part], places, width, width);
        }

        void Add(double[] into, int[] at, int count, int rows)
        {
            for (int a = 0; a < count; a++)
            {
                for (int b = a; b < count; b++)
                {
                    int from = ((at[a] * rows) + at[b]) * pairs;
                    double product = values[a] * values[b];
                    for (int pair = 0; pair < products.Length; pair++)
                        into[from + pair] += products[pair] * product;
                }
            }
        }
    }

    private void WriteProducts(double[] of, double weight, double[] products)
    {
        double total = 0;
        for (int @class = 0; @class < classes; @class++)
            total += of[@class];
        for (int c = 0, pair = 0; c < classes; c++)
        {
            for (int d = 0; d <= c; d++, pair++)
                products[pair] = weight * (of[c] / total) * ((c == d ? 1 : 0) - (of[d] / total));
        }
    }
}
