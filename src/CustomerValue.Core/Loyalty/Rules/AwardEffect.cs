using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules;

/// <summary>An effect of a user's own that pays points by what it finds in the facts. Multipliers do not work on them; limits, caps, budgets, groups and rounding do.</summary>
public abstract record AwardEffect : Effect
{
    /// <summary>The wallet; null where the programme has one.</summary>
    public string? Wallet { get; init; }

    /// <summary>Who gets them.</summary>
    public AwardTo To { get; init; }

    /// <summary>How many points, exactly and not negative; null for none. It has to depend on nothing but the facts.</summary>
    public abstract Fraction? Points(in RuleFacts facts);
}
