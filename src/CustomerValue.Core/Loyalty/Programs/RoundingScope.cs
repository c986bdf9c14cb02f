namespace CustomerValue.Loyalty.Programs;

/// <summary>What is rounded as one.</summary>
public enum RoundingScope
{
    /// <summary>All lines of an order together, for each rule.</summary>
    OrderRule,

    /// <summary>Each line by itself, for each rule.</summary>
    LineRule,
}
