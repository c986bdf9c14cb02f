using System.Globalization;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Network;

/// <summary>
/// Network value of customers in the linear form of Richardson &amp; Domingos (2002), after Domingos &amp; Richardson (2001): each buys with P_i = β_i·P0_i + (1 − β_i)·Σ_j W_ij·P_j,
/// P0 by itself and the rest by what its neighbours do. The formulas are taken from a secondary reading of the paper. Immutable and thread-safe.
/// </summary>
public sealed class NetworkValue
{
    private readonly double[] own;
    private readonly double[] multiplier;

    private NetworkValue(double[] own, double[] equilibrium, double[] multiplier) =>
        (this.own, Equilibrium, this.multiplier) = (own, Array.AsReadOnly(equilibrium), multiplier);

    /// <summary>The probability with which each customer buys once all have moved each other.</summary>
    public IReadOnlyList<double> Equilibrium { get; }

    /// <summary>Δ: by how much all probabilities together rise for each unit by which the customer's own one does; ≥ 1.</summary>
    public IReadOnlyList<double> Multiplier => Array.AsReadOnly(multiplier);

    /// <summary>Solves the network.</summary>
    /// <param name="neighbours">W: the edge from j to i carries W_ij, how much of what moves i comes from j. The weights into a customer sum to at most 1.</param>
    /// <param name="selfReliance">β: how much each customer goes by itself; in [0, 1].</param>
    /// <param name="probability">P0: how likely each customer buys by itself; in [0, 1].</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Columns don't fit or are out of range, or customers without self-reliance move each other in a closed circle.</exception>
    public static NetworkValue Of(InfluenceGraph neighbours, ReadOnlySpan<double> selfReliance, ReadOnlySpan<double> probability, CancellationToken cancellationToken = default)
    {
        if (neighbours is null)
            throw new ArgumentNullException(nameof(neighbours));
        Check(neighbours.Nodes, nameof(selfReliance), selfReliance);
        Check(neighbours.Nodes, nameof(probability), probability);
        neighbours.In.CheckSums("weights into the customer", "is above 1; the weights of what moves a customer sum to at most 1.");

        double[] own = new double[neighbours.Nodes], ones = new double[neighbours.Nodes];
        double[] weights = (double[])neighbours.In.Probability.Clone();
        for (int row = 0; row < own.Length; row++)
        {
            own[row] = selfReliance[row] * probability[row];
            ones[row] = 1;
            for (int edge = neighbours.In.Start[row]; edge < neighbours.In.Start[row + 1]; edge++)
                weights[edge] *= 1 - selfReliance[row];
        }

        CompactEdges rows = neighbours.In.WithProbabilities(weights);
        double[] multiplier = WalkSums.Solve(rows.Transposed(), ones, "weights of neighbours", cancellationToken);
        return new NetworkValue(own, WalkSums.Solve(rows, own, "weights of neighbours", cancellationToken), multiplier);
    }

    /// <summary>
    /// What marketing to one customer brings beyond its cost, the customers moved by it included: r·Δ_i·β_i·P0_i·(α − 1) − c.
    /// </summary>
    /// <param name="customer">Range: [0, customers).</param>
    /// <param name="revenue">r, of a purchase.</param>
    /// <param name="effect">α: the marketing makes the own probability so many times as large; ≥ 0.</param>
    /// <param name="cost">c, of marketing to one customer.</param>
    public double LiftInProfit(int customer, double revenue, double effect, double cost) => (multiplier[customer] * Intrinsic(customer, revenue, effect)) - cost;

    /// <summary>The same without the customers moved: r·β_i·P0_i·(α − 1) − c.</summary>
    /// <param name="customer">Range: [0, customers).</param>
    /// <param name="revenue">r, of a purchase.</param>
    /// <param name="effect">α: the marketing makes the own probability so many times as large; ≥ 0.</param>
    /// <param name="cost">c, of marketing to one customer.</param>
    public double IntrinsicLiftInProfit(int customer, double revenue, double effect, double cost) => Intrinsic(customer, revenue, effect) - cost;

    /// <summary>Network value: what the customers moved add to the lift in profit.</summary>
    /// <param name="customer">Range: [0, customers).</param>
    /// <param name="revenue">r, of a purchase.</param>
    /// <param name="effect">α: the marketing makes the own probability so many times as large; ≥ 0.</param>
    public double Value(int customer, double revenue, double effect) => (multiplier[customer] - 1) * Intrinsic(customer, revenue, effect);

    private double Intrinsic(int customer, double revenue, double effect) => revenue * own[customer] * (effect - 1);

    private static void Check(int nodes, string field, ReadOnlySpan<double> values)
    {
        ProblemList problems = new();
        if (values.Length != nodes)
            problems.Add(null, field, values.Length.ToString(CultureInfo.InvariantCulture), $"values for {nodes.ToString(CultureInfo.InvariantCulture)} customers; give one a customer.");
        for (int row = 0; row < values.Length; row++)
        {
            if (!(values[row] >= 0 && values[row] <= 1))
                problems.Add(row, field, values[row].ToString("R", CultureInfo.InvariantCulture), "is not in [0, 1].");
        }

        problems.ThrowIfAny();
    }
}
