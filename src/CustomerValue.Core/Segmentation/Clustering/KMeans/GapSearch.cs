namespace CustomerValue.Segmentation.Clustering.KMeans;

/// <summary>
/// Centres as a search in single precision wants them, for passes that ask which centre is nearest and by how much, not how far it is. All is
/// measured in parts of the longest distance from the origin, so that nothing is too large or too small. With u = 2⁻²⁴ and
/// γ = 2u(columns + 8) a score |c|²(½ − γ) − x·c is at most γ|x|²/4 above |c|²/2 − x·c and at most γ(3|c|²/2 + |x|²/4) below it, whatever its
/// roundings; the nearest centre's |c|² is at most 4|x|² + 4(|c|²/2 − x·c). So scores that are 8γ(|x|² + the least score) apart order
/// the distances for sure; where they don't, the row is searched in double precision.
/// </summary>
internal sealed class GapSearch
{
    /// <summary>With more columns single precision would settle too little.</summary>
    public const int Widest = 4096;

    /// <summary>Lowers a distance in single precision below its roundings.</summary>
    public const float Down = 1 - (1f / (1 << 20));

    /// <summary>Centres at a time.</summary>
    public const int Block = 4;

    public GapSearch(double[] centres, int width, double far)
    {
        (Centres, Scale) = (centres, 1 / far);

        // Of any one distance in double precision, and of squares that are too small to be numbers.
        Slack = (32 * (width + 8) * 2.220446049250313e-16) + (1e-150 * Scale);
#if NET
        double gamma = (width + 8) / (double)(1 << 23);
        (Part, Least) = ((float)(8 * gamma), (float)(1e-30 + (1e-300 * Scale * Scale)));
        int k = centres.Length / width;
        Blocks = new float[(k + Block - 1) / Block * Block * (width + 1)];
        for (int centre = 0; centre * (width + 1) < Blocks.Length; centre++)
        {
            int at = (centre / Block * Block * (width + 1)) + (centre % Block);
            double square = centre < k ? 0 : double.PositiveInfinity;
            for (int column = 0; column < width && centre < k; column++)
            {
                double value = centres[(centre * width) + column] * Scale;
                square += value * value;
                Blocks[at + ((column + 1) * Block)] = (float)-value;
            }

            Blocks[at] = (float)(square * (0.5 - gamma));
        }
#endif
    }

    /// <summary>As they are, one after the other.</summary>
    public double[] Centres { get; }

    /// <summary>Turns a distance into parts of the longest.</summary>
    public double Scale { get; }

    /// <summary>What rounding may make of a gap in double precision, in parts of the longest distance.</summary>
    public double Slack { get; }
#if NET

    /// <summary>Four centres after four: |c|²(½ − γ) of each, then the first number of each with its sign turned, and so on.</summary>
    public float[] Blocks { get; }

    /// <summary>How far scores must be apart, in parts of |x|² + the least of them, and at least.</summary>
    public float Part { get; }

    public float Least { get; }
#endif
}
