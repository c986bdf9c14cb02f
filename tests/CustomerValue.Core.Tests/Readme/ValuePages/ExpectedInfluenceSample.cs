using CustomerValue.InfluenceValue.Diffusion;

namespace CustomerValue.Tests.Readme.ValuePages;

internal static class ExpectedInfluenceSample
{
    public static void Run(TextWriter Console)
    {
        // sample
        // Ann tells Bob and Cem, Bob tells Cem and Dia, Cem tells Dia, Dia tells Eli.
        string[] names = ["Ann", "Bob", "Cem", "Dia", "Eli"];
        InfluenceGraph graph = InfluenceGraph.OfEdges(5, [0, 0, 1, 2, 3, 1], [1, 2, 3, 3, 4, 2], [0.5, 0.5, 0.5, 0.5, 0.8, 0.2]);
        InfluenceTable influence = InfluenceValues.Estimate(graph, margins: [0, 40, 30, 20, 100], new InfluenceOptions { CausalShare = 0.3 });
        for (int customer = 0; customer < influence.Count; customer++)
            Console.WriteLine($"{names[customer]}: {influence.Value(customer):F2} ± {influence.StandardError(customer):F2}, at most {influence.AtFullShare[customer]:F0}");
        // end of sample
    }
}
