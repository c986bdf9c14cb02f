using CustomerValue.Customers;

namespace CustomerValue.LifetimeValue;

/// <summary>A fitted model of what a customer's purchases are worth on average. Immutable and thread-safe.</summary>
public abstract class SpendModel
{
    /// <summary>The model's name, such as <c>gamma-gamma</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The parameters, in the order of the literature.</summary>
    public abstract IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>Log-density of a mean spend <paramref name="spend"/> &gt; 0 over <paramref name="frequency"/> ≥ 1 repeat purchases.</summary>
    public abstract double LogLikelihood(int frequency, double spend);

    /// <summary>
    /// Expected value of a purchase of this customer, given the mean <paramref name="spend"/> over <paramref name="frequency"/> repeat purchases;
    /// the population's mean where the frequency is 0. +∞ where the fitted distribution has no finite mean.
    /// </summary>
    public abstract double ExpectedSpend(int frequency, double spend);

    /// <summary>Probability that a customer with <paramref name="frequency"/> ≥ 1 repeat purchases has a mean spend below <paramref name="spend"/>.</summary>
    public abstract double ProbabilityBelow(int frequency, double spend);

    /// <summary>
    /// Probability that the next <paramref name="purchases"/> ≥ 1 purchases of a customer bring together at most
    /// <paramref name="ratio"/> ≥ 0 times the customer's expected spend; for models in which past spend moves only the scale of what is
    /// still to come. Null where the model doesn't say, or has no finite mean.
    /// </summary>
    protected internal virtual double? ProbabilityOfTotalBelow(int purchases, double ratio, int frequency) => null;

    /// <summary>The same model with other parameters, in the order of <see cref="Parameters"/>; null where parameters alone don't make the model.</summary>
    protected internal virtual SpendModel? WithParameters(IReadOnlyList<double> values) => null;

    /// <summary>Expected value of a purchase of every customer. Allocates nothing.</summary>
    /// <param name="columns">Columns with spend.</param>
    /// <param name="expected">One value a row, written.</param>
    public void ExpectedSpend(SummaryColumns columns, Span<double> expected)
    {
        ColumnCheck.Length(columns, expected.Length);
        if (!columns.HasSpend)
            throw new ArgumentException("The columns have no spend; summarise purchases with amounts.", nameof(columns));
        for (int row = 0; row < columns.Count; row++)
            expected[row] = ExpectedSpend(columns.Frequency[row], columns.Spend[row]);
    }
}
