namespace CustomerValue.Customers.Habits;

/// <summary>
/// Purchase lines as columns with what habits need beside the purchase, the fast way into a <see cref="HabitBuilder"/>. All columns have
/// one length, or are empty where optional.
/// </summary>
public readonly ref struct HabitBatch
{
    /// <summary>Customers, days, amounts and orders; customers and orders as numbers of the builder's indexes. Costs are not looked at.</summary>
    public required PurchaseBatch Lines { get; init; }

    /// <summary>Discounts in millionths, ≥ 0 where the amount is; <see cref="PurchaseBatch.UnknownCost"/> where unknown; or empty.</summary>
    public ReadOnlySpan<long> Discounts { get; init; }

    /// <summary>Pieces in millionths, <see cref="PurchaseBatch.UnknownCost"/> where unknown; or empty.</summary>
    public ReadOnlySpan<long> Quantities { get; init; }

    /// <summary>Seconds since midnight, [0, 86400), −1 where unknown; or empty.</summary>
    public ReadOnlySpan<int> Times { get; init; }

    /// <summary>Categories as numbers of the builder's <see cref="HabitBuilder.Categories"/>, −1 where unknown; or empty.</summary>
    public ReadOnlySpan<int> Categories { get; init; }

    /// <summary>Channels as numbers of the builder's <see cref="HabitBuilder.Channels"/>, −1 where unknown; or empty.</summary>
    public ReadOnlySpan<int> Channels { get; init; }
}
