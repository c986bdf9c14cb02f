using CustomerValue.Customers;
using CustomerValue.Numerics;

namespace CustomerValue.LifetimeValue;

/// <content>How long customers are still expected to be customers.</content>
public abstract partial class PurchaseModel
{
    /// <summary>Where halves of a panel add up to it so well, they are themselves exact to about 1e-13.</summary>
    private const double HalvesAgree = 1e-10;

    /// <summary>How many histories a thread takes at once.</summary>
    private const int HistoriesAPart = 64;

    /// <summary>
    /// Expected time as a customer in (T, T + <paramref name="horizon"/>], discounted continuously to T: ∫₀ʰ P(alive at T + u) e^(−δu) du, in <see cref="Unit"/>.
    /// By quadrature, to about 1e-12 where survival has no steps, and exactly in discrete time.
    /// </summary>
    /// <param name="customer">The customer.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="discountRate">Effective rate a year, ≥ 0.</param>
    public double DiscountedActiveTime(PurchaseSummary customer, double horizon, double discountRate) =>
        ProbabilityAlive(customer) * ActiveTimeIfAlive(customer, Horizon(horizon), Unit.ContinuousRate(discountRate));

    /// <summary>The same of every customer; each distinct history is integrated once.</summary>
    /// <param name="columns">The customers.</param>
    /// <param name="horizon">Finite and ≥ 0.</param>
    /// <param name="discountRate">Effective rate a year, ≥ 0.</param>
    /// <param name="time">One number a row, written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void DiscountedActiveTime(SummaryColumns columns, double horizon, double discountRate, Span<double> time, CancellationToken cancellationToken = default)
    {
        Horizon(horizon);
        double rate = Unit.ContinuousRate(discountRate);
        ProbabilityAlive(columns, time);
        int[] groups = new int[columns.Count];
        List<int> first = Distinct(columns, groups);
        double[] ifAlive = new double[first.Count];
        Partitions.For((first.Count + HistoriesAPart - 1) / HistoriesAPart, Partitions.Workers, Part, cancellationToken);
        for (int row = 0; row < groups.Length; row++)
            time[row] *= ifAlive[groups[row]];

        void Part(int worker, int part)
        {
            for (int group = part * HistoriesAPart; group < Math.Min(first.Count, (part + 1) * HistoriesAPart); group++)
                ifAlive[group] = ActiveTimeIfAlive(columns[first[group]], horizon, rate);
        }
    }

    /// <summary>Writes the number of each row's history and returns the first row of each: frequency, age, and recency where it matters.</summary>
    private List<int> Distinct(SummaryColumns columns, int[] groups)
    {
        Dictionary<(int Frequency, double Recency, double Age), int> known = [];
        List<int> first = [];
        for (int row = 0; row < groups.Length; row++)
        {
            groups[row] = first.Count;
            if (!HasGapsOfItsOwn(columns, row))
            {
                (int, double, double) history = (columns.Frequency[row], RecencyMatters ? columns.Recency[row] : 0, columns.Age[row]);
                if (known.TryGetValue(history, out int group))
                    groups[row] = group;
                else
                    known.Add(history, first.Count);
            }

            if (groups[row] == first.Count)
                first.Add(row);
        }

        return first;
    }

    /// <summary>∫₀ʰ S(u) e^(−δu) du of a customer who is alive at T; models whose survival has steps override it.</summary>
    protected virtual double ActiveTimeIfAlive(PurchaseSummary customer, double horizon, double continuousRate) =>
        GaussLegendre.Adaptive(0, horizon, HalvesAgree, new Survival(this, customer, continuousRate));

    private readonly struct Survival(PurchaseModel model, PurchaseSummary customer, double rate) : IFunction
    {
        public double At(double u) => model.SurvivalIfAlive(customer, u) * Math.Exp(-rate * u);
    }
}
