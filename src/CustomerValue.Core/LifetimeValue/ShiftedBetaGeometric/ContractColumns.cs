using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Validation;

namespace CustomerValue.LifetimeValue.ShiftedBetaGeometric;

/// <summary>
/// Contracts as columns, one row a customer: how often each was renewed, and whether the customer is still there or left at the next renewal.
/// Customers may have started at different times and so be watched for different lengths. Immutable; validated as a whole when made.
/// </summary>
public sealed class ContractColumns
{
    private const int MostRenewals = 10_000_000;
    private readonly int[] renewals;
    private readonly bool[] active;
    private readonly string[]? cohorts;
    private readonly CustomerId[]? customers;

    /// <summary>Makes columns over the given arrays, which are taken, not copied, and must not be changed afterwards.</summary>
    /// <param name="unit">The length of a contract period.</param>
    /// <param name="renewals">How often each contract was renewed, in [0, 10,000,000].</param>
    /// <param name="active">Whether the customer is still there; false: left at the renewal after those counted.</param>
    /// <param name="cohorts">The name of each customer's cohort; null where there is one.</param>
    /// <param name="customers">The customers' ids; null where they don't matter.</param>
    /// <exception cref="DataRejectedException">Lengths differ or values are out of range; names every row.</exception>
    public ContractColumns(TimeUnit unit, int[] renewals, bool[] active, string[]? cohorts = null, CustomerId[]? customers = null)
    {
        _ = unit.Days();
        Unit = unit;
        this.renewals = renewals ?? throw new ArgumentNullException(nameof(renewals));
        this.active = active ?? throw new ArgumentNullException(nameof(active));
        this.cohorts = cohorts;
        this.customers = customers;
        ProblemList problems = new();
        Length(nameof(active), active.Length);
        Length(nameof(cohorts), cohorts?.Length ?? Count);
        Length(nameof(customers), customers?.Length ?? Count);
        problems.ThrowIfAny();
        for (int row = 0; row < Count; row++)
        {
            if (renewals[row] is < 0 or > MostRenewals)
                problems.Add(row, nameof(renewals), renewals[row].ToString(CultureInfo.InvariantCulture), "is not in [0, 10000000]; it counts the renewals made so far.");
            if (cohorts is not null && string.IsNullOrEmpty(cohorts[row]))
                problems.Add(row, nameof(cohorts), null, "is empty; name every customer's cohort, or leave cohorts out.");
        }

        problems.ThrowIfAny();

        void Length(string field, int length)
        {
            if (length != Count)
                problems.Add(null, field, length.ToString(CultureInfo.InvariantCulture), $"values for {Count.ToString(CultureInfo.InvariantCulture)} customers; give one a customer.");
        }
    }

    /// <summary>The length of a contract period.</summary>
    public TimeUnit Unit { get; }

    /// <summary>How many customers.</summary>
    public int Count => renewals.Length;

    /// <summary>How often each contract was renewed.</summary>
    public ReadOnlySpan<int> Renewals => renewals;

    /// <summary>Whether the customer is still there.</summary>
    public ReadOnlySpan<bool> Active => active;

    /// <summary>The customers' cohorts; empty where there are none.</summary>
    public ReadOnlySpan<string> Cohorts => cohorts;

    /// <summary>The customers' ids; empty where there are none.</summary>
    public ReadOnlySpan<CustomerId> Customers => customers;

    /// <summary>
    /// Columns from periods, as summaries of contracts have them: age T is the number of periods begun, recency the period at whose end
    /// the customer left, and recency = age says that the customer is still there, after T − 1 renewals.
    /// </summary>
    /// <param name="unit">The length of a contract period.</param>
    /// <param name="recency">The last period of each customer, a whole number in [1, age].</param>
    /// <param name="age">The periods begun by the end of observation, a whole number in [1, 10,000,000].</param>
    /// <param name="cohorts">The name of each customer's cohort; null where there is one.</param>
    /// <param name="customers">The customers' ids; null where they don't matter.</param>
    /// <exception cref="DataRejectedException">Lengths differ or values are out of range; names every row.</exception>
    public static ContractColumns OfPeriods(TimeUnit unit, IReadOnlyList<double> recency, IReadOnlyList<double> age, string[]? cohorts = null, CustomerId[]? customers = null)
    {
        if (recency is null)
            throw new ArgumentNullException(nameof(recency));
        if (age is null)
            throw new ArgumentNullException(nameof(age));
        ProblemList problems = new();
        if (recency.Count != age.Count)
            problems.Add(null, nameof(age), age.Count.ToString(CultureInfo.InvariantCulture), $"values for {recency.Count.ToString(CultureInfo.InvariantCulture)} customers; give one a customer.");
        problems.ThrowIfAny();
        int[] renewals = new int[recency.Count];
        bool[] active = new bool[recency.Count];
        for (int row = 0; row < renewals.Length; row++)
        {
            if (!(age[row] >= 1 && age[row] <= MostRenewals && age[row] == Math.Floor(age[row])))
                problems.Add(row, nameof(age), age[row].ToString(CultureInfo.InvariantCulture), "is not a whole number in [1, 10000000]; it counts the contract periods begun.");
            else if (!(recency[row] >= 1 && recency[row] <= age[row] && recency[row] == Math.Floor(recency[row])))
                problems.Add(row, nameof(recency), recency[row].ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"is not a whole number in [1, age {age[row]}]; it is the period at whose end the customer left, or the age where the customer is still there."));
            else
                (renewals[row], active[row]) = ((int)recency[row] - 1, recency[row] == age[row]);
        }

        problems.ThrowIfAny();
        return new ContractColumns(unit, renewals, active, cohorts, customers);
    }
}
