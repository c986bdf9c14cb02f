using System.Collections;
using CustomerValue.Customers;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Data;

/// <summary>
/// Purchase lines with their products, kept as columns: customer, day, product, amount, cost, quantity. A line is made when it is asked for. Takes
/// 36 bytes a line, and the keys. Lines stand in the order of reading. Immutable once read, and thread-safe.
/// </summary>
public sealed class PurchaseLines : IReadOnlyList<Purchase>
{
    /// <summary>What a line takes, in bytes.</summary>
    public const int BytesALine = 36;

    private const int ChunkSize = 1 << 14;
    private const long Unknown = PurchaseBatch.UnknownCost;
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private readonly PurchaseSummaryBuilder purchases;
    private readonly List<Chunk> chunks = [];
    private readonly long budget;

    internal PurchaseLines(PurchaseSummaryBuilder purchases, long budget) => (this.purchases, this.budget) = (purchases, budget);

    /// <summary>How many lines.</summary>
    public int Count { get; private set; }

    /// <summary>Lines that name a product.</summary>
    public int WithProduct { get; private set; }

    internal KeyIndex Products { get; } = new();

    /// <summary>A line.</summary>
    /// <param name="index">Range: [0, <see cref="Count"/>).</param>
    public Purchase this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"A line's place is in [0, {Count}).");
            (Chunk chunk, int at) = (chunks[index / ChunkSize], index % ChunkSize);
            return new Purchase
            {
                Customer = new CustomerId(purchases.Customers[chunk.Customers[at]]),
                Date = Epoch.PlusDays(chunk.Days[at]),
                Amount = Money(chunk.Amounts[at]),
                Currency = purchases.Currency,
                Cost = chunk.Costs[at] == Unknown ? null : Money(chunk.Costs[at]),
                Quantity = chunk.Quantities[at] == Unknown ? null : Money(chunk.Quantities[at]),
                Product = chunk.Products[at] < 0 ? null : Products[chunk.Products[at]],
            };
        }
    }

    /// <inheritdoc/>
    public IEnumerator<Purchase> GetEnumerator()
    {
        for (int line = 0; line < Count; line++)
            yield return this[line];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <exception cref="DataRejectedException">The lines don't fit into the budget.</exception>
    internal void Add(PurchaseBatch lines, ReadOnlySpan<int> products, ReadOnlySpan<long> quantities)
    {
        if ((Count + (long)products.Length) * BytesALine > budget)
            throw new DataRejectedException(new DataProblem { Field = "product", Message = $"lines are more than {budget / BytesALine}, which at {BytesALine} bytes each is all that may be kept; read a shorter time, or sum lines up by customer, day and product first." });
        for (int line = 0; line < products.Length; line++)
        {
            int at = Count++ % ChunkSize;
            if (at == 0)
                chunks.Add(new Chunk());
            Chunk chunk = chunks[^1];
            (chunk.Customers[at], chunk.Days[at], chunk.Products[at]) = (lines.Customers[line], lines.Days[line], products[line]);
            (chunk.Amounts[at], chunk.Costs[at], chunk.Quantities[at]) = (lines.Amounts[line], lines.Costs.IsEmpty ? Unknown : lines.Costs[line], quantities[line]);
            if (products[line] >= 0)
                WithProduct++;
        }
    }

    private static decimal Money(long millionths) => (decimal)millionths / PurchaseBatch.MinorUnits;

    private sealed class Chunk
    {
        public int[] Customers { get; } = new int[ChunkSize];

        public int[] Days { get; } = new int[ChunkSize];

        public int[] Products { get; } = new int[ChunkSize];

        public long[] Amounts { get; } = new long[ChunkSize];

        public long[] Costs { get; } = new long[ChunkSize];

        public long[] Quantities { get; } = new long[ChunkSize];
    }
}
