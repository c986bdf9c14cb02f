using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;
using MathNet.Numerics.LinearAlgebra;

namespace CustomerValue.LifetimeValue.Simple;

/// <summary>
/// Customers move between states (how long ago they bought, which product they have, a segment) by fixed probabilities a period, and each state
/// brings a margin while a customer is in it. Immutable and thread-safe.
/// Source: Pfeifer &amp; Carraway (2000), "Modeling customer relationships as Markov chains", Journal of Interactive Marketing 14(2).
/// </summary>
public sealed class MarkovChainValue
{
    /// <summary>How far a row's sum may be from 1 by rounding.</summary>
    private const double Rounding = 1e-9;

    private readonly Matrix<double> transitions;

    /// <summary>Makes a chain.</summary>
    /// <param name="transitions">Row i: the chances to be in each state a period after being in state i, in [0, 1], summing to 1. A state of lost customers leads to itself.</param>
    /// <param name="period">The length of a period.</param>
    /// <exception cref="DataRejectedException">The rows are not as many as the columns, or no chances; names every row.</exception>
    public MarkovChainValue(IReadOnlyList<IReadOnlyList<double>> transitions, TimeUnit period)
    {
        if (transitions is null)
            throw new ArgumentNullException(nameof(transitions));
        _ = period.Days();
        Period = period;
        ProblemList problems = new();
        if (transitions.Count == 0)
            problems.Add(null, nameof(transitions), null, "have no state; give a row for each.");
        for (int row = 0; row < transitions.Count; row++)
        {
            IReadOnlyList<double> chances = transitions[row];
            if (chances is null || chances.Count != transitions.Count)
                problems.Add(row, nameof(transitions), chances?.Count.ToString(CultureInfo.InvariantCulture), $"chances for {transitions.Count.ToString(CultureInfo.InvariantCulture)} states; give one to each.");
            else if (chances.FirstOrDefault(chance => !(chance is >= 0 and <= 1)) is var wrong && wrong != 0)
                problems.Add(row, nameof(transitions), wrong.ToString(CultureInfo.InvariantCulture), "is not in [0, 1]; it is the chance of a state after this one.");
            else if (Math.Abs(chances.Sum() - 1) > Rounding)
                problems.Add(row, nameof(transitions), chances.Sum().ToString(CultureInfo.InvariantCulture), "is the sum of the row, not 1; add the state of those who are lost.");
        }

        problems.ThrowIfAny();
        this.transitions = Matrix<double>.Build.Dense(transitions.Count, transitions.Count, (i, j) => transitions[i][j]);
    }

    /// <summary>The length of a period.</summary>
    public TimeUnit Period { get; }

    /// <summary>How many states there are.</summary>
    public int States => transitions.RowCount;

    /// <summary>
    /// The value of a customer in each state over all time: V = (I − P/(1 + d))⁻¹ R, with d the rate a period. The margin of the present state
    /// counts in full. Source: Pfeifer &amp; Carraway (2000), eq. 5.
    /// </summary>
    /// <param name="margins">R: the margin of a period in each state, below 0 where it only costs.</param>
    /// <param name="discountRate">Effective rate a year, finite and &gt; 0.</param>
    public IReadOnlyList<decimal> Value(IReadOnlyList<decimal> margins, double discountRate)
    {
        if (!(discountRate > 0))
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "Over an unbounded horizon the discount rate must be > 0 a year; 0.10 is 10 %.");
        Matrix<double> system = Matrix<double>.Build.DenseIdentity(States) - (transitions * Discount(discountRate));
        return Money(system.LU().Solve(Margins(margins)));
    }

    /// <summary>The same over now and the next <paramref name="periods"/> ≥ 0 periods: V = Σ_{t=0…T} (P/(1 + d))^t R. Source: Pfeifer &amp; Carraway (2000), eq. 3.</summary>
    /// <param name="margins">R: the margin of a period in each state.</param>
    /// <param name="discountRate">Effective rate a year, finite and ≥ 0.</param>
    /// <param name="periods">T.</param>
    public IReadOnlyList<decimal> Value(IReadOnlyList<decimal> margins, double discountRate, int periods)
    {
        Matrix<double> step = transitions * Discount(discountRate);
        Vector<double> reward = Margins(margins);
        Vector<double> value = reward;
        for (int t = Discounting.Periods(periods); t > 0; t--)
            value = reward + (step * value);
        return Money(value);
    }

    private double Discount(double discountRate) => Math.Exp(-Period.ContinuousRate(discountRate));

    private Vector<double> Margins(IReadOnlyList<decimal> margins)
    {
        if (margins is null)
            throw new ArgumentNullException(nameof(margins));
        if (margins.Count != States)
            throw new ArgumentException($"There are {margins.Count} margins for {States} states; give one a state.", nameof(margins));
        return Vector<double>.Build.Dense(States, state => (double)margins[state]);
    }

    private static decimal[] Money(Vector<double> values) => values.Select(Discounting.Money).ToArray();
}
