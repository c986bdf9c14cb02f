namespace CustomerValue.Loyalty.Rules;

/// <summary>Three-valued truth (Kleene): a condition on a fact that nobody gave is unknown, and neither holds nor fails.</summary>
public enum Truth
{
    /// <summary>It fails.</summary>
    False,

    /// <summary>A fact is missing.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    True,
}
