using System.Runtime.InteropServices;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>The edges into each node, prepared for walking backwards under one model.</summary>
internal sealed class ReverseEdges
{
    public ReverseEdges(InfluenceGraph graph, DiffusionModel model)
    {
        CompactEdges edges = graph.In;
        (Model, Source) = (model, edges.Other);
        Nodes = new Entry[graph.Nodes];
        if (model == DiffusionModel.LinearThreshold)
        {
            CheckWeights(edges);
            Cumulative = new double[edges.Other.Length];
        }
        else
        {
            Threshold = new uint[edges.Other.Length];
        }

        for (int node = 0; node < Nodes.Length; node++)
        {
            (int from, int to) = (edges.Start[node], edges.Start[node + 1]);
            Entry entry = new() { Start = from, Degree = to - from, Passing = graph.IsDetractor(node) ? 0 : to - from };
            ReadOnlySpan<double> probability = edges.Probability.AsSpan(from, to - from);
            if (model == DiffusionModel.LinearThreshold)
                Sum(probability, Cumulative.AsSpan(from));
            else
                Prepare(ref entry, probability, Threshold.AsSpan(from));
            Nodes[node] = entry;
        }
    }

    /// <summary>How the kept ones among the edges into a node are found.</summary>
    public enum Way : byte
    {
        /// <summary>Each edge is asked.</summary>
        Each,

        /// <summary>All edges are alike: their number is drawn, then which ones.</summary>
        Alike,

        /// <summary>As if all were as probable as the most probable one, then each is asked whether it stays.</summary>
        Thinned,
    }

    public DiffusionModel Model { get; }

    public Entry[] Nodes { get; }

    public int[] Source { get; }

    /// <summary>An edge is kept where 32 random bits are at most this: its probability to 2⁻³², or what is left of it after the first draw.</summary>
    public uint[] Threshold { get; } = [];

    /// <summary>Weights into a node, summed up to each edge, for the linear threshold model.</summary>
    public double[] Cumulative { get; } = [];

    public static uint ThresholdOf(double probability) => (uint)Math.Min(Math.Max(Math.Round(probability * 4294967296.0) - 1, 0), uint.MaxValue);

    /// <summary>The threshold model is no probability where weights into a node sum to more than 1.</summary>
    public static void CheckWeights(CompactEdges edges) =>
        edges.CheckSums("weights into the customer", "is above 1; the linear threshold model needs weights that sum to at most 1, or take the independent cascade.");

    private static void Sum(ReadOnlySpan<double> probability, Span<double> cumulative)
    {
        double sum = 0;
        for (int i = 0; i < probability.Length; i++)
            cumulative[i] = sum += probability[i];
    }

    private static void Prepare(ref Entry entry, ReadOnlySpan<double> probability, Span<uint> threshold)
    {
        double most = 0, least = 1;
        foreach (double p in probability)
            (most, least) = (Math.Max(most, p), Math.Min(least, p));

        // Few or likely edges are asked one by one. Drawing their number pays where most are not kept, and its first probability must not vanish.
        bool each = probability.Length <= 4 || most > 0.25 || most * probability.Length > 16;
        entry.Way = each ? Way.Each : most == least ? Way.Alike : Way.Thinned;
        entry.None = each ? 0 : Math.Exp(probability.Length * Math.Log(1 - most));
        entry.Odds = each ? 0 : most / (1 - most);
        for (int i = 0; i < probability.Length; i++)
            threshold[i] = ThresholdOf(each ? probability[i] : probability[i] / most);
    }

    /// <summary>What the walk needs of a node, side by side in memory.</summary>
    [StructLayout(LayoutKind.Auto)]
    public struct Entry
    {
        /// <summary>Probability that no edge is kept, for <see cref="Way.Alike"/> and <see cref="Way.Thinned"/>.</summary>
        public double None;

        /// <summary>p/(1−p) of the most probable edge.</summary>
        public double Odds;

        public int Start;

        /// <summary>Edges into the node.</summary>
        public int Degree;

        /// <summary>Edges along which others' word comes in to be passed on; none for a detractor.</summary>
        public int Passing;

        public Way Way;
    }
}
