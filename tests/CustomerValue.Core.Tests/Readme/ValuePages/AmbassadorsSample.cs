using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Network;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class AmbassadorsSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // Ann tells Bob and Cem, Bob tells Cem and Dia, Cem tells Dia, Dia tells Eli.
        string[] names = ["Ann", "Bob", "Cem", "Dia", "Eli"];
        double[] margins = [1, 1, 1, 1, 1];
        InfluenceGraph graph = InfluenceGraph.OfEdges(5, [0, 0, 1, 2, 3, 1], [1, 2, 3, 3, 4, 2], [0.5, 0.5, 0.5, 0.5, 0.8, 0.2]);
        AmbassadorSet two = Ambassadors.Choose(graph, margins, new AmbassadorOptions { Count = 2 });
        Console.WriteLine(string.Join(" and ", two.Customers.Select(customer => names[customer])));
        Console.WriteLine(two.Reason);

        // Played out forwards, and the cheap check: rank on the reversed graph.
        CascadeSpread played = CascadeSimulation.Spread(graph, two.Customers.ToArray(), margins);
        Console.WriteLine($"{played.Mean:F2} ± {played.StandardError:F2} in {played.Runs} cascades");
        Console.WriteLine(string.Join(", ", PageRank.Reversed(graph).Select((rank, customer) => $"{names[customer]} {rank:F3}")));
        // end of sample
    }
}
