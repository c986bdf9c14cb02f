using CustomerValue.Validation;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.Lifecycle.Migration;

/// <summary>
/// What a customer in each state is worth, V = (I − P/(1 + d))⁻¹R, and in which states to stop contact. Source: Pfeifer &amp; Carraway (2000), "Modeling
/// customer relationships as Markov chains", Journal of Interactive Marketing 14(2), with policy iteration after Howard (1960). Immutable.
/// </summary>
public sealed record MarkovValue
{
    private MarkovValue(double[] value, bool[] stopped, int iterations) => (Value, Stopped, Iterations) = (Array.AsReadOnly(value), Array.AsReadOnly(stopped), iterations);

    /// <summary>The value of a customer in each state, the present period's reward counted; 0 where contact has stopped.</summary>
    public IReadOnlyList<double> Value { get; }

    /// <summary>The states in which contact is stopped, for it would cost more than it brings.</summary>
    public IReadOnlyList<bool> Stopped { get; }

    /// <summary>Rounds until no state changed; 1 where nothing was chosen.</summary>
    public int Iterations { get; }

    /// <summary>The value with contact in every state.</summary>
    /// <param name="transition">P, the probability to go from a state (row) to another; rows sum to at most 1, what is missing leaves for good.</param>
    /// <param name="reward">R, money a period in each state: margin less marketing; finite.</param>
    /// <param name="discountRate">d a period, finite and &gt; 0.</param>
    /// <exception cref="DataRejectedException">A number is out of range; names each.</exception>
    public static MarkovValue Of(double[,] transition, IReadOnlyList<double> reward, double discountRate)
    {
        Check(transition, reward, discountRate);
        bool[] none = new bool[reward.Count];
        return new(Solve(transition, reward, discountRate, none), none, 1);
    }

    /// <summary>The value where contact is stopped for good in the states in which that is best. A stopped customer is worth 0 from then on.</summary>
    /// <param name="transition">As for <see cref="Of"/>.</param>
    /// <param name="reward">As for <see cref="Of"/>.</param>
    /// <param name="discountRate">As for <see cref="Of"/>.</param>
    /// <exception cref="DataRejectedException">A number is out of range; names each.</exception>
    public static MarkovValue WithBestStops(double[,] transition, IReadOnlyList<double> reward, double discountRate)
    {
        Check(transition, reward, discountRate);
        bool[] stopped = new bool[reward.Count];
        for (int iteration = 1; ; iteration++)
        {
            double[] value = Solve(transition, reward, discountRate, stopped);
            bool changed = false;
            for (int state = 0; state < stopped.Length; state++)
            {
                double contact = reward[state];
                for (int to = 0; to < stopped.Length; to++)
                    contact += transition[state, to] * value[to] / (1 + discountRate);
                // Policies improve in value each round, so that they can't repeat; the margin keeps rounding from turning a tie back and forth.
                double tie = 1e-12 * (Math.Abs(reward[state]) + Math.Abs(contact));
                bool stop = contact < (stopped[state] ? tie : -tie);
                changed |= stop != stopped[state];
                stopped[state] = stop;
            }

            if (!changed)
                return new(value, stopped, iteration);
        }
    }

    private static double[] Solve(double[,] transition, IReadOnlyList<double> reward, double discountRate, bool[] stopped)
    {
        int states = reward.Count;
        Matrix<double> a = Matrix<double>.Build.Dense(states, states, (from, to) => (from == to ? 1 : 0) - (stopped[from] ? 0 : transition[from, to] / (1 + discountRate)));
        return a.Solve(Vector<double>.Build.Dense(states, state => stopped[state] ? 0 : reward[state])).ToArray();
    }

    private static void Check(double[,] transition, IReadOnlyList<double> reward, double discountRate)
    {
        if (transition is null)
            throw new ArgumentNullException(nameof(transition));
        if (reward is null)
            throw new ArgumentNullException(nameof(reward));
        ProblemList problems = new();
        string Text(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        int states = transition.GetLength(0);
        if (states == 0 || transition.GetLength(1) != states || reward.Count != states)
            problems.Add(null, nameof(transition), $"{states} × {transition.GetLength(1)}", $"is not square with a state or more and one of {reward.Count} rewards for each.");
        if (!(discountRate > 0 && discountRate <= double.MaxValue))
            problems.Add(null, nameof(discountRate), Text(discountRate), "is not finite and above 0; 0.1 is 10 % a period.");
        problems.ThrowIfAny();
        for (int from = 0; from < states; from++)
        {
            double sum = 0;
            for (int to = 0; to < states; to++)
            {
                sum += transition[from, to];
                if (!(transition[from, to] >= 0 && transition[from, to] <= 1))
                    problems.Add(from, nameof(transition), Text(transition[from, to]), $"to state {to} is not in [0, 1].");
            }

            if (sum > 1 + 1e-9)
                problems.Add(from, nameof(transition), Text(sum), "is the sum of the row; it is at most 1.");
            if (double.IsNaN(reward[from]) || double.IsInfinity(reward[from]))
                problems.Add(from, nameof(reward), Text(reward[from]), "is not finite.");
        }

        problems.ThrowIfAny();
    }
}
