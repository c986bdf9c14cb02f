namespace CustomerValue.Loyalty.Programs;

/// <summary>How the rules of a group compete; in brackets the hit policy of DMN.</summary>
public enum GroupMode
{
    /// <summary>All that fire pay (COLLECT).</summary>
    Stack,

    /// <summary>The one that pays the member most (COLLECT MAX).</summary>
    BestForMember,

    /// <summary>The one that pays least (COLLECT MIN).</summary>
    BestForIssuer,

    /// <summary>The first by priority and id (PRIORITY).</summary>
    FirstByPriority,

    /// <summary>As first by priority, and the excluded groups pay nothing at all.</summary>
    Exclusive,
}
