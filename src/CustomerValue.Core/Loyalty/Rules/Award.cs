using CustomerValue.Loyalty.Amounts;
using CustomerValue.Loyalty.Programs;

namespace CustomerValue.Loyalty.Rules;

/// <summary>What one effect of one rule pays for an event.</summary>
public record struct Award
{
    /// <summary>The rule, as its place in the compiled programme.</summary>
    public int Rule { get; set; }

    /// <summary>The effect, as its place in the rule.</summary>
    public int Effect { get; set; }

    /// <summary>The wallet, as its place in the programme.</summary>
    public int Wallet { get; set; }

    /// <summary>Whom it goes to.</summary>
    public AwardTo To { get; set; }

    /// <summary>What it is for.</summary>
    public AwardKind Kind { get; set; }

    /// <summary>The exact number of units (10^−scale of a point) before rounding.</summary>
    public Fraction Exact { get; set; }

    /// <summary>Units after rounding.</summary>
    public long Wanted { get; set; }

    /// <summary>Units after caps and budgets: what is paid.</summary>
    public long Granted { get; set; }
}
