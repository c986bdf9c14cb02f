using CustomerValue.Customers;
using CustomerValue.Loyalty.Tiers;

namespace CustomerValue.Loyalty.Rewards;

/// <summary>What the members of a tier have: its own benefits; those of lower tiers only where the tier lists them too.</summary>
public sealed record TierBenefits
{
    private TierBenefits(TierLevel level) => (Level, All) = (level.Id, level.Benefits);

    /// <summary>The tier.</summary>
    public string Level { get; }

    /// <summary>The benefits.</summary>
    public IReadOnlyList<TierBenefit> All { get; }

    /// <summary>The largest discount among them, from 0 to 1; discounts of a tier do not add up.</summary>
    public decimal Discount => All.Max(benefit => benefit.Discount) ?? 0;

    /// <summary>The benefits of a tier.</summary>
    /// <exception cref="ArgumentException">There is no such tier.</exception>
    public static TierBenefits Of(TierScheme scheme, string level)
    {
        if (scheme is null)
            throw new ArgumentNullException(nameof(scheme));
        return new(scheme.Levels.FirstOrDefault(each => each.Id == level)
            ?? throw new ArgumentException($"There is no tier '{level}'; there are {string.Join(", ", scheme.Levels.Select(each => each.Id))}.", nameof(level)));
    }

    /// <summary>A price less the discount, not rounded.</summary>
    public Money Apply(Money price) => new(price.Amount * (1 - Discount), price.Currency);
}
