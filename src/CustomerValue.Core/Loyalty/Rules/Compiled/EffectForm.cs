namespace CustomerValue.Loyalty.Rules.Compiled;

/// <summary>How an effect's points are worked out.</summary>
internal enum EffectForm
{
    /// <summary>In proportion to amounts.</summary>
    PerAmount,

    /// <summary>In proportion to items.</summary>
    PerQuantity,

    /// <summary>For each full step of amounts.</summary>
    AmountSteps,

    /// <summary>For each full step of items.</summary>
    QuantitySteps,

    /// <summary>A fixed number.</summary>
    Fixed,

    /// <summary>By a type of the user's own.</summary>
    Own,

    /// <summary>A part of the base.</summary>
    Bonus,

    /// <summary>No points but a reward.</summary>
    Reward,
}
