namespace CustomerValue.Lifecycle;

/// <summary>What is known of a customer on a day, as a number that guards compare.</summary>
public enum Measure
{
    /// <summary>Days with a net-positive purchase so far, the day itself included.</summary>
    Purchases,

    /// <summary>c: days since the last purchase over the customer's own expected gap (α + T)/(r + x), T up to the day. Grows until the next purchase.</summary>
    Silence,

    /// <summary>Days since the last purchase. Grows until the next purchase.</summary>
    SilentDays,

    /// <summary>A: the probability that the customer is still one, by the model in force. Falls until the next purchase.</summary>
    Alive,

    /// <summary>S₂: of the customers who ever come back, the part whose second purchase takes longer than this customer has waited. Falls until the second purchase, from which on it is unknown.</summary>
    SecondPurchase,

    /// <summary>Days since the present stage began. Grows.</summary>
    DaysInStage,

    /// <summary>Days in the present stage over the gap that was expected on the day of the last purchase. Grows.</summary>
    GapsInStage,

    /// <summary>Days until the contract's term ends; negative after it. Falls until the term is renewed.</summary>
    DaysToTermEnd,
}
