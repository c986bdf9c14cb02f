using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>A friend whom a customer named at a purchase, and whether the friend was invited: a third, drawn by lot, is held back, to see who comes anyway.</summary>
public sealed record SimulatedInvitation
{
    /// <summary>Who named the friend.</summary>
    public required CustomerId Inviter { get; init; }

    /// <summary>The day of the purchase.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Whether the friend was not invited.</summary>
    public required bool IsHeldBack { get; init; }

    /// <summary>The day on which the friend joined, invited or not; null where the friend hasn't by the last day. Friends beyond the customers asked for joined, but are not made, nor are the held back.</summary>
    public required LocalDate? Joined { get; init; }
}
