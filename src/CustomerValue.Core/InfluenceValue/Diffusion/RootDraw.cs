using CustomerValue.Numerics;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Draws customers by their margins, each in one step. Source: Walker (1977), the alias method; tables as in Vose (1991).</summary>
internal sealed class RootDraw
{
    private readonly double[] keep;
    private readonly int[] alias;

    /// <summary>Prepares draws by absolute margin.</summary>
    public RootDraw(ReadOnlySpan<double> margins)
    {
        int n = margins.Length;
        keep = new double[n];
        alias = new int[n];
        // Margins are taken relative to the largest one, so that no sum of them overflows.
        double largest = 0, sum = 0;
        foreach (double margin in margins)
            largest = Math.Max(largest, Math.Abs(margin));
        foreach (double margin in margins)
            sum += largest > 0 ? Math.Abs(margin) / largest : 0;
        Total = sum * largest;
        if (!(sum > 0))
            return;

        int[] order = new int[n];
        int small = 0, large = n;
        for (int node = 0; node < n; node++)
        {
            keep[node] = Math.Abs(margins[node]) / largest / sum * n;
            alias[node] = node;
            if (keep[node] < 1)
                order[small++] = node;
            else
                order[--large] = node;
        }

        while (small > 0 && large < n)
        {
            (int few, int many) = (order[--small], order[large]);
            alias[few] = many;
            keep[many] = keep[many] + keep[few] - 1;
            if (keep[many] < 1)
            {
                large++;
                order[small++] = many;
            }
        }

        // What is left over by rounding alone keeps its whole place.
        for (int i = 0; i < small; i++)
            keep[order[i]] = margins[order[i]] == 0 ? 0 : 1;
        for (int i = large; i < n; i++)
            keep[order[i]] = 1;
        Repair(margins);
    }

    /// <summary>The sum of the absolute margins.</summary>
    public double Total { get; }

    public int Next(ref RandomStream random)
    {
        double place = (random.Bits() >> 11) * (1.0 / (1UL << 53)) * keep.Length;
        int node = (int)place;
        return place - node < keep[node] ? node : alias[node];
    }

    /// <summary>A customer without margin is never drawn, whatever rounding left in its place.</summary>
    private void Repair(ReadOnlySpan<double> margins)
    {
        int heaviest = 0;
        for (int node = 1; node < margins.Length; node++)
            heaviest = Math.Abs(margins[node]) > Math.Abs(margins[heaviest]) ? node : heaviest;
        for (int node = 0; node < margins.Length; node++)
        {
            if (margins[node] == 0 && alias[node] == node)
                alias[node] = heaviest;
        }
    }
}
