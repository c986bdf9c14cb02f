using CustomerValue.Numerics;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>Plays cascades out forwards, one after the other. Belongs to one worker.</summary>
internal sealed class ForwardWalker
{
    private readonly InfluenceGraph graph;
    private readonly CompactEdges edges;
    private readonly DiffusionModel model;
    private readonly double[] margins;
    private readonly int[] active;
    private readonly int[] wonIn;
    private readonly int[] toldIn;
    private readonly double[] missing;
    private int run;
    private int size;

    /// <param name="graph">Who speaks ill.</param>
    /// <param name="edges">Edges by the customer they lead from.</param>
    /// <param name="model">How word passes.</param>
    /// <param name="margins">What each customer is worth.</param>
    public ForwardWalker(InfluenceGraph graph, CompactEdges edges, DiffusionModel model, double[] margins)
    {
        (this.graph, this.edges, this.model, this.margins) = (graph, edges, model, margins);
        (active, wonIn, toldIn) = (new int[edges.Nodes], new int[edges.Nodes], new int[edges.Nodes]);
        missing = model == DiffusionModel.LinearThreshold ? new double[edges.Nodes] : [];
    }

    /// <summary>Plays one cascade and returns what it reached.</summary>
    public double Walk(int[] seeds, ref RandomStream random)
    {
        if (++run == int.MaxValue)
        {
            Array.Clear(wonIn, 0, wonIn.Length);
            Array.Clear(toldIn, 0, toldIn.Length);
            run = 1;
        }

        size = 0;
        foreach (int seed in seeds)
            Win(seed);
        for (int head = 0; head < size; head++)
        {
            if (graph.IsDetractor(active[head]))
                continue;
            if (model == DiffusionModel.LinearThreshold)
                Add(active[head], ref random);
            else
                Try(active[head], ref random);
        }

        double reached = 0;
        foreach (int node in active.AsSpan(0, size))
            reached += margins[node];
        return reached;
    }

    private void Win(int node)
    {
        if (wonIn[node] == run)
            return;
        wonIn[node] = run;
        active[size++] = node;
    }

    /// <summary>Independent cascade: each edge is tried by itself.</summary>
    private void Try(int node, ref RandomStream shared)
    {
        RandomStream random = shared;
        ReadOnlySpan<int> others = edges.Other.AsSpan(edges.Start[node], edges.Start[node + 1] - edges.Start[node]);
        ReadOnlySpan<double> probability = edges.Probability.AsSpan(edges.Start[node], others.Length);
        for (int edge = 0; edge < others.Length; edge++)
        {
            if (wonIn[others[edge]] != run && random.Uniform() < probability[edge])
                Win(others[edge]);
        }

        shared = random;
    }

    /// <summary>Linear threshold: the weights of those who are active add up; what is missing to the threshold is drawn when the first word comes in.</summary>
    private void Add(int node, ref RandomStream random)
    {
        for (int edge = edges.Start[node]; edge < edges.Start[node + 1]; edge++)
        {
            int other = edges.Other[edge];
            if (toldIn[other] != run)
                (toldIn[other], missing[other]) = (run, random.Uniform());
            if ((missing[other] -= edges.Probability[edge]) <= 0)
                Win(other);
        }
    }
}
