using CustomerValue.InfluenceValue.Diffusion;

namespace CustomerValue.Reporting.Sections;

/// <summary>Edges seen from where they start, of a few customers only: a graph keeps them by where they end.</summary>
internal static class Neighbourhoods
{
    /// <summary>Whom each of some customers may win, rising.</summary>
    public static Neighbour[][] Of(InfluenceGraph graph, IReadOnlyList<int> centres)
    {
        Dictionary<int, List<Neighbour>> around = centres.ToDictionary(centre => centre, _ => new List<Neighbour>());
        for (int node = 0; node < graph.Nodes; node++)
        {
            ReadOnlySpan<int> influencers = graph.InfluencersOf(node);
            for (int i = 0; i < influencers.Length; i++)
            {
                if (around.TryGetValue(influencers[i], out List<Neighbour>? some))
                    some.Add(new Neighbour(node, graph.ProbabilitiesInto(node)[i]));
            }
        }

        return [.. centres.Select(centre => around[centre].ToArray())];
    }

    /// <summary>Which of some customers may win others of them, as their places.</summary>
    public static IEnumerable<(int From, int To)> Among(InfluenceGraph graph, IReadOnlyList<Neighbour> some)
    {
        for (int from = 0; from < some.Count; from++)
        {
            for (int to = 0; to < some.Count; to++)
            {
                if (graph.InfluencersOf(some[to].Node).BinarySearch(some[from].Node) >= 0)
                    yield return (from, to);
            }
        }
    }

    /// <summary>How many customers may win somebody.</summary>
    public static int Linked(InfluenceGraph graph)
    {
        bool[] linked = new bool[graph.Nodes];
        for (int node = 0; node < graph.Nodes; node++)
        {
            foreach (int influencer in graph.InfluencersOf(node))
                linked[influencer] = true;
        }

        return linked.Count(one => one);
    }
}
