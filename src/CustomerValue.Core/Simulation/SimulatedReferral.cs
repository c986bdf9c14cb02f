using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Simulation;

/// <summary>A customer brought another one. Nobody has two referrers, and referrers bought before those whom they brought, so the links form trees.</summary>
public sealed record SimulatedReferral
{
    /// <summary>Who invited, at one of their purchases.</summary>
    public required CustomerId Referrer { get; init; }

    /// <summary>Who came.</summary>
    public required CustomerId Referred { get; init; }

    /// <summary>The day on which the referred customer joined, at least a day after the purchase at which the invitation was made.</summary>
    public required LocalDate Date { get; init; }
}
