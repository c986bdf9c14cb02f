namespace CustomerValue.Loyalty.Programs;

/// <summary>What happens when points are taken back and the member has not enough.</summary>
public enum ClawbackShortfall
{
    /// <summary>The shortfall is a receivable that the next points pay first; available stays at 0 or above.</summary>
    Debt,

    /// <summary>Available goes below zero, down to a limit.</summary>
    AllowNegative,

    /// <summary>The issuer bears it.</summary>
    WriteOff,

    /// <summary>The command is refused with <c>InsufficientForClawback</c>.</summary>
    Reject,
}
