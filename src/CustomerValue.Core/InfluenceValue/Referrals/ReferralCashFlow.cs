using CustomerValue.Customers;

namespace CustomerValue.InfluenceValue.Referrals;

/// <summary>What one referred customer brings in one period of the customer referral value.</summary>
public readonly record struct ReferralCashFlow
{
    /// <summary>The referred customer; has a flow for each period that counts.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The period, by whose number the flow is discounted; ≥ 0.</summary>
    public required int Period { get; init; }

    /// <summary>The probability that the customer would not have come otherwise (type-one), in [0, 1].</summary>
    public required double TypeOneProbability { get; init; }

    /// <summary>A: the margin; finite.</summary>
    public double Margin { get; init; }

    /// <summary>a: the reward paid for the referral; finite.</summary>
    public double Reward { get; init; }

    /// <summary>M: the cost of marketing to keep the customer; finite.</summary>
    public double MarketingCost { get; init; }

    /// <summary>ACQ: the acquisition cost saved; finite.</summary>
    public double SavedAcquisitionCost { get; init; }
}
