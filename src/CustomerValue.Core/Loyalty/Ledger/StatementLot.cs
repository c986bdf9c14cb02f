using CustomerValue.Loyalty.Amounts;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>A lot on a line of a statement: how its points moved, and where they came from.</summary>
public sealed record StatementLot
{
    /// <summary>Its number, when it was earned, when it ends, and the lot that it was a part of.</summary>
    public required LotTerms Terms { get; init; }

    /// <summary>How much more of it is pending, available or held afterwards.</summary>
    public required long Units { get; init; }

    /// <summary>Why it was granted: programme, rule, order, exact units, rounding; null for what came by transfer.</summary>
    public EarnOrigin? Origin { get; init; }

    /// <summary>The lines of the order that earned it, with the exact units of each before rounding; empty where no order did.</summary>
    public IReadOnlyList<(string Line, Fraction Exact)> OrderLines { get; init; } = [];

    /// <summary>How much of its earn this line undoes, from whatever was left of it; above 0 on refunds only.</summary>
    public long Reversed { get; init; }
}
