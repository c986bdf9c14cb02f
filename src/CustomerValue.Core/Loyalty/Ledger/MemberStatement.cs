using CustomerValue.Customers;
using NodaTime;

namespace CustomerValue.Loyalty.Ledger;

/// <summary>What moved a member's points of a wallet between two instants, and why: what stood before, with all lines, is what stands after.</summary>
public sealed record MemberStatement
{
    /// <summary>The member who was asked for.</summary>
    public required CustomerId Member { get; init; }

    /// <summary>What stood at the beginning.</summary>
    public required PointsBalance Opening { get; init; }

    /// <summary>What moved after the beginning and up to the end, in order of valid time; what time alone did stands among it, written down or not.</summary>
    public required IReadOnlyList<StatementLine> Lines { get; init; }

    /// <summary>What stands at the end.</summary>
    public required PointsBalance Closing { get; init; }

    /// <summary>The beginning; what counts from this very instant is in <see cref="Opening"/>.</summary>
    public required Instant From { get; init; }

    /// <summary>The end, included.</summary>
    public required Instant To { get; init; }
}
