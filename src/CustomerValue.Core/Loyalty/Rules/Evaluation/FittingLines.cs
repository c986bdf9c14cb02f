namespace CustomerValue.Loyalty.Rules.Evaluation;

/// <summary>The lines of an order that fit a filter.</summary>
internal struct FittingLines
{
    /// <summary>The evaluation in which they were counted.</summary>
    public int Stamp;

    /// <summary>How many lines.</summary>
    public int Lines;

    /// <summary>Their millionths of the major unit.</summary>
    public long Amount;

    /// <summary>Their millionths of an item.</summary>
    public long Quantity;
}
