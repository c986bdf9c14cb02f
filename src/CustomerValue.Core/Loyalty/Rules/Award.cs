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

    /// <summary>The wallet, as its place in the programme; −1 for a reward.</summary>
    public int Wallet { get; set; }

    /// <summary>Whom it goes to.</summary>
    public AwardTo To { get; set; }

    /// <summary>What it is for.</summary>
    public AwardKind Kind { get; set; }

    /// <summary>The exact number of units (10^−scale of a point) before rounding.</summary>
    public Fraction Exact
    {
        readonly get => Units.Lowest;
        set => Units = Ratio.Of(value);
    }

    /// <summary>Units after rounding.</summary>
    public long Wanted { get; set; }

    /// <summary>Units after caps and budgets: what is paid.</summary>
    public long Granted { get; set; }

    internal Ratio Units { get; set; }

    /// <summary>Whether it is the one of its rule's awards by which the rule's limit is used.</summary>
    internal bool UsesLimit { get; set; }

    /// <summary>The list it stands in: what a multiplier pays on a line depends on the other awards.</summary>
    internal AwardList? Among { get; set; }
}
