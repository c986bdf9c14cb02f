namespace CustomerValue.Customers;

/// <summary>What a summary left out or could not match.</summary>
public sealed record SummaryReport
{
    /// <summary>Purchase and refund lines seen, in the window or not.</summary>
    public required long Lines { get; init; }

    /// <summary>Lines dated before the window; they serve only to match refunds and to tell left truncation.</summary>
    public required long LinesBeforeWindow { get; init; }

    /// <summary>Lines dated after the window; they are not looked at.</summary>
    public required long LinesAfterWindow { get; init; }

    /// <summary>Lines dated in the window that have no cost though others have one; they count as costing nothing, so profit looks too high. 0 where no line has a cost.</summary>
    public long LinesWithoutCost { get; init; }

    /// <summary>Refunds dated in the window that left nothing of a day's purchase, so that it is none any more.</summary>
    public required long FullRefunds { get; init; }

    /// <summary>Refunds dated in the window that lowered a purchase's value and undid none.</summary>
    public required long PartialRefunds { get; init; }

    /// <summary>Refunds dated in the window of which all or a part found no purchase; one with an order may count as full or partial too. Revenue includes them, frequency and spend do not.</summary>
    public required long UnmatchedRefunds { get; init; }

    /// <summary>Sum of what was unmatched, ≤ 0.</summary>
    public required decimal UnmatchedAmount { get; init; }

    /// <summary>The first unmatched refunds, at most 20, by customer, day, order (none last) and size.</summary>
    public required IReadOnlyList<UnmatchedRefund> FirstUnmatched { get; init; }

    /// <summary>Customers who bought in the window but also before it: their age is too short (left truncation), so models see them as newer than they are.</summary>
    public required int LeftTruncatedCustomers { get; init; }

    /// <summary>Customers with lines up to the window's last day but no purchase left in the window, by id; they are prospects. Their refunds and earlier purchases are in no row.</summary>
    public required IReadOnlyList<CustomerId> CustomersWithoutPurchase { get; init; }
}
