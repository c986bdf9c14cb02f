using System.Globalization;
using CustomerValue.InfluenceValue.Diffusion;

namespace CustomerValue.Tests.InfluenceValue;

/// <summary>Graphs of SNAP as weighted cascades: a line with nodes and edges, then an edge a line.</summary>
internal static class SharedGraph
{
    /// <summary>wiki-vote or facebook.</summary>
    public static InfluenceGraph Read(string name)
    {
        int[][] rows = [.. SharedData.Lines($"data/graphs/{name}.txt.gz").Select(line => line.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray())];
        return InfluenceGraph.WeightedCascade(rows[0][0], [.. rows.Skip(1).Select(row => row[0])], [.. rows.Skip(1).Select(row => row[1])]);
    }

    public static double[] Ones(int count) => [.. Enumerable.Repeat(1.0, count)];
}
