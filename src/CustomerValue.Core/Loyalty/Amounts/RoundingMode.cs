namespace CustomerValue.Loyalty.Amounts;

/// <summary>How an exact fraction becomes a whole number of units.</summary>
public enum RoundingMode
{
    /// <summary>Towards minus infinity.</summary>
    Floor,

    /// <summary>Towards plus infinity.</summary>
    Ceiling,

    /// <summary>Towards zero.</summary>
    Truncate,

    /// <summary>To the nearest; a half away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest; a half towards zero.</summary>
    HalfDown,

    /// <summary>To the nearest; a half to the even neighbour.</summary>
    HalfEven,
}
