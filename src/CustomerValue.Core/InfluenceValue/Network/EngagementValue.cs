using System.Globalization;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;

namespace CustomerValue.InfluenceValue.Network;

/// <summary>
/// What one customer is worth in all ways of engaging, CLV + CRV + CIV + CKV: own purchases, referrals, influence and knowledge. Influence comes from shares that drop
/// whoever the referrals book, so nobody is counted twice. Source: Kumar et al. (2010), "Undervalued or overvalued customers". Immutable.
/// </summary>
public sealed record EngagementValue
{
    private EngagementValue()
    {
    }

    /// <summary>CLV: what the customer's own purchases are still worth.</summary>
    public required double Lifetime { get; init; }

    /// <summary>CRV: what the customer's referrals are worth.</summary>
    public required double Referral { get; init; }

    /// <summary>CIV: what the customer's influence on others is worth.</summary>
    public required double Influence { get; init; }

    /// <summary>CKV: what the customer's feedback is worth.</summary>
    public required double Knowledge { get; init; }

    /// <summary>CEV, the sum of the four.</summary>
    public double Value => Lifetime + Referral + Influence + Knowledge;

    /// <summary>Adds up the values of one customer.</summary>
    /// <param name="lifetime">CLV; finite.</param>
    /// <param name="referral">The customer's referrals; null where there are none.</param>
    /// <param name="influence">Shares that were made with these referrals among the booked.</param>
    /// <param name="node">The customer's place in the shares, in [0, count).</param>
    /// <param name="knowledge">CKV; finite.</param>
    /// <param name="recursive">Whether influence counts over all levels, or, the default, directly only.</param>
    /// <exception cref="DataRejectedException">The shares were made without these referrals as booked, or a number is not finite.</exception>
    public static EngagementValue Of(double lifetime, CustomerReferralValue? referral, InfluenceShares influence, int node, double knowledge = 0, bool recursive = false)
    {
        if (influence is null)
            throw new ArgumentNullException(nameof(influence));
        if ((uint)node >= (uint)influence.Effect.Count)
            throw new ArgumentOutOfRangeException(nameof(node), node, $"A customer's place is from 0 to {(influence.Effect.Count - 1).ToString(CultureInfo.InvariantCulture)}.");
        if (referral is not null && !influence.LeavesOut(referral))
            throw new DataRejectedException(new DataProblem { Field = nameof(influence), Message = "may count customers whom the referrals book; make the shares with these referrals among the booked." });
        CheckFinite(nameof(lifetime), lifetime);
        CheckFinite(nameof(knowledge), knowledge);
        return new EngagementValue
        {
            Lifetime = lifetime,
            Referral = referral?.Value ?? 0,
            Influence = (recursive ? influence.RecursiveValue : influence.OneLevelValue)[node],
            Knowledge = knowledge,
        };
    }

    private static void CheckFinite(string field, double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            throw new DataRejectedException(new DataProblem { Field = field, Value = value.ToString("R", CultureInfo.InvariantCulture), Message = "is no finite number." });
    }
}
