using CustomerValue.Customers;
using CustomerValue.Lifecycle.Clock;
using CustomerValue.LifetimeValue;

namespace CustomerValue.Appraisal.Lifecycles;

/// <summary>Any model of purchases as what a lifecycle asks: is the customer still one? Immutable and thread-safe.</summary>
public sealed class AliveByModel : IAliveModel
{
    private readonly PurchaseModel model;
    private readonly double unitDays;

    /// <summary>Wraps a model.</summary>
    /// <param name="model">The model, in any unit.</param>
    /// <param name="version">How evidence names it, such as <c>bg-nbd 2024-06-30</c>.</param>
    public AliveByModel(PurchaseModel model, string version)
    {
        this.model = model ?? throw new ArgumentNullException(nameof(model));
        Version = version ?? throw new ArgumentNullException(nameof(version));
        unitDays = model.Unit.Days();
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public double ProbabilityAlive(int repeats, int recencyDays, int ageDays) => model.ProbabilityAlive(new PurchaseSummary(repeats, recencyDays / unitDays, ageDays / unitDays));

    /// <inheritdoc/>
    public void ProbabilityAlive(ReadOnlySpan<int> repeats, ReadOnlySpan<int> recencyDays, ReadOnlySpan<int> ageDays, Span<double> alive)
    {
        double[] recency = new double[recencyDays.Length], age = new double[ageDays.Length];
        for (int row = 0; row < recency.Length; row++)
            (recency[row], age[row]) = (recencyDays[row] / unitDays, ageDays[row] / unitDays);
        model.ProbabilityAlive(new SummaryColumns(model.Unit, repeats.ToArray(), recency, age), alive);
    }
}
