using System.Globalization;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Diffusion;

/// <summary>
/// Who may win whom: a directed graph of customers with a probability on every edge, kept compactly by the customers that edges lead to. Immutable and thread-safe.
/// Customers are numbers in [0, <see cref="Nodes"/>), best given in the order of their ids: draws go by number. The order of edges changes nothing.
/// </summary>
public sealed class InfluenceGraph
{
    private readonly bool[] detractors;

    private InfluenceGraph(CompactEdges incoming, bool[] detractors)
    {
        (In, this.detractors) = (incoming, detractors);
        Detractors = detractors.Count(detractor => detractor);
    }

    /// <summary>How many customers, ≥ 1.</summary>
    public int Nodes => detractors.Length;

    /// <summary>How many edges can carry anything: distinct pairs of two customers with a probability above 0.</summary>
    public int Edges => In.Other.Length;

    /// <summary>Rows left out because they led from a customer to the same one: nobody wins themselves.</summary>
    public required int SelfLoops { get; init; }

    /// <summary>Rows beyond the first one of a pair. Of the rows of a pair the largest probability counts, whatever their order.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Customers whose satisfaction is below 0.</summary>
    public int Detractors { get; }

    internal CompactEdges In { get; }

    /// <summary>Who may win a customer, rising.</summary>
    /// <param name="customer">Range: [0, <see cref="Nodes"/>).</param>
    public ReadOnlySpan<int> InfluencersOf(int customer) => In.Other.AsSpan(In.Start[customer], In.Start[customer + 1] - In.Start[customer]);

    /// <summary>The probability that each of <see cref="InfluencersOf"/> wins the customer, in (0, 1].</summary>
    /// <param name="customer">Range: [0, <see cref="Nodes"/>).</param>
    public ReadOnlySpan<double> ProbabilitiesInto(int customer) => In.Probability.AsSpan(In.Start[customer], In.Start[customer + 1] - In.Start[customer]);

    /// <summary>A graph of given probabilities.</summary>
    /// <param name="nodes">How many customers, ≥ 1.</param>
    /// <param name="from">Who may win, one an edge; in [0, nodes).</param>
    /// <param name="to">Who may be won, one an edge; in [0, nodes).</param>
    /// <param name="probability">Probability, or weight for the linear threshold model, one an edge; in [0, 1].</param>
    /// <param name="satisfaction">
    /// g of each customer, in [−1, 1]: the edges from a customer carry p·|g|. Below 0 the customer is a detractor, whose word costs what it reaches,
    /// and who passes on no word but the own. Empty for 1 throughout.
    /// </param>
    /// <exception cref="DataRejectedException">Columns of different lengths, or numbers out of their range; names the rows.</exception>
    public static InfluenceGraph OfEdges(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<double> probability, ReadOnlySpan<double> satisfaction = default)
    {
        ProblemList problems = new();
        CheckShape(problems, nodes, from, to, satisfaction);
        if (probability.Length != from.Length)
            problems.Add(null, nameof(probability), Text(probability.Length), $"values for {Text(from.Length)} edges; give one an edge.");
        for (int row = 0; row < probability.Length; row++)
        {
            if (!(probability[row] >= 0 && probability[row] <= 1))
                problems.Add(row, nameof(probability), probability[row].ToString("R", CultureInfo.InvariantCulture), "is no probability; give a number in [0, 1].");
        }

        problems.ThrowIfAny();
        return Make(nodes, from, to, probability, satisfaction);
    }

    /// <summary>A graph where nothing is known but who is linked to whom: each edge carries 1/indegree of its end (weighted cascade), duplicates and self-loops not counted.</summary>
    /// <param name="nodes">How many customers, ≥ 1.</param>
    /// <param name="from">Who may win, one an edge; in [0, nodes).</param>
    /// <param name="to">Who may be won, one an edge; in [0, nodes).</param>
    /// <param name="satisfaction">As with given probabilities; empty for 1 throughout.</param>
    /// <exception cref="DataRejectedException">Columns of different lengths, or numbers out of their range; names the rows.</exception>
    public static InfluenceGraph WeightedCascade(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<double> satisfaction = default)
    {
        ProblemList problems = new();
        CheckShape(problems, nodes, from, to, satisfaction);
        problems.ThrowIfAny();
        return Make(nodes, from, to, [], satisfaction);
    }

    internal bool IsDetractor(int node) => detractors[node];

    /// <summary>Refuses margins that are not one a customer, or not finite.</summary>
    internal void CheckMargins(ReadOnlySpan<double> margins)
    {
        ProblemList problems = new();
        if (margins.Length != Nodes)
            problems.Add(null, nameof(margins), Text(margins.Length), $"values for {Text(Nodes)} customers; give one a customer.");
        for (int row = 0; row < margins.Length; row++)
        {
            double margin = margins[row];
            if (double.IsNaN(margin) || double.IsInfinity(margin))
                problems.Add(row, nameof(margins), margin.ToString("R", CultureInfo.InvariantCulture), "is no finite number.");
        }

        problems.ThrowIfAny();
    }

    private static InfluenceGraph Make(int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<double> probability, ReadOnlySpan<double> satisfaction)
    {
        CompactEdges all = CompactEdges.ByEnd(nodes, from, to, probability, out int loops, out int duplicates);
        double[] carried = all.Probability;
        bool[] detractors = new bool[nodes];
        for (int node = 0; node < nodes; node++)
        {
            detractors[node] = satisfaction.Length > 0 && satisfaction[node] < 0;
            for (int edge = all.Start[node]; edge < all.Start[node + 1]; edge++)
            {
                double p = probability.Length == 0 ? 1.0 / (all.Start[node + 1] - all.Start[node]) : carried[edge];
                carried[edge] = satisfaction.Length == 0 ? p : p * Math.Abs(satisfaction[all.Other[edge]]);
            }
        }

        CompactEdges incoming = all.WithoutZeros();
        return new InfluenceGraph(incoming, detractors) { SelfLoops = loops, Duplicates = duplicates };
    }

    private static void CheckShape(ProblemList problems, int nodes, ReadOnlySpan<int> from, ReadOnlySpan<int> to, ReadOnlySpan<double> satisfaction)
    {
        if (nodes < 1)
            problems.Add(null, nameof(nodes), Text(nodes), "customers; give 1 or more.");
        if (to.Length != from.Length)
            problems.Add(null, nameof(to), Text(to.Length), $"values for {Text(from.Length)} edges; give one an edge.");
        if (satisfaction.Length != nodes && satisfaction.Length != 0)
            problems.Add(null, nameof(satisfaction), Text(satisfaction.Length), $"values for {Text(nodes)} customers; give one a customer, or none.");
        CheckNumbers(problems, nodes, from, nameof(from));
        CheckNumbers(problems, nodes, to, nameof(to));
        for (int row = 0; row < satisfaction.Length; row++)
        {
            if (!(Math.Abs(satisfaction[row]) <= 1))
                problems.Add(row, nameof(satisfaction), satisfaction[row].ToString("R", CultureInfo.InvariantCulture), "is not in [−1, 1]; 1 passes every word on, 0 none, below 0 speaks ill.");
        }
    }

    private static void CheckNumbers(ProblemList problems, int nodes, ReadOnlySpan<int> numbers, string field)
    {
        for (int row = 0; row < numbers.Length; row++)
        {
            if ((uint)numbers[row] >= (uint)nodes)
                problems.Add(row, field, Text(numbers[row]), $"is no customer; numbers go from 0 to {Text(nodes - 1)}.");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
