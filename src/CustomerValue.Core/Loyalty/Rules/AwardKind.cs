namespace CustomerValue.Loyalty.Rules;

/// <summary>What an award is for.</summary>
public enum AwardKind
{
    /// <summary>Points per amount or item.</summary>
    Base,

    /// <summary>What a multiplier adds.</summary>
    Bonus,

    /// <summary>A fixed number of points.</summary>
    Fixed,

    /// <summary>A reward of the catalogue, without points.</summary>
    Reward,
}
