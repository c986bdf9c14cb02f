namespace CustomerValue.Numerics;

/// <summary>128 layers of equal area under e^(−x²/2). Source: Doornik (2005), "An improved ziggurat method to generate normal random samples".</summary>
internal static class Ziggurat
{
    /// <summary>Where the tail starts.</summary>
    public const double Start = 3.442619855899;

    private const int Layers = 128;
    private const double Area = 9.91256303526217e-3;

    /// <summary>The right edges of the layers, the last one 0.</summary>
    public static readonly double[] Edges = MakeEdges();

    /// <summary>How much of a layer lies wholly under the curve.</summary>
    public static readonly double[] Ratios = Enumerable.Range(0, Layers).Select(layer => Edges[layer + 1] / Edges[layer]).ToArray();

    private static double[] MakeEdges()
    {
        double[] edges = new double[Layers + 1];
        double height = Math.Exp(-0.5 * Start * Start);
        edges[0] = Area / height;
        edges[1] = Start;
        for (int i = 2; i < Layers; i++)
        {
            edges[i] = Math.Sqrt(-2 * Math.Log((Area / edges[i - 1]) + height));
            height = Math.Exp(-0.5 * edges[i] * edges[i]);
        }

        return edges;
    }
}
