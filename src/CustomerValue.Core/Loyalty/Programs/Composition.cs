namespace CustomerValue.Loyalty.Programs;

/// <summary>How several multipliers of one order come together.</summary>
public enum Composition
{
    /// <summary>Each pays base × (factor − 1); they add up.</summary>
    AdditiveOnBase,

    /// <summary>Each pays (what the ones before it left) × (factor − 1), in the order of priority and id, so that the whole is base × the product of the factors.</summary>
    Multiplicative,
}
