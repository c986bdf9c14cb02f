using CustomerValue.Customers;
using CustomerValue.InfluenceValue.Diffusion;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue;

/// <summary>
/// The influence value of customers: established by referrals, and expected from the customers' graph. A customer booked as referred is never in
/// the expected part too. Immutable and thread-safe.
/// </summary>
public sealed class CustomerInfluence
{
    private CustomerInfluence(ReferralLedger? established, ExpectedInfluence? expected) => (Established, Expected) = (established, expected);

    /// <summary>What referrals brought; null where no referrals are known.</summary>
    public ReferralLedger? Established { get; }

    /// <summary>What is still to be won; null where no graph is known.</summary>
    public ExpectedInfluence? Expected { get; }

    /// <summary>Joins both parts.</summary>
    /// <param name="established">What referrals brought; null where none are known.</param>
    /// <param name="expected">What is still to be won, estimated with the ledger's network as booked; null where no graph is known.</param>
    /// <exception cref="DataRejectedException">Neither is given, or <paramref name="expected"/> counts customers who are booked in <paramref name="established"/>.</exception>
    public static CustomerInfluence Of(ReferralLedger? established, ExpectedInfluence? expected)
    {
        if (established is null && expected is null)
            throw new DataRejectedException(new DataProblem { Field = nameof(established), Message = "and expected are both missing; give referrals, a graph, or both." });
        if (established is not null && expected is not null && expected.Booked != established.Network)
            throw new DataRejectedException(new DataProblem { Field = nameof(expected), Message = "counts customers whom the referrals booked already; estimate it with the ledger's network as booked." });
        return new(established, expected);
    }

    /// <summary>The influence of a customer; 0 where nothing is known.</summary>
    public InfluenceOf this[CustomerId customer]
    {
        get
        {
            EstablishedInfluence? ledger = Established is not null && Established.Network.TryGetRow(customer, out int row) ? Established.Influence(row) : null;
            int node = Expected?.NodeOf(customer) ?? -1;
            return new InfluenceOf
            {
                Established = ledger?.Value ?? 0,
                EstablishedIfNoneCaused = ledger?.IfNoneCaused ?? 0,
                EstablishedIfAllCaused = ledger?.IfAllCaused ?? 0,
                Expected = node < 0 ? 0 : Expected!.Table.Value(node),
                ExpectedStandardError = node < 0 ? 0 : Expected!.Table.StandardError(node),
                ExpectedIfAllCaused = node < 0 ? 0 : Expected!.Table.AtFullShare[node],
            };
        }
    }
}
