using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Network;

/// <summary>
/// Customer influence effect and value: of all influence that a customer j received, S_ij is the share due to i. Influence that somebody won has won in turn counts too
/// (Hubbell 1965). The matrix form of the value is a reading of the verbal definition of Kumar et al. (2013). Immutable and thread-safe.
/// </summary>
public sealed class InfluenceShares
{
    private readonly HashSet<CustomerReferralValue> booked;

    private InfluenceShares(double[] effect, double[] oneLevel, double[] recursive, HashSet<CustomerReferralValue> booked)
    {
        (Effect, OneLevelValue, RecursiveValue) = (Array.AsReadOnly(effect), Array.AsReadOnly(oneLevel), Array.AsReadOnly(recursive));
        this.booked = booked;
    }

    /// <summary>Influence effect (I − S)⁻¹·1 of each customer: the own voice and all that it moved; ≥ 1.</summary>
    public IReadOnlyList<double> Effect { get; }

    /// <summary>Influence value of one level, S·CLV: what falls to each customer of those influenced directly. Adds up to no more than the lifetime values.</summary>
    public IReadOnlyList<double> OneLevelValue { get; }

    /// <summary>Influence value over all levels, (I − S)⁻¹·S·CLV. Counts the same lifetime value at every level: it ranks, and does not add up.</summary>
    public IReadOnlyList<double> RecursiveValue { get; }

    /// <summary>Takes shares and lifetime values, and drops from the values every customer who is booked as a referral, so that nobody is counted twice (Kumar et al. 2010).</summary>
    /// <param name="customers">One a node, each once.</param>
    /// <param name="shares">S: the edge from i to j carries S_ij. What a customer received sums to at most 1.</param>
    /// <param name="lifetimeValues">CLV of each customer; finite.</param>
    /// <param name="booked">The referral values of all customers who have one, whose referred customers count 0 here; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="DataRejectedException">Columns don't fit, shares into a customer sum to more than 1, or the spectral radius of the shares is not below 1.</exception>
    public static InfluenceShares Of(ReadOnlySpan<CustomerId> customers, InfluenceGraph shares, ReadOnlySpan<double> lifetimeValues, IEnumerable<CustomerReferralValue>? booked = null, CancellationToken cancellationToken = default)
    {
        if (shares is null)
            throw new ArgumentNullException(nameof(shares));
        shares.CheckMargins(lifetimeValues);
        if (customers.Length != shares.Nodes)
            throw new DataRejectedException(new DataProblem { Field = nameof(customers), Value = customers.Length.ToString(CultureInfo.InvariantCulture), Message = $"ids for {shares.Nodes.ToString(CultureInfo.InvariantCulture)} nodes; give one a node." });
        shares.In.CheckSums("shares into the customer", "is above 1; shares of what a customer received sum to at most 1.");

        HashSet<CustomerReferralValue> referrals = [.. booked ?? []];
        HashSet<CustomerId> taken = [.. referrals.SelectMany(referral => referral.Referred)];
        CompactEdges rows = shares.In.Transposed();
        double[] ones = new double[shares.Nodes], direct = new double[shares.Nodes];
        for (int row = 0; row < direct.Length; row++)
        {
            ones[row] = 1;
            for (int edge = rows.Start[row]; edge < rows.Start[row + 1]; edge++)
                direct[row] += taken.Contains(customers[rows.Other[edge]]) ? 0 : rows.Probability[edge] * lifetimeValues[rows.Other[edge]];
        }

        double[] effect = WalkSums.Solve(rows, ones, nameof(shares), cancellationToken);
        return new InfluenceShares(effect, direct, WalkSums.Solve(rows, direct, nameof(shares), cancellationToken), referrals);
    }

    /// <summary>Whether the customers of these referrals are left out of every influence value.</summary>
    public bool LeavesOut(CustomerReferralValue referral) => booked.Contains(referral);
}
