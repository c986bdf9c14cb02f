namespace CustomerValue.Customers;

/// <summary>
/// Purchase lines as columns, the fast way into a <see cref="PurchaseSummaryBuilder"/>. All columns have one length, or are empty
/// where optional. Money is in millionths of the currency's major unit.
/// </summary>
public readonly ref struct PurchaseBatch
{
    /// <summary>What <see cref="Costs"/> holds where a cost is unknown.</summary>
    public const long UnknownCost = long.MinValue;

    /// <summary>Millionths in a major unit.</summary>
    public const long MinorUnits = 1_000_000;

    /// <summary>Customers as numbers of the builder's <see cref="PurchaseSummaryBuilder.Customers"/>.</summary>
    public required ReadOnlySpan<int> Customers { get; init; }

    /// <summary>Days counted from <see cref="PurchaseSummaries.Epoch"/>.</summary>
    public required ReadOnlySpan<int> Days { get; init; }

    /// <summary>Amounts in millionths; negative for refunds.</summary>
    public required ReadOnlySpan<long> Amounts { get; init; }

    /// <summary>Costs in millionths, <see cref="UnknownCost"/> where unknown; or empty.</summary>
    public ReadOnlySpan<long> Costs { get; init; }

    /// <summary>Orders as numbers of the builder's <see cref="PurchaseSummaryBuilder.Orders"/>, −1 where there is none; or empty.</summary>
    public ReadOnlySpan<int> Orders { get; init; }

    /// <summary>The same lines with other numbers for customers and orders.</summary>
    internal PurchaseBatch Renumber(int[] customers, int[] orders) => new()
    {
        Customers = Mapped(Customers, customers),
        Days = Days,
        Amounts = Amounts,
        Costs = Costs,
        Orders = Mapped(Orders, orders),
    };

    private static int[] Mapped(ReadOnlySpan<int> numbers, int[] map)
    {
        int[] mapped = new int[numbers.Length];
        for (int i = 0; i < mapped.Length; i++)
            mapped[i] = numbers[i] < 0 ? numbers[i] : map[numbers[i]];
        return mapped;
    }
}
